package dev.stockwright.desktop.devices;

import dev.stockwright.client.words.EquipmentPhrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.desktop.look.Speech;
import dev.stockwright.desktop.look.Words;
import dev.stockwright.devices.DeviceHealth;
import dev.stockwright.devices.DeviceState;
import dev.stockwright.devices.wedge.WedgeScanner;
import dev.stockwright.fx.look.Figures;
import dev.stockwright.fx.look.Glyph;
import dev.stockwright.fx.look.Pictogram;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A row for each device: name, lane, state with its reason, counters. Where there are many it
/// scrolls, so that what the chosen one sent keeps its place below.
final class DeviceList extends VBox {
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
  private static final double STATE_WIDTH = 132;
  private static final double COUNT_WIDTH = 86;
  private static final double ROWS_HEIGHT_MAX = 272;

  private final DevicesViewModel model;
  private final Speech speech;
  private final VBox rows = new Rows();
  private final ScrollPane scroll = new ScrollPane(rows);
  private String revealed = "";

  DeviceList(DevicesViewModel model) {
    this.model = model;
    this.speech = model.speech();
    setId("device-list");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    scroll.accessibleTextProperty().bind(speech.of(EquipmentPhrase.OF_THIS_DESK));
    scroll.prefHeightProperty().bind(rows.heightProperty());
    scroll.minHeightProperty().bind(Bindings.min(rows.heightProperty(), ROWS_HEIGHT_MAX));
    scroll.setMaxHeight(ROWS_HEIGHT_MAX);
    getChildren().addAll(head(), scroll);
    model.rows().addListener((ListChangeListener<DeviceRow>) _ -> rebuild());
    model.chosen().subscribe(_ -> rebuild());
    speech.follow(this::rebuild);
  }

  private Node head() {
    HBox head = new HBox();
    head.getStyleClass().add("device-head");
    head.setAlignment(Pos.CENTER_LEFT);
    Label device = Words.of(speech.of(EquipmentPhrase.DEVICE), "essential");
    device.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(device, Priority.ALWAYS);
    head.getChildren()
        .addAll(
            device, fixed(Words.of(speech.of(EquipmentPhrase.STATE), "essential"), STATE_WIDTH));
    for (EquipmentPhrase count :
        List.of(
            EquipmentPhrase.READS,
            EquipmentPhrase.REPEATS,
            EquipmentPhrase.REFUSED,
            EquipmentPhrase.RECONNECTS)) {
      head.getChildren().add(right(Words.of(speech.of(count), "device-count", "essential")));
    }
    Region overBar = new Region();
    overBar
        .minWidthProperty()
        .bind(
            Bindings.createDoubleBinding(
                () -> Math.max(0, scroll.getWidth() - scroll.getViewportBounds().getWidth()),
                scroll.widthProperty(),
                scroll.viewportBoundsProperty()));
    head.getChildren().add(overBar);
    return head;
  }

  private void rebuild() {
    rows.getChildren().setAll(model.rows().stream().map(this::row).toList());
  }

  /// Scrolls to the chosen row once, as soon as it has its place; after that a person may scroll.
  private final class Rows extends VBox {
    @Override
    protected void layoutChildren() {
      super.layoutChildren();
      String chosen = model.chosen().get().map(DeviceRow::id).orElse("");
      boolean settled = scroll.getHeight() >= Math.min(getHeight(), ROWS_HEIGHT_MAX) - 1;
      if (settled && !chosen.equals(revealed)) {
        revealed = chosen;
        getChildren().stream()
            .filter(row -> row.getPseudoClassStates().contains(SELECTED))
            .findFirst()
            .ifPresent(row -> reveal(row.getBoundsInParent()));
      }
    }
  }

  private void reveal(Bounds row) {
    double shown = scroll.getViewportBounds().getHeight();
    double room = rows.getHeight() - shown;
    double top = scroll.getVvalue() * room;
    if (room > 0 && row.getMinY() < top) {
      scroll.setVvalue(row.getMinY() / room);
    } else if (room > 0 && row.getMaxY() > top + shown) {
      scroll.setVvalue((row.getMaxY() - shown) / room);
    }
  }

