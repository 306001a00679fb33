package dev.stockwright.desktop.devices;

import dev.stockwright.client.words.EquipmentPhrase;
import dev.stockwright.client.words.PairDevicePhrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.desktop.look.ActionButton;
import dev.stockwright.desktop.look.SiteTime;
import dev.stockwright.desktop.look.Speech;
import dev.stockwright.desktop.look.StateRow;
import dev.stockwright.desktop.look.Words;
import dev.stockwright.fx.look.Glyph;
import dev.stockwright.fx.look.Pictogram;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The list of devices over what the chosen one sent; or the wizard in place of both.
final class DevicesView extends StackPane {
  private final DevicesViewModel model;
  private final Speech words;
  private final SiteTime time;
  private final VBox frames = new VBox();
  private final Label heard = Words.of("", "essential");
  private final ListChangeListener<FrameLine> follow = _ -> showFrames();
  private String followed = "";

  DevicesView(DevicesViewModel model, SiteTime time) {
    this.model = model;
    this.words = model.speech();
    this.time = time;
    setId("devices");
    VBox overview = overview();
    StackPane wizard = new StackPane();
    StackPane paired = new StackPane();
    getChildren().addAll(overview, wizard, paired);
    model.pairing().page().subscribe(page -> showPairing(page, paired, overview));
    model
        .wizard()
        .subscribe(
            open -> {
              overview.setVisible(open.isEmpty());
              wizard.setVisible(open.isPresent());
              wizard.getChildren().clear();
              open.ifPresent(w -> wizard.getChildren().setAll(new WizardPane(model, w)));
            });
    model.chosen().subscribe(this::showChosen);
    words.follow(
        () -> {
          showFrames();
          showChosen(model.chosen().get());
        });
  }

  private void showPairing(Optional<PairingPage> page, StackPane paired, VBox overview) {
    overview.setVisible(page.isEmpty() && model.wizard().get().isEmpty());
    paired.setVisible(page.isPresent());
    if (page.isEmpty()) {
      paired.getChildren().clear();
    } else {
      PairingPane pane =
          paired.getChildren().stream().findFirst().orElse(null) instanceof PairingPane open
              ? open
              : new PairingPane(model.pairing());
      paired.getChildren().setAll(pane);
      pane.show(page.get());
    }
  }

  private VBox overview() {
    DeviceList list = new DeviceList(model);
    HBox head = new HBox(heard);
    head.getStyleClass().add("section-head");
    head.setAlignment(Pos.CENTER_LEFT);
    head.setPadding(new Insets(0, 16, 0, 16));
    ScrollPane scroll = new ScrollPane(frames);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    scroll.accessibleTextProperty().bind(words.of(EquipmentPhrase.SENT_SPOKEN));
    VBox.setVgrow(scroll, Priority.ALWAYS);
    return new VBox(list, head, scroll, actionBar());
  }

  private HBox actionBar() {
    ActionButton setUp = new ActionButton("F3", words, EquipmentPhrase.SET_UP, model::setUp);
    setUp.setId("set-up");
    Label note = Words.wrap(Words.of("", "muted", "essential"));
    note.setId("device-note");
    model
        .chosen()
        .subscribe(
            row -> {
              boolean none = row.isPresent() && row.get().profile().isEmpty();
              setUp.setDisable(row.isEmpty() || none);
              note.setText(none ? words.say(row.get().kind().nothingToSet()) : "");
            });
    Label news = Words.wrap(Words.of(model.news(), "medium", "essential"));
    news.setId("device-news");
    ActionButton pair =
        new ActionButton("F9", words, PairDevicePhrase.PAIR_HANDHELD, model::pairHandheld);
    pair.setId("pair-handheld");
    HBox bar = new HBox(setUp, pair, note, news);
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("action-bar");
    return bar;
  }

  private void showChosen(Optional<DeviceRow> row) {
    String id = row.map(DeviceRow::id).orElse("");
    if (!id.equals(followed)) {
      model.frames(followed).removeListener(follow);
      followed = id;
      model.frames(id).addListener(follow);
      showFrames();
    }
    heard.setText(
        words.say(row.map(DeviceRow::linesHead).orElse(Text.of(EquipmentPhrase.WHAT_WAS_SENT))));
  }

  private void showFrames() {
    frames
        .getChildren()
        .setAll(
            model.frames(followed).stream()
                .map(frame -> new FrameRow(frame, time, words))
                .toList());
    if (frames.getChildren().isEmpty()) {
      StateRow none =
          new StateRow(
              StateRow.Kind.EMPTY,
              words.say(EquipmentPhrase.NOTHING_YET),
              words.say(
                  model
                      .chosen()
                      .get()
                      .map(DeviceRow::kind)
                      .orElse(DeviceRow.Kind.SCANNER)
                      .nothingYet()));
      VBox.setMargin(none, new Insets(8, 16, 8, 16));
      frames.getChildren().add(none);
    }
  }

  /// Pictogram of what became of a frame.
  static Glyph glyph(FrameLine.Kind kind) {
    return new Glyph(
        switch (kind) {
          case SCAN -> Pictogram.CHECK;
          case BOUNCE -> Pictogram.HISTORY;
          case REFUSED -> Pictogram.OCTAGON_X;
          case TRIED -> Pictogram.EYE;
          case TAG -> Pictogram.NFC;
          case LABEL -> Pictogram.PRINTER;
        },
        20);
  }
}
