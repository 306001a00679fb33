package dev.stockwright.desktop.stock;

import dev.stockwright.desktop.look.SiteTime;
import dev.stockwright.desktop.look.StateRow;
import dev.stockwright.desktop.look.Words;
import dev.stockwright.fx.look.Figures;
import dev.stockwright.fx.look.Glyph;
import dev.stockwright.fx.look.Pictogram;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.SetChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Search, table and drawer.
final class StockView extends HBox {
  private static final double WIDE = 1_150;

  private final StockViewModel model;
  private final SiteTime time;
  private final InstantSource clock;
  private final StockTable table;
  private final TextField search = new TextField();
  private final HBox columns = new HBox();
  private final BooleanProperty roomy = new SimpleBooleanProperty(false);

  StockView(StockViewModel model, SiteTime time, InstantSource clock) {
    this.model = model;
    this.time = time;
    this.clock = clock;
    setId("stock");
    table = new StockTable(model, time, clock);
    fillColumns();
    StackPane body = new StackPane(table, nothing(), newRows());
    body.setMinHeight(0);
    VBox.setVgrow(body, Priority.ALWAYS);
    VBox left = new VBox(tools(), columns, staleRow(), failedRow(), body);
    left.setMinWidth(0);
    HBox.setHgrow(left, Priority.ALWAYS);
    StockDrawer drawer = new StockDrawer(model, time, clock);
    getChildren().addAll(left, drawer);
    widthProperty()
        .subscribe(
            width -> {
              boolean wide = width.doubleValue() >= WIDE;
              table.arrange(wide);
              roomy.set(wide);
              drawer.setMinWidth(wide ? 366 : 280);
              drawer.setPrefWidth(wide ? 366 : 280);
              drawer.setMaxWidth(wide ? 366 : 280);
            });
    model
        .freshness()
        .subscribe(
            now -> {
              getStyleClass().remove("stale");
              if (!(now instanceof Freshness.Live)) {
                getStyleClass().add("stale");
              }
            });
  }

  void find() {
    search.requestFocus();
    search.selectAll();
  }

  void caretToEnd() {
    search.end();
  }

  void toTable() {
    table.requestFocus();
  }

  Node tableNode() {
    return table.table();
  }

  List<Node> panels() {
    return List.of(search, table.table());
  }

  private Node tools() {
    search.setId("search");
    search.setPromptText("Find by SKU or product");
    search.setAccessibleText("Find by SKU or product");
    search.setPrefWidth(280);
    search.textProperty().bindBidirectional(model.filter());
    search.setOnAction(_ -> table.requestFocus());
    Label count = Words.firm("", "muted", "essential");
    count.setId("count");
    model
        .total()
        .subscribe(
            total ->
                count.setText(
                    total.isPresent()
                        ? Figures.count(total.getAsLong(), "product", "products")
                        : ""));
    ToggleButton choose = new ToggleButton("Columns");
    choose.setId("columns-button");
    choose.getStyleClass().setAll("button");
    choose.setAccessibleText("Choose the columns");
    choose.setMinWidth(USE_PREF_SIZE);
    columns.visibleProperty().bind(choose.selectedProperty());
    columns.managedProperty().bind(choose.selectedProperty());
    HBox tools = new HBox(search, Words.key("Ctrl F"), Words.space(), count, choose);
    tools.setAlignment(Pos.CENTER_LEFT);
    tools.getStyleClass().add("tool-bar-row");
    return tools;
  }

  /// In the screen itself: a menu would be a window of its own, and could keep a scan.
  private void fillColumns() {
    columns.setId("columns");
    columns.getStyleClass().add("columns-row");
    columns.setAlignment(Pos.CENTER_LEFT);
    columns.getChildren().add(Words.of("Shown", "muted", "essential"));
    for (StockQuery.Column column : StockQuery.Column.OPTIONAL) {
      ToggleButton shown = new ToggleButton(column.words());
      shown.setId("column-" + column.name().toLowerCase(Locale.ROOT));
      shown.getStyleClass().setAll("column-toggle");
      shown.setAccessibleText("Show the column " + column.words());
      shown.setOnAction(
          _ -> {
            if (shown.isSelected()) {
              model.hidden().remove(column);
            } else {
              model.hidden().add(column);
            }
          });
      Runnable follow =
          () -> {
            boolean seen = !model.hidden().contains(column);
            shown.setSelected(seen);
            shown.setGraphic(new Glyph(seen ? Pictogram.CHECK : Pictogram.X, 16));
          };
      if (column == StockQuery.Column.LAST_MOVED) { // Only a wide window has room for it.
        shown.visibleProperty().bind(roomy);
        shown.managedProperty().bind(roomy);
      }
      model.hidden().addListener((SetChangeListener<Object>) _ -> follow.run());
      follow.run();
      columns.getChildren().add(shown);
    }
  }

