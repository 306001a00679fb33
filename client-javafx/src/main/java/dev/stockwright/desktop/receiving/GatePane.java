package dev.stockwright.desktop.receiving;

import dev.stockwright.client.words.DockPhrase;
import dev.stockwright.desktop.look.Words;
import dev.stockwright.fx.look.Figures;
import dev.stockwright.fx.look.Glyph;
import dev.stockwright.fx.look.Pictogram;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The RFID gate over the lines of the receipt: one leading number, the figures beside it, and
/// below what is missing, too much or ignored. Shows nothing while the gate is idle.
final class GatePane extends VBox {
  private static final double FIGURES_HEIGHT = 260;
  private static final double LARGE_HEIGHT = 400;

  private final ReceivingViewModel model;
  private final Label read = Words.firm("", "lead", "essential");
  private final Label whole = Words.firm("", "lead", "gate-of", "muted", "essential");
  private final Label title = Words.of("", "title", "essential");
  private final Label document = Words.of("", "muted", "essential");
  private final HBox figures = new HBox();
  private final VBox rows = new VBox();

  GatePane(ReceivingViewModel model) {
    this.model = model;
    setId("gate");
    getStyleClass().add("gate");
    VBox names = new VBox(title, document);
    names.setAlignment(Pos.CENTER_RIGHT);
    HBox lead = new HBox(12, read, whole, Words.space(), names);
    lead.setAlignment(Pos.BASELINE_LEFT);
    lead.getStyleClass().add("gate-lead");
    figures.getStyleClass().add("gate-figures");
    ScrollPane scroll = new ScrollPane(rows);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.accessibleTextProperty().bind(model.words().of(DockPhrase.GATE_ROWS));
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(lead, figures, scroll);
    setMinHeight(0);
    heightProperty().subscribe(height -> arrange(height.doubleValue()));
    model.gate().subscribe(this::show);
  }

  /// A question above it leaves room for the number and what is missing, and for nothing else.
  private void arrange(double height) {
    figures.setVisible(height >= FIGURES_HEIGHT);
    figures.setManaged(figures.isVisible());
    read.getStyleClass().remove("large");
    if (height >= LARGE_HEIGHT) {
      read.getStyleClass().add("large");
    }
  }

  private void show(Optional<GatePicture> now) {
    setVisible(now.isPresent());
    now.ifPresent(this::fill);
  }

  private void fill(GatePicture gate) {
    read.setText(Figures.of(gate.read()));
    whole.setText(model.words().say(DockPhrase.GATE_OF, Figures.of(gate.expected())));
    title.setText(gate.title());
    document.setText(gate.document());
    figures.getChildren().clear();
    for (GatePicture.Figure figure : gate.figures()) {
      VBox tile =
          new VBox(
              Words.firm(figure.value(), "lead", "essential"),
              Words.firm(figure.label(), "essential"));
      tile.getStyleClass().add("gate-figure");
      HBox.setHgrow(tile, Priority.ALWAYS);
      figures.getChildren().add(tile);
    }
    rows.getChildren().setAll(gate.rows().stream().map(GatePane::row).toList());
  }

  private static HBox row(GatePicture.Row row) {
    Label what = Words.of(row.what(), "medium");
    what.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(what, Priority.ALWAYS);
    HBox line =
        new HBox(
            10,
            new Glyph(icon(row.kind()), 20),
            what,
            Words.firm(row.why(), "small", "muted", "essential"),
            Words.firm(row.value(), "strong", "number", "essential"));
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("gate-row");
    line.setAccessibleText(String.join(", ", row.what(), row.why(), row.value()));
    return line;
  }

  private static Pictogram icon(GatePicture.Kind kind) {
    return switch (kind) {
      case MISSING -> Pictogram.X;
      case EXTRA -> Pictogram.TRIANGLE_ALERT;
      case IGNORED -> Pictogram.RSS;
      case OLD -> Pictogram.CHECK;
    };
  }
}
