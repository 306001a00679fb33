package dev.stockwright.desktop.receiving;

import dev.stockwright.client.words.DockPhrase;
import dev.stockwright.desktop.look.LiveRow;
import dev.stockwright.desktop.look.LiveTable;
import dev.stockwright.desktop.look.Meter;
import dev.stockwright.desktop.look.Speech;
import dev.stockwright.desktop.look.Words;
import dev.stockwright.fx.look.Figures;
import dev.stockwright.fx.look.Glyph;
import dev.stockwright.fx.look.Pictogram;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.layout.StackPane;

/// The lines of the open receipt. A scan chooses its line and brings it into view; the focus stays
/// where it is.
final class LineTable extends StackPane {
  /// What the style sheet leaves free at both sides of the state.
  private static final double STATE_PADDING = 24;

  private final ReceivingViewModel model;
  private final LiveTable<ReceiptLine> table = new LiveTable<>("lines", "");
  private final TableColumn<?, ?> number;
  private final TableColumn<?, ?> product;
  private final TableColumn<?, ?> sku;
  private final TableColumn<?, ?> expected;
  private final TableColumn<?, ?> received;
  private final TableColumn<?, ?> progress;
  private final TableColumn<?, ?> state;

  LineTable(ReceivingViewModel model) {
    this.model = model;
    number = table.words("#", line -> Integer.toString(line.number()), "first", "muted");
    LiveTable.width(number, 44);
    product = table.words("", ReceiptLine::product, "medium", "product", "first");
    sku = table.words("", line -> line.sku().code(), "code");
    LiveTable.width(sku, 100);
    expected = table.words("", line -> Figures.of(line.expected()), "figures");
    received = table.figures("", ReceiptLine::received, "deciding");
    progress = table.drawn("", Meter::new, (meter, line) -> meter.show(line.part()));
    state = table.drawn("", this::stateLabel, this::drawState, "last");
    table.setPlaceholder(Words.of(model.words().of(DockPhrase.NO_LINES)));
    name();
    table.setItems(model.lines());
    getChildren().add(table);
    model.selected().subscribe(_ -> followModel());
    model.lines().addListener((ListChangeListener<LiveRow<ReceiptLine>>) _ -> followModel());
    table.getSelectionModel().selectedItemProperty().subscribe(this::followTable);
  }

  private void name() {
    Speech words = model.words();
    table.accessibleTextProperty().bind(words.of(DockPhrase.LINES_OF_RECEIPT));
    product.textProperty().bind(words.of(DockPhrase.PRODUCT));
    sku.textProperty().bind(words.of(DockPhrase.SKU));
    expected.textProperty().bind(words.of(DockPhrase.EXPECTED));
    received.textProperty().bind(words.of(DockPhrase.RECEIVED));
    progress.textProperty().bind(words.of(DockPhrase.PROGRESS));
    state.textProperty().bind(words.of(DockPhrase.STATE));
    words.wording().subscribe(_ -> table.refresh());
  }

  void arrange(boolean wide) {
    number.setVisible(wide);
    sku.setVisible(wide);
    progress.setVisible(wide);
    LiveTable.width(expected, 96);
    LiveTable.width(received, 104);
    LiveTable.width(progress, 96);
    LiveTable.width(state, wide ? 124 : 112);
  }

  LiveTable<ReceiptLine> table() {
    return table;
  }

  private void followModel() {
    Optional<String> key = model.selected().get();
    int row = key.map(model::indexOf).orElse(-1);
    if (row < 0) {
      table.getSelectionModel().clearSelection();
    } else if (table.getSelectionModel().getSelectedIndex() != row) {
      table.getSelectionModel().clearAndSelect(row);
      table.reveal(row);
    }
  }

  private void followTable(@org.jspecify.annotations.Nullable LiveRow<ReceiptLine> row) {
    if (row != null) {
      row.value().get().ifPresent(line -> model.select(line.key()));
    }
  }

  /// As wide as its column, so that a long word goes on in the next line.
  private Label stateLabel() {
    Label label = Words.wrap(Words.of(""));
    label.maxWidthProperty().bind(state.widthProperty().subtract(STATE_PADDING));
    return label;
  }

  private void drawState(Label label, ReceiptLine line) {
    label.setText(line.stateWord(model.words()));
    label.setAlignment(Pos.CENTER_LEFT);
    label
        .getStyleClass()
        .setAll(
            "label",
            "tag",
            "essential",
            switch (line.state()) {
              case OPEN, DONE -> "plain";
              case OVER -> "attention";
              case EXTRA -> "extra";
            });
    label.setGraphic(
        line.state() == ReceiptLine.State.DONE ? new Glyph(Pictogram.CHECK, 16) : null);
  }
}