  private Node staleRow() {
    Label head = Words.firm("", "medium", "essential");
    Label what = Words.of("", "muted");
    HBox row = new HBox(new Glyph(Pictogram.CLOCK, 20), head, what);
    row.setId("stale");
    row.getStyleClass().add("stale-row");
    row.setAlignment(Pos.CENTER_LEFT);
    model
        .freshness()
        .subscribe(
            now -> {
              switch (now) {
                case Freshness.Stale(var since, var age) -> {
                  head.setText("Stale since " + moment(since) + ", " + SiteTime.age(age) + " old");
                  what.setText("Numbers below may have moved");
                }
                case Freshness.Copy(var asOf, var age) -> {
                  head.setText("This desk's own copy, " + SiteTime.age(age) + " old");
                  what.setText("The server's list did not come");
                  row.setAccessibleHelp("As of " + moment(asOf) + "; the server is asked again.");
                }
                case Freshness.Live _, Freshness.Failed _ -> head.setText("");
              }
              row.setAccessibleText(head.getText() + ". " + what.getText() + ".");
              row.setVisible(!head.getText().isEmpty());
              row.setManaged(row.isVisible());
            });
    return row;
  }

  private String moment(Instant at) {
    return time.brief(at, clock.instant());
  }

  private Node failedRow() {
    Button retry = new Button("Retry");
    retry.setId("retry");
    retry.setAccessibleText("Load the stock again");
    retry.setOnAction(_ -> model.retry());
    StateRow row = new StateRow(StateRow.Kind.ERROR, "Stock did not load", "", retry);
    row.setId("failed");
    VBox.setMargin(row, new Insets(0, 16, 12, 16));
    model
        .freshness()
        .subscribe(
            now -> {
              boolean failed = now instanceof Freshness.Failed;
              if (now instanceof Freshness.Failed(String why)) {
                row.say("Stock did not load", why);
              }
              row.setVisible(failed);
              row.setManaged(failed);
            });
    return row;
  }

  private Node nothing() {
    Button clear = new Button("Clear");
    clear.setId("clear-filter");
    clear.setAccessibleText("Clear the search");
    clear.setOnAction(_ -> model.filter().set(""));
    StateRow row = new StateRow(StateRow.Kind.FILTERED, "", "Try other words", clear);
    row.setId("nothing");
    StackPane.setAlignment(row, Pos.TOP_CENTER);
    StackPane.setMargin(row, new Insets(50, 16, 0, 16));
    Runnable show =
        () -> {
          boolean none = model.rows().isEmpty() && model.total().get().isPresent();
          String words = model.query().get().filter();
          row.say(
              words.isEmpty() ? "No stock here yet" : "No rows for “" + words + "”",
              words.isEmpty() ? "Receive the first goods" : "Clear the search to see all");
          clear.setVisible(!words.isEmpty());
          row.setVisible(none);
        };
    model.rows().addListener((ListChangeListener<Object>) _ -> show.run());
    model.total().addListener((_, _, _) -> show.run());
    show.run();
    return row;
  }

  private Node newRows() {
    Button show = new Button("", new Glyph(Pictogram.ARROW_DOWN, 16));
    show.setId("new-rows");
    show.getStyleClass().addAll("primary", "round");
    show.setOnAction(_ -> model.showNewRows());
    StackPane.setAlignment(show, Pos.BOTTOM_CENTER);
    StackPane.setMargin(show, new Insets(0, 0, 14, 0));
    model
        .newRows()
        .subscribe(
            count -> {
              show.setText(Figures.count(count.longValue(), "new row", "new rows") + ", show");
              show.setAccessibleText(show.getText());
              show.setVisible(count.intValue() > 0);
            });
    return show;
  }
}
