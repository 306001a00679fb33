package dev.stockwright.desktop.stock;

import dev.stockwright.client.words.StockPhrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.desktop.look.PaneGrip;
import dev.stockwright.desktop.look.SiteTime;
import dev.stockwright.desktop.look.Speech;
import dev.stockwright.desktop.look.StateRow;
import dev.stockwright.desktop.look.Words;
import dev.stockwright.fx.look.Glyph;
import dev.stockwright.fx.look.Pictogram;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import javafx.collections.SetChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Search, table and drawer.
final class StockView extends HBox {
  private final StockViewModel model;
  private final Speech words;
  private final SiteTime time;
  private final InstantSource clock;
  private final StockTable table;
  private final PaneGrip grip;
  private final TextField search = new TextField();
  private final HBox columns = new HBox();

  StockView(StockViewModel model, SiteTime time, InstantSource clock) {
    this.model = model;
    this.words = model.speech();
    this.time = time;
    this.clock = clock;
    setId("stock");
    table = new StockTable(model, time, clock);
    addEventFilter(KeyEvent.KEY_PRESSED, new ColumnKeys(model, table.table())::pressed);
    fillColumns();
    StackPane body = new StackPane(table, nothing(), newRows());
    body.setMinHeight(0);
    VBox.setVgrow(body, Priority.ALWAYS);
    VBox left = new VBox(tools(), new StockScopes(model), columns, staleRow(), failedRow(), body);
    left.setMinWidth(0);
    HBox.setHgrow(left, Priority.ALWAYS);
    StockDrawer drawer = new StockDrawer(model, time, clock);
    grip = new PaneGrip("stock-drawer", drawer, false, words);
    getChildren().addAll(left, grip, drawer);
    widthProperty()
        .subscribe(
            width -> {
              table.arrange(width.doubleValue());
              grip.arrange(width.doubleValue(), width.doubleValue() >= StockTable.WIDE ? 366 : 280);
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

  List<PaneGrip> grips() {
    return List.of(grip);
  }

  List<Node> panels() {
    return List.of(search, table.table());
  }

  private Node tools() {
    search.setId("search");
    search.promptTextProperty().bind(words.of(StockPhrase.FIND));
    search.accessibleTextProperty().bind(words.of(StockPhrase.FIND));
    search.setPrefWidth(280);
    search.textProperty().bindBidirectional(model.filter());
    search.setOnAction(_ -> table.requestFocus());
    Label count = Words.firm("", "muted", "essential");
    count.setId("count");
    Runnable say =
        () -> {
          OptionalLong total = model.total().get();
          count.setText(
              total.isPresent()
                  ? words.say(
                      model.several() ? StockPhrase.ROWS : StockPhrase.PRODUCTS, total.getAsLong())
                  : "");
        };
    model.total().subscribe(say);
    model.scope().subscribe(say);
    words.follow(say);
    ToggleButton choose = new ToggleButton();
    choose.textProperty().bind(words.of(StockPhrase.COLUMNS));
    choose.setId("columns-button");
    choose.getStyleClass().setAll("button");
    choose.accessibleTextProperty().bind(words.of(StockPhrase.CHOOSE_COLUMNS));
    choose.setMinWidth(USE_PREF_SIZE);
    columns.visibleProperty().bind(choose.selectedProperty());
    columns.managedProperty().bind(choose.selectedProperty());
    HBox tools = new HBox(search, Words.key("Ctrl+F"), Words.space(), count, choose);
    tools.setAlignment(Pos.CENTER_LEFT);
    tools.getStyleClass().add("tool-bar-row");
    return tools;
  }

  /// In the screen itself: a menu would be a window of its own, and could keep a scan.
  private void fillColumns() {
    columns.setId("columns");
    columns.getStyleClass().add("columns-row");
    columns.setAlignment(Pos.CENTER_LEFT);
    columns.getChildren().add(Words.of(words.of(StockPhrase.SHOWN), "muted", "essential"));
    for (StockQuery.Column column : StockQuery.Column.OPTIONAL) {
      ToggleButton shown = new ToggleButton();
      shown.textProperty().bind(words.of(column.words()));
      shown.setId("column-" + column.name().toLowerCase(Locale.ROOT));
      shown.getStyleClass().setAll("column-toggle");
      shown
          .accessibleTextProperty()
          .bind(words.of(StockPhrase.SHOW_COLUMN, Text.of(column.words())));
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
      Runnable fit =
          () -> {
            shown.setVisible(StockTable.fits(column, getWidth(), model.several()));
            shown.setManaged(shown.isVisible());
          };
      widthProperty().subscribe(fit);
      model.scope().subscribe(fit);
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
    Runnable say =
        () -> {
          switch (model.freshness().get()) {
            case Freshness.Stale(var since, var age, var where) -> {
              head.setText(words.say(StockPhrase.STALE_SINCE, moment(since), words.age(age)));
              what.setText(
                  where.isEmpty()
                      ? words.say(StockPhrase.MAY_HAVE_MOVED)
                      : words.say(StockPhrase.MAY_HAVE_MOVED_IN, codes(where)));
            }
            case Freshness.Copy(var asOf, var age) -> {
              head.setText(words.say(StockPhrase.OWN_COPY, words.age(age)));
              what.setText(words.say(StockPhrase.LIST_DID_NOT_COME));
              row.setAccessibleHelp(words.say(StockPhrase.AS_OF_ASKED, moment(asOf)));
            }
            case Freshness.Live _, Freshness.Failed _ -> head.setText("");
          }
          row.setAccessibleText(head.getText() + ". " + what.getText() + ".");
          row.setVisible(!head.getText().isEmpty());
          row.setManaged(row.isVisible());
        };
    model.freshness().subscribe(say);
    words.follow(say);
    return row;
  }

  private static String codes(List<WarehouseCode> where) {
    return where.stream().map(WarehouseCode::code).collect(Collectors.joining(", "));
  }

  private String moment(Instant at) {
    return time.brief(at, clock.instant(), words);
  }

  private Node failedRow() {
    Button retry = new Button();
    retry.textProperty().bind(words.of(StockPhrase.RETRY));
    retry.setId("retry");
    retry.accessibleTextProperty().bind(words.of(StockPhrase.LOAD_AGAIN));
    retry.setOnAction(_ -> model.retry());
    StateRow row = new StateRow(StateRow.Kind.ERROR, "", "", retry);
    row.setId("failed");
    VBox.setMargin(row, new Insets(0, 16, 12, 16));
    model
        .freshness()
        .subscribe(
            now -> {
              boolean failed = now instanceof Freshness.Failed;
              if (now instanceof Freshness.Failed(String why)) {
                row.say(words.say(StockPhrase.DID_NOT_LOAD), why);
              }
              row.setVisible(failed);
              row.setManaged(failed);
            });
    return row;
  }

  private Node nothing() {
    Button clear = new Button();
    clear.textProperty().bind(words.of(StockPhrase.CLEAR));
    clear.setId("clear-filter");
    clear.accessibleTextProperty().bind(words.of(StockPhrase.CLEAR_SEARCH));
    clear.setOnAction(_ -> model.filter().set(""));
    StateRow row = new StateRow(StateRow.Kind.FILTERED, "", "", clear);
    row.setId("nothing");
    StackPane.setAlignment(row, Pos.TOP_CENTER);
    StackPane.setMargin(row, new Insets(50, 16, 0, 16));
    Runnable show =
        () -> {
          boolean none = model.rows().isEmpty() && model.total().get().isPresent();
          String wanted = model.query().get().filter();
          row.say(
              wanted.isEmpty()
                  ? words.say(StockPhrase.NONE_YET)
                  : words.say(StockPhrase.NO_ROWS, wanted),
              words.say(
                  wanted.isEmpty() ? StockPhrase.RECEIVE_FIRST : StockPhrase.CLEAR_TO_SEE_ALL));
          clear.setVisible(!wanted.isEmpty());
          row.setVisible(none);
        };
    model.rows().addListener((ListChangeListener<Object>) _ -> show.run());
    model.total().addListener((_, _, _) -> show.run());
    words.follow(show);
    return row;
  }

  private Node newRows() {
    Button show = new Button("", new Glyph(Pictogram.ARROW_DOWN, 16));
    show.setId("new-rows");
    show.getStyleClass().addAll("primary", "round");
    show.setOnAction(_ -> model.showNewRows());
    StackPane.setAlignment(show, Pos.BOTTOM_CENTER);
    StackPane.setMargin(show, new Insets(0, 0, 14, 0));
    Runnable say =
        () -> {
          show.setText(words.say(StockPhrase.NEW_ROWS, model.newRows().get()));
          show.setAccessibleText(show.getText());
          show.setVisible(model.newRows().get() > 0);
        };
    model.newRows().subscribe(say);
    words.follow(say);
    return show;
  }
}
