package dev.stockwright.desktop.picking;

import dev.stockwright.client.words.BoardPhrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.desktop.look.ActionButton;
import dev.stockwright.desktop.look.DecisionCard;
import dev.stockwright.desktop.look.SiteTime;
import dev.stockwright.desktop.look.Speech;
import dev.stockwright.desktop.look.StateRow;
import dev.stockwright.desktop.look.Words;
import dev.stockwright.fx.look.Figures;
import dev.stockwright.fx.look.Glyph;
import dev.stockwright.fx.look.Pictogram;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// How many orders are how far, all of them below each other, and what can be done with one.
final class BoardView extends VBox {
  private final BoardViewModel model;
  private final Speech words;
  private final BoardTable table;
  private final OrderPane order;
  private final SiteTime time;
  private final TextField filter = new TextField();
  private final StackPane told = new StackPane();

  BoardView(BoardViewModel model, SiteTime time, InstantSource clock) {
    this.model = model;
    this.words = model.speech();
    this.time = time;
    this.table = new BoardTable(model, time, clock);
    this.order = new OrderPane(model);
    setId("board");
    DecisionCard decision = new DecisionCard(model.decision(), model::answer);
    VBox.setMargin(decision, new Insets(0, 16, 12, 16));
    told.setPadding(new Insets(50, 16, 16, 16));
    told.setPickOnBounds(false);
    StackPane body = new StackPane(table, told, order);
    body.setMinHeight(0);
    VBox.setVgrow(body, Priority.ALWAYS);
    getChildren().addAll(stages(), tools(), notice(), oldRow(), decision, body, actions());
    model.state().subscribe(_ -> tell());
    model.rows().addListener((ListChangeListener<Object>) _ -> tell());
    words.follow(this::tell);
    model.old().subscribe(old -> fade(old.isPresent()));
  }

  private void fade(boolean old) {
    getStyleClass().remove("stale");
    if (old) {
      getStyleClass().add("stale");
    }
  }

  List<Node> panels() {
    return List.of(filter, front());
  }

  /// The board, or the lines of an order over it.
  Node front() {
    return order.isVisible() ? order.lines() : table.table();
  }

  OrderPane order() {
    return order;
  }

  void find() {
    filter.requestFocus();
    filter.selectAll();
  }

  void toTable() {
    front().requestFocus();
  }

  private Node stages() {
    FlowPane row = new FlowPane(8, 8);
    row.getStyleClass().add("list-kinds");
    row.setAlignment(Pos.CENTER_LEFT);
    row.setMinHeight(USE_PREF_SIZE);
    row.getChildren().add(stage(Optional.empty(), BoardPhrase.ALL, 0));
    int number = 1;
    for (Stage each : Stage.values()) {
      row.getChildren().add(stage(Optional.of(each), each.words(), number++));
    }
    row.getChildren().addAll(overdue(), picker());
    return row;
  }

  private ToggleButton stage(Optional<Stage> stage, BoardPhrase phrase, int number) {
    String name = stage.map(each -> each.name().toLowerCase(java.util.Locale.ROOT)).orElse("all");
    ToggleButton button = toggle("stage-" + name, Integer.toString(number));
    Runnable say =
        () -> {
          Totals now = model.totals().get();
          long orders = stage.map(now::at).orElse(now.orders());
          say(button, Text.of(BoardPhrase.WITH_COUNT, Text.of(phrase), orders));
        };
    model.totals().subscribe(say);
    words.follow(say);
    button.setOnAction(_ -> model.only(stage));
    model.arrangement().subscribe(now -> button.setSelected(now.stage().equals(stage)));
    return button;
  }

