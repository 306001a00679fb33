package dev.stockwright.desktop.stock;

import dev.stockwright.desktop.look.Figures;
import dev.stockwright.desktop.look.Glyph;
import dev.stockwright.desktop.look.Icon;
import dev.stockwright.desktop.look.SiteTime;
import dev.stockwright.desktop.look.Words;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
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

  /// Movements come with the stream; what was before is not read yet.
  private static final String QUIET = "None since this desk started";

  private final StockViewModel model;
  private final SiteTime time;
  private final VBox list = new VBox();

  StockDrawer(StockViewModel model, SiteTime time) {
    this.model = model;
    this.time = time;
    setId("drawer");
    getStyleClass().add("drawer");
    ScrollPane scroll = new ScrollPane(list);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    scroll.setAccessibleText("Details");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().add(scroll);
    model.chosen().subscribe(_ -> rebuild());
    model.detail().subscribe(_ -> rebuild());
    model
        .movements()
        .addListener(
            (ListChangeListener<MovementLine>)
                _ -> {
                  if (model.chosen().get().isEmpty()) {
                    rebuild();
                  }
                });
  }

  private void rebuild() {
    Optional<StockRow> chosen = model.chosen().get();
    list.getChildren().clear();
    if (chosen.isPresent()) {
      product(chosen.get());
    } else {
      list.getChildren().add(head("Last movements", ""));
      movements(model.movements());
      if (model.movements().isEmpty()) {
        list.getChildren().add(row("place-row", Words.of(QUIET, "muted")));
      }
    }
  }

  private void product(StockRow row) {
    Button close = new Button("", new Glyph(Icon.X, 20));
    close.setId("close-product");
    close.getStyleClass().add("quiet");
    close.setAccessibleText("Close the product, key Escape");
    close.setOnAction(_ -> model.escape());
    HBox top =
        new HBox(
            8,
            Words.of(row.sku().code(), "code", "muted", "essential"),
            Words.space(),
            Words.key("Esc"),
            close);
    top.setAlignment(Pos.CENTER_LEFT);
    Label name = Words.of(row.product(), "title", "essential");
    name.setWrapText(true);
    name.setMinHeight(USE_PREF_SIZE);
    list.getChildren().addAll(top, name);
    model
        .detail()
        .get()
        .ifPresent(d -> d.codes().forEach(c -> list.getChildren().add(Words.of(c, "muted"))));
    Label number = Words.firm(Figures.of(row.available()), "lead", "essential");
    if (number.getText().length() <= LARGE_MAX) {
      number.getStyleClass().add("large");
    }
    number.setId("available");
    VBox words =
        new VBox(
            Words.of("available", "strong"),
            Words.of(Figures.of(row.onHand()) + " on hand", "muted", "essential"),
            Words.of(taken(row), "muted", "essential"));
    words.setAlignment(Pos.CENTER_LEFT);
    HBox lead = new HBox(14, number, words);
    lead.setAlignment(Pos.CENTER_LEFT);
    list.getChildren().add(lead);
    model.detail().get().ifPresent(this::detail);
  }

  private static String taken(StockRow row) {
    if (row.blocked() == 0) {
      return Figures.of(row.reserved()) + " reserved";
    }
    return Figures.of(row.reserved()) + " reserved, " + Figures.of(row.blocked()) + " blocked";
  }

  private void detail(ProductDetail detail) {
    if (!detail.places().isEmpty()) {
      list.getChildren().add(head("Where", "on hand · reserved"));
    }
    for (ProductDetail.Place place : detail.places()) {
      Label reserved = Words.firm(Figures.of(place.reserved()), "muted", "number");
      reserved.setMinWidth(44);
      reserved.setAlignment(Pos.CENTER_RIGHT);
      list.getChildren()
          .add(
              row(
                  "place-row",
                  Words.firm(place.location(), "code", "strong", "essential"),
                  Words.of(place.note(), "muted"),
                  Words.space(),
                  Words.firm(Figures.of(place.onHand()), "strong", "number"),
                  reserved));
    }
    list.getChildren().add(head("Last movements", ""));
    movements(detail.movements());
    if (detail.movements().isEmpty()) {
      list.getChildren().add(row("place-row", Words.of(QUIET, "muted")));
    }
  }

  private void movements(List<MovementLine> lines) {
    for (MovementLine line : lines) {
      Label who = Words.of(line.who(), "small", "muted", "essential");
      who.setWrapText(true);
      who.setMinHeight(USE_PREF_SIZE);
      VBox words = new VBox(Words.of(line.what(), "essential"), who);
      words.setAlignment(Pos.CENTER_LEFT);
      words.setMinWidth(0);
      HBox.setHgrow(words, Priority.ALWAYS);
      list.getChildren()
          .add(
              row(
                  "movement-row",
                  Words.firm(time.clock(line.at()), "muted"),
                  words,
                  Words.firm(line.change(), "strong", "number", "essential")));
    }
  }

  private static HBox head(String left, String right) {
    HBox head = row("list-head", Words.of(left), Words.space(), Words.firm(right));
    VBox.setMargin(head, new javafx.geometry.Insets(6, 0, 0, 0));
    return head;
  }

  private static HBox row(String styleClass, Node... nodes) {
    HBox row = new HBox(8, nodes);
    row.getStyleClass().add(styleClass);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }
}