  private Node row(DeviceRow device) {
    DeviceHealth health = device.health();
    HBox name = new HBox(8, Words.firm(device.name(), "medium", "essential"));
    name.setAlignment(Pos.CENTER_LEFT);
    name.getChildren().add(Words.firm(device.lane(), "lane-plate"));
    if (health.simulated()) {
      name.getChildren()
          .add(
              Words.firm(
                  speech.say(EquipmentPhrase.SIMULATED), "tag", "simulated-tag", "essential"));
    }
    String why = DriverWords.say(health.told(), speech.wording().get());
    Label reason = Words.wrap(Words.of(why, "muted", "small", "essential"));
    VBox words = new VBox(2, name, reason);
    words.setAlignment(Pos.CENTER_LEFT);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox row = new HBox(12, new Glyph(icon(device), 24), words);
    HBox counts = new HBox(fixed(state(device), STATE_WIDTH));
    counts.setAlignment(Pos.CENTER_LEFT);
    counts.setMinWidth(USE_PREF_SIZE);
    for (long count :
        List.of(health.reads(), health.bounces(), health.rejects(), health.reconnects())) {
      Label figure = Words.of(Figures.of(count), "number", "essential");
      figure.getStyleClass().add(count == 0 ? "muted" : "some");
      counts.getChildren().add(right(figure));
    }
    row.getChildren().add(counts);
    row.setAlignment(Pos.CENTER_LEFT);
    row.setId("device-" + device.id());
    row.getStyleClass().add("device-row");
    boolean chosen = model.chosen().get().map(DeviceRow::id).equals(Optional.of(device.id()));
    row.pseudoClassStateChanged(SELECTED, chosen);
    row.setAccessibleText(
        speech.say(
            health.simulated() ? EquipmentPhrase.ROW_SPOKEN_SIMULATED : EquipmentPhrase.ROW_SPOKEN,
            device.name(),
            Text.of(device.stateWord()),
            why));
    row.setOnMousePressed(_ -> model.choose(device.id()));
    return row;
  }

  private Label state(DeviceRow device) {
    Label word = Words.firm(speech.say(device.stateWord()), "tag", "essential", styleClass(device));
    word.getStyleClass().add("device-state");
    word.setGraphic(new Glyph(stateIcon(device.health().state()), 16));
    word.setGraphicTextGap(6);
    return word;
  }

  private static String styleClass(DeviceRow device) {
    return switch (device.health().state()) {
      case CONFIGURED, CONNECTING, READY -> "plain";
      case DEGRADED, LOST -> "attention";
    };
  }

  private static Pictogram stateIcon(DeviceState state) {
    return switch (state) {
      case CONFIGURED -> Pictogram.CIRCLE;
      case CONNECTING -> Pictogram.LOADER;
      case READY -> Pictogram.CHECK;
      case DEGRADED -> Pictogram.TRIANGLE_ALERT;
      case LOST -> Pictogram.PLUG_ZAP;
    };
  }

  private static Pictogram icon(DeviceRow device) {
    return switch (device.kind()) {
      case SCANNER ->
          device.id().equals(WedgeScanner.KEYBOARD.code())
              ? Pictogram.KEYBOARD
              : Pictogram.SCAN_BARCODE;
      case READER -> Pictogram.NFC;
      case PRINTER -> Pictogram.PRINTER;
    };
  }

  private static Node fixed(Label label, double width) {
    HBox cell = new HBox(label);
    cell.setAlignment(Pos.CENTER_LEFT);
    cell.setMinWidth(width);
    cell.setMaxWidth(width);
    return cell;
  }

  private static Node right(Label label) {
    HBox cell = new HBox(label);
    cell.setAlignment(Pos.CENTER_RIGHT);
    cell.setMinWidth(COUNT_WIDTH);
    cell.setMaxWidth(COUNT_WIDTH);
    return cell;
  }
}