  private ToggleButton overdue() {
    ToggleButton button = toggle("board-overdue", "O");
    Glyph mark = new Glyph(Pictogram.TRIANGLE_ALERT, 16);
    HBox keys = new HBox(6, Words.key("O"), mark);
    keys.setAlignment(Pos.CENTER);
    button.setGraphic(keys);
    Runnable say =
        () -> {
          long late = model.totals().get().overdue();
          say(button, Text.of(BoardPhrase.WITH_COUNT, Text.of(BoardPhrase.OVERDUE), late));
        };
    model.totals().subscribe(say);
    words.follow(say);
    button.setOnAction(_ -> model.overdueOnly());
    model.arrangement().subscribe(now -> button.setSelected(now.overdueOnly()));
    return button;
  }

  private ToggleButton picker() {
    ToggleButton button = toggle("board-picker", "W");
    Runnable say =
        () ->
            say(
                button,
                model
                    .arrangement()
                    .get()
                    .picker()
                    .map(
                        who ->
                            who.isEmpty()
                                ? Text.of(BoardPhrase.PICKER, Text.of(BoardPhrase.NOBODY))
                                : Text.of(BoardPhrase.PICKER, who))
                    .orElseGet(() -> Text.of(BoardPhrase.PICKER, Text.of(BoardPhrase.ANYBODY))));
    model.arrangement().subscribe(say);
    words.follow(say);
    button.setOnAction(_ -> model.nextPicker());
    model.arrangement().subscribe(now -> button.setSelected(now.picker().isPresent()));
    return button;
  }

  private static ToggleButton toggle(String id, String key) {
    ToggleButton button = new ToggleButton("", Words.key(key));
    button.setId(id);
    button.getStyleClass().setAll("column-toggle");
    button.setMinWidth(USE_PREF_SIZE);
    button.setUserData(key);
    return button;
  }

  private void say(ToggleButton button, Text text) {
    String said = words.say(text);
    button.setText(said);
    button.setAccessibleText(said + ", " + button.getUserData());
  }

  private Node tools() {
    filter.setId("board-filter");
    filter.promptTextProperty().bind(words.of(BoardPhrase.FIND));
    filter.accessibleTextProperty().bind(words.of(BoardPhrase.FIND));
    filter.setPrefWidth(300);
    filter.textProperty().subscribe(model::find);
    model
        .arrangement()
        .subscribe(
            now -> {
              if (!filter.getText().equals(now.text())) {
                filter.setText(now.text());
              }
            });
    filter.setOnAction(_ -> toTable());
    Label figures = Words.firm("", "medium", "essential");
    figures.setId("board-figures");
    Label count = Words.firm("", "muted", "essential");
    count.setId("board-count");
    Runnable say =
        () -> {
          Totals now = model.totals().get();
          figures.setText(
              model.say(BoardPhrase.LINES_OPEN, now.linesOpen())
                  + " · "
                  + model.say(BoardPhrase.UNITS_SHORT, now.missing()));
          count.setText(count(now));
        };
    model.totals().subscribe(say);
    model.marked().subscribe(say);
    model.state().subscribe(say);
    model.rows().addListener((ListChangeListener<Object>) _ -> say.run());
    words.follow(say);
    HBox row = new HBox(filter, Words.key("Ctrl+F"), figures, Words.space(), count);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("tool-bar-row");
    return row;
  }

  private String count(Totals now) {
    int marked = model.marked().get().size();
    if (marked > 0) {
      return model.say(BoardPhrase.MARKED, marked);
    }
    if (model.state().get() instanceof BoardState.Shown(_, boolean more) && more) {
      return model.say(BoardPhrase.FIRST_ONLY, now.orders());
    }
    int shown = model.rows().size();
    return shown < now.orders()
        ? model.say(BoardPhrase.ORDERS_OF, Figures.of(shown), Figures.of(now.orders()))
        : model.say(BoardPhrase.ORDERS, now.orders());
  }

  /// What came of what was done last.
  private Node notice() {
    Label said = Words.wrap(Words.of("", "medium", "essential"));
    said.setId("board-notice");
    HBox.setHgrow(said, Priority.ALWAYS);
    HBox row = new HBox(said);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("board-notice");
    model
        .notice()
        .subscribe(
            now -> {
              said.setText(now.words());
              row.setVisible(!now.words().isEmpty());
              row.getChildren()
                  .setAll(
                      new Glyph(now.refused() ? Pictogram.TRIANGLE_ALERT : Pictogram.CHECK, 20),
                      said);
              row.getStyleClass().remove("refused");
              if (now.refused()) {
                row.getStyleClass().add("refused");
              }
            });
    row.managedProperty().bind(row.visibleProperty());
    return row;
  }

