package dev.stockwright.desktop.stock;

import dev.stockwright.client.words.FramePhrase;
import dev.stockwright.client.words.StockPhrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.desktop.look.SiteTime;
import dev.stockwright.desktop.look.Speech;
import dev.stockwright.desktop.look.Words;
import dev.stockwright.fx.look.Figures;
import dev.stockwright.fx.look.Glyph;
import dev.stockwright.fx.look.Pictogram;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Beside the table: the chosen product, or the last movements of the warehouse.
final class StockDrawer extends VBox {
  /// A longer number is drawn smaller, so that its words fit beside it.
  private static final int LARGE_MAX = 4;

  private static final ObservableValue<String> NO_WORDS = new SimpleStringProperty("");

  private final StockViewModel model;
  private final Speech words;
  private final VBox list = new VBox();
  private final VBox everything = new VBox();
  private final VBox product = new VBox();
  private final VBox top = new VBox();
  private final VBox codes = new VBox();
  private final VBox where = new VBox();
  private final HBox whereHead;
  private final Label number = Words.firm("", "lead", "essential");
  private final Label onHand = Words.wrap(Words.of("", "muted", "essential"));
  private final Label taken = Words.wrap(Words.of("", "muted", "essential"));

  StockDrawer(StockViewModel model, SiteTime time, InstantSource clock) {
    this.model = model;
    this.words = model.speech();
    setId("drawer");
    whereHead = head(words.of(StockPhrase.WHERE), words.of(StockPhrase.IN_PLACE));
    list.getStyleClass().add("drawer-list");
    getStyleClass().add("drawer");
    ScrollPane scroll = new ScrollPane(list);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    scroll.accessibleTextProperty().bind(words.of(StockPhrase.DETAILS));
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().add(scroll);
    everything
        .getChildren()
        .addAll(
            head(words.of(StockPhrase.LAST_MOVEMENTS), NO_WORDS),
            new HistoryList(
                model.history(), words, new HistoryList.Clock(time, clock), model::showOlder));
    product
        .getChildren()
        .addAll(
            top,
            codes,
            lead(),
            where,
            head(words.of(StockPhrase.LAST_MOVEMENTS), NO_WORDS),
            new HistoryList(
                model.productHistory(),
                words,
                new HistoryList.Clock(time, clock),
                model::showOlder));
    model.chosen().subscribe((was, now) -> showRow(was, now));
    showRow(Optional.empty(), model.chosen().get());
    model.detail().subscribe(detail -> showDetail(detail));
    words.follow(
        () -> {
          showRow(Optional.empty(), model.chosen().get());
          showDetail(model.detail().get());
        });
  }

  /// Another product replaces its name, the same one only its numbers: at many changes a second
  /// nothing else is made anew.
  private void showRow(Optional<StockRow> before, Optional<StockRow> now) {
    list.getChildren().setAll(now.isPresent() ? product : everything);
    now.ifPresent(
        row -> {
          if (before.filter(was -> was.key().equals(row.key())).isEmpty()) {
            name(row);
          }
          number.setText(Figures.of(row.available()));
          number.getStyleClass().remove("large");
          if (number.getText().length() <= LARGE_MAX) {
            number.getStyleClass().add("large");
          }
          onHand.setText(words.say(StockPhrase.N_ON_HAND, Figures.of(row.onHand())));
          taken.setText(taken(row));
        });
  }

  private void showDetail(Optional<ProductDetail> detail) {
    codes
        .getChildren()
        .setAll(
            detail.map(ProductDetail::codes).orElse(List.of()).stream()
                .map(code -> Words.of(code, "muted"))
                .toList());
    places(where, detail.map(ProductDetail::where).orElse(new ProductDetail.Where.Asking()));
  }

  private void name(StockRow row) {
    Button close = new Button("", new Glyph(Pictogram.X, 20));
    close.setId("close-product");
    close.getStyleClass().add("quiet");
    close.setAccessibleText(
        words.say(FramePhrase.KEYED, Text.of(StockPhrase.CLOSE_PRODUCT), "Esc"));
    close.setOnAction(_ -> model.escape());
    Label there = Words.of(row.warehouse().code(), "code", "strong", "essential");
    there.setId("product-warehouse");
    there.setVisible(model.several());
    there.setManaged(model.several());
    HBox first =
        new HBox(
            8,
            Words.of(row.sku().code(), "code", "muted", "essential"),
            there,
            Words.space(),
            Words.key("Esc"),
            close);
    first.setAlignment(Pos.CENTER_LEFT);
    Label name = Words.of(row.product(), "title", "essential");
    name.setWrapText(true);
    name.setMinHeight(USE_PREF_SIZE);
    top.getChildren().setAll(first, name);
  }

  private HBox lead() {
    number.setId("available");
    VBox beside = new VBox(Words.of(words.of(StockPhrase.IS_AVAILABLE), "strong"), onHand, taken);
    beside.setAlignment(Pos.CENTER_LEFT);
    HBox lead = new HBox(14, number, beside);
    lead.setAlignment(Pos.CENTER_LEFT);
    return lead;
  }

  private String taken(StockRow row) {
    if (row.blocked() == 0) {
      return words.say(StockPhrase.N_RESERVED, Figures.of(row.reserved()));
    }
    return words.say(
        StockPhrase.N_RESERVED_BLOCKED, Figures.of(row.reserved()), Figures.of(row.blocked()));
  }

  private void places(VBox into, ProductDetail.Where where) {
    into.getChildren().setAll(whereHead);
    switch (where) {
      case ProductDetail.Where.Asking _ ->
          into.getChildren().add(said(words.say(StockPhrase.ASKING)));
      case ProductDetail.Where.Unknown _ ->
          into.getChildren().add(said(words.say(StockPhrase.NOT_KNOWN)));
      case ProductDetail.Where.Known(List<ProductDetail.Place> places) -> {
        places.forEach(place -> into.getChildren().add(place(place)));
        if (places.isEmpty()) {
          into.getChildren().add(said(words.say(StockPhrase.IN_NO_LOCATION)));
        }
      }
    }
  }

  private static HBox place(ProductDetail.Place place) {
    Label note = Words.of(place.note(), "small", "muted", "essential");
    note.setWrapText(true);
    note.setMinHeight(USE_PREF_SIZE);
    HBox.setHgrow(note, Priority.ALWAYS);
    return row(
        "place-row",
        Words.firm(place.location(), "code", "strong", "essential"),
        note,
        Words.space(),
        Words.firm(Figures.of(place.onHand()), "strong", "number"));
  }

  private static HBox said(String words) {
    return row("place-row", Words.wrap(Words.of(words, "muted", "essential")));
  }

  private static HBox head(ObservableValue<String> left, ObservableValue<String> right) {
    HBox head = row("list-head", Words.of(left), Words.space(), Words.firm(right));
    VBox.setMargin(head, new Insets(6, 0, 0, 0));
    return head;
  }

  static HBox row(String styleClass, Node... nodes) {
    HBox row = new HBox(8, nodes);
    row.getStyleClass().add(styleClass);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }
}
