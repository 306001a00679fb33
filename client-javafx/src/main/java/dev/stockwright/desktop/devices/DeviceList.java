package dev.stockwright.desktop.devices;

import dev.stockwright.desktop.look.Figures;
import dev.stockwright.desktop.look.Glyph;
import dev.stockwright.desktop.look.Icon;
import dev.stockwright.desktop.look.Words;
import dev.stockwright.devices.DeviceHealth;
import dev.stockwright.devices.DeviceState;
import dev.stockwright.devices.wedge.WedgeScanner;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A row for each device: name, lane, state with its reason, counters.
final class DeviceList extends VBox {
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
  private static final double STATE_WIDTH = 132;
  private static final double COUNT_WIDTH = 86;

  private final DevicesViewModel model;
  private final VBox rows = new VBox();

  DeviceList(DevicesViewModel model) {
    this.model = model;
    setId("device-list");
    getChildren().addAll(head(), rows);
    model.rows().addListener((ListChangeListener<DeviceRow>) _ -> rebuild());
    model.chosen().subscribe(_ -> rebuild());
  }

  private static Node head() {
    HBox head = new HBox();
    head.getStyleClass().add("device-head");
    head.setAlignment(Pos.CENTER_LEFT);
    Label device = Words.of("Device", "essential");
    device.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(device, Priority.ALWAYS);
    head.getChildren().addAll(device, fixed(Words.of("State", "essential"), STATE_WIDTH));
    for (String count : List.of("Reads", "Repeats", "Refused", "Reconnects")) {
      head.getChildren().add(right(Words.of(count, "essential")));
    }
    return head;
  }

  private void rebuild() {
    rows.getChildren().setAll(model.rows().stream().map(this::row).toList());
  }

  private Node row(DeviceRow device) {
    DeviceHealth health = device.health();
    HBox name = new HBox(8, Words.firm(device.name(), "medium", "essential"));
    name.setAlignment(Pos.CENTER_LEFT);
    name.getChildren().add(Words.firm(device.lane(), "lane-plate"));
    if (health.simulated()) {
      name.getChildren().add(Words.firm("Simulated", "tag", "simulated-tag", "essential"));
    }
    Label reason = Words.wrap(Words.of(health.reason(), "muted", "small", "essential"));
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
        device.name()
            + (health.simulated() ? ", simulated, " : ", ")
            + device.stateWord()
            + ". "
            + health.reason());
    row.setOnMousePressed(_ -> model.choose(device.id()));
    return row;
  }

  private static Label state(DeviceRow device) {
    Label word = Words.firm(device.stateWord(), "tag", "essential", styleClass(device));
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

  private static Icon stateIcon(DeviceState state) {
    return switch (state) {
      case CONFIGURED -> Icon.CIRCLE;
      case CONNECTING -> Icon.LOADER;
      case READY -> Icon.CHECK;
      case DEGRADED -> Icon.TRIANGLE_ALERT;
      case LOST -> Icon.PLUG_ZAP;
    };
  }

  private static Icon icon(DeviceRow device) {
    return switch (device.kind()) {
      case SCANNER ->
          device.id().equals(WedgeScanner.KEYBOARD.code()) ? Icon.KEYBOARD : Icon.SCAN_BARCODE;
      case READER -> Icon.NFC;
      case PRINTER -> Icon.PRINTER;
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