  /// Since when the board does not follow the server.
  private Node oldRow() {
    Label head = Words.firm("", "medium", "essential");
    Label what = Words.of(words.of(BoardPhrase.NOT_LIVE_HINT), "muted");
    HBox row = new HBox(new Glyph(Pictogram.CLOCK, 20), head, what);
    row.setId("board-old");
    row.getStyleClass().add("stale-row");
    row.setAlignment(Pos.CENTER_LEFT);
    Runnable say =
        () -> {
          row.setVisible(model.old().get().isPresent());
          model
              .old()
              .get()
              .ifPresent(
                  old ->
                      head.setText(
                          model.say(
                              BoardPhrase.NOT_LIVE,
                              time.clock(old.since()),
                              words.age(old.age()))));
        };
    model.old().subscribe(say);
    words.follow(say);
    row.managedProperty().bind(row.visibleProperty());
    return row;
  }

  /// Why there are no rows.
  private void tell() {
    told.getChildren().clear();
    if (model.rows().isEmpty()) {
      StateRow row =
          switch (model.state().get()) {
            case BoardState.Unanswered() ->
                row(StateRow.Kind.ERROR, BoardPhrase.NOT_ANSWERED, BoardPhrase.NOT_ANSWERED_HINT);
            case BoardState.Asking() ->
                row(StateRow.Kind.LOADING, BoardPhrase.ASKING, BoardPhrase.ASKING_HINT);
            case BoardState.Shown _ ->
                model.totals().get().orders() == 0
                    ? row(StateRow.Kind.EMPTY, BoardPhrase.NO_ORDERS, BoardPhrase.NO_ORDERS_HINT)
                    : row(StateRow.Kind.FILTERED, BoardPhrase.NO_MATCH, BoardPhrase.NO_MATCH_HINT);
          };
      StackPane.setAlignment(row, Pos.TOP_CENTER);
      told.getChildren().add(row);
    }
  }

  private StateRow row(StateRow.Kind kind, BoardPhrase fact, BoardPhrase next) {
    return new StateRow(kind, model.say(fact), model.say(next));
  }

  /// Who may not do something is not offered it.
  private Node actions() {
    BoardDoing doing = model.doing();
    FlowPane bar = new FlowPane();
    bar.getStyleClass().addAll("action-bar", "folding");
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getChildren()
        .addAll(
            button("Enter", BoardPhrase.OPEN_LINES, false, model::open),
            button("R", BoardPhrase.RELEASE, true, doing::release),
            button("T", BoardPhrase.TAKE_BACK, true, doing::takeBack),
            button("P", BoardPhrase.RANK, true, doing::rank),
            button("A", BoardPhrase.ASSIGN, false, doing::assign),
            button("G", BoardPhrase.GIVE_BACK, false, doing::giveBack),
            button("X", BoardPhrase.CANCEL, true, doing::cancel));
    Label who = Words.of(words.of(BoardPhrase.SUPERVISOR_ONLY), "muted", "essential");
    model.person().subscribe(now -> who.setVisible(!now.supervisor()));
    who.managedProperty().bind(who.visibleProperty());
    bar.getChildren().add(who);
    return bar;
  }

  private ActionButton button(String key, BoardPhrase phrase, boolean supervisor, Runnable action) {
    ActionButton button = new ActionButton(key, words, phrase, action);
    button.setId("board-" + phrase.name().toLowerCase(java.util.Locale.ROOT));
    button.setFocusTraversable(true);
    if (supervisor) {
      model.person().subscribe(now -> button.setVisible(now.supervisor()));
      button.managedProperty().bind(button.visibleProperty());
    }
    return button;
  }
}
