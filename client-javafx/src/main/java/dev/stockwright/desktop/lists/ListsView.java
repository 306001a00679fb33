package dev.stockwright.desktop.lists;

import dev.stockwright.client.words.FloorPhrase;
import dev.stockwright.desktop.look.ActionButton;
import dev.stockwright.desktop.look.DecisionCard;
import dev.stockwright.desktop.look.StateRow;
import dev.stockwright.desktop.look.Words;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Which list, what of it, and the table.
final class ListsView extends VBox {
  private final ListsViewModel model;
  private final ListTable table;
  private final TextField filter = new TextField();
  private final FlowPane kinds = new FlowPane(8, 8);
  private final StackPane told = new StackPane();

  ListsView(ListsViewModel model) {
    this.model = model;
    this.table = new ListTable(model);
    setId("lists");
    DecisionCard decision = new DecisionCard(model.decision(), model::answer);
    VBox.setMargin(decision, new Insets(0, 16, 12, 16));
    StackPane.setAlignment(told, Pos.TOP_CENTER);
    told.setPadding(new Insets(50, 16, 16, 16));
    told.setPickOnBounds(false);
    StackPane body = new StackPane(table, told);
    table.setPlaceholder(Words.of(""));
    body.setMinHeight(0);
    VBox.setVgrow(body, Priority.ALWAYS);
    getChildren()
        .addAll(
            kinds(), tools(), decision, body, decisions(), referrals(), matching(), releasing());
    model.state().subscribe(_ -> tell());
    model.rows().addListener((ListChangeListener<ListRow>) _ -> tell());
    model.filter().subscribe(_ -> tell());
    model.speech().follow(this::tell);
    model.traced().subscribe(_ -> tell());
  }

  List<Node> panels() {
    return List.of(filter, table);
  }

  void find() {
    filter.requestFocus();
    filter.selectAll();
  }

  void toTable() {
    table.requestFocus();
  }

  Node table() {
    return table;
  }

  private Node kinds() {
    ToggleGroup group = new ToggleGroup();
    for (ListKind kind : ListKind.values()) {
      int number = (kinds.getChildren().size() + 1) % 10;
      ToggleButton button = new ToggleButton("", Words.key(Integer.toString(number)));
      button.textProperty().bind(model.speech().of(kind.title()));
      button.setId("list-" + kind.code());
      button.getStyleClass().setAll("column-toggle");
      button.setToggleGroup(group);
      button.setMinWidth(USE_PREF_SIZE);
      button
          .accessibleTextProperty()
          .bind(model.speech().keyed(kind.title(), Integer.toString(number)));
      button.setOnAction(
          _ -> {
            button.setSelected(true);
            model.kind().set(kind);
          });
      model.kind().subscribe(now -> button.setSelected(now == kind));
      kinds.getChildren().add(button);
    }
    kinds.setAlignment(Pos.CENTER_LEFT);
    kinds.setMinHeight(USE_PREF_SIZE);
    kinds.getStyleClass().add("list-kinds");
    return kinds;
  }

  private Node tools() {
    filter.setId("list-filter");
    filter.accessibleTextProperty().bind(filter.promptTextProperty());
    filter.setPrefWidth(340);
    filter.textProperty().bindBidirectional(model.filter());
    filter.setOnAction(
        _ -> {
          model.sought();
          table.requestFocus();
        });
    Label count = Words.firm("", "muted", "essential");
    count.setId("list-count");
    count.textProperty().bind(model.count());
    Label asOf = Words.firm("", "muted", "essential");
    Runnable say =
        () ->
            asOf.setText(
                switch (model.state().get()) {
                  case ListsViewModel.State.Asking() -> model.say(FloorPhrase.ASKING);
                  case ListsViewModel.State.Shown(var at, _) -> model.say(FloorPhrase.AS_OF, at);
                  case ListsViewModel.State.Unanswered() -> model.say(FloorPhrase.NOT_ANSWERED);
                });
    model.state().subscribe(say);
    model.speech().follow(say);
    Runnable prompt = () -> filter.setPromptText(model.say(model.kind().get().sought()));
    model.kind().subscribe(prompt);
    model.speech().follow(prompt);
    Label notice = Words.of("", "medium", "essential");
    notice.setId("list-notice");
    notice.textProperty().bind(model.notice());
    notice.setWrapText(true);
    HBox row = new HBox(filter, count, asOf, Words.space(), notice);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("tool-bar-row");
    return row;
  }

  /// Why there are no rows.
  private void tell() {
    told.getChildren().clear();
    if (!model.rows().isEmpty()) {
      return;
    }
    StateRow row =
        switch (model.state().get()) {
          case ListsViewModel.State.Unanswered() ->
              row(StateRow.Kind.ERROR, FloorPhrase.NOT_ANSWERED, FloorPhrase.NOT_ANSWERED_HINT);
          case ListsViewModel.State.Asking() ->
              row(StateRow.Kind.LOADING, FloorPhrase.ASKING, FloorPhrase.NOTHING_HINT);
          case ListsViewModel.State.Shown _ when model.kind().get() == ListKind.JOURNEY ->
              journey();
          case ListsViewModel.State.Shown _ ->
              model.filter().get().isEmpty()
                  ? row(StateRow.Kind.EMPTY, FloorPhrase.NOTHING, FloorPhrase.NOTHING_HINT)
                  : row(StateRow.Kind.FILTERED, FloorPhrase.NO_MATCH, FloorPhrase.NO_MATCH_HINT);
        };
    StackPane.setAlignment(row, Pos.TOP_CENTER);
    told.getChildren().add(row);
  }

  /// Nothing was scanned yet, or nothing is known of it.
  private StateRow journey() {
    String of = model.traced().get();
    return new StateRow(
        StateRow.Kind.EMPTY,
        of.isEmpty()
            ? model.say(FloorPhrase.JOURNEY_SCAN)
            : model.say(FloorPhrase.JOURNEY_NOTHING, of),
        model.say(FloorPhrase.JOURNEY_HINT));
  }

  private StateRow row(StateRow.Kind kind, FloorPhrase fact, FloorPhrase next) {
    return new StateRow(kind, model.say(fact), model.say(next));
  }

  /// What a supervisor can decide about refused work.
  private Node referrals() {
    ActionButton record =
        new ActionButton("A", model.speech(), FloorPhrase.RECORD, model::askApprove);
    record.setId("record");
    ActionButton reject = new ActionButton("R", model.speech(), FloorPhrase.REJECT, model::recount);
    reject.setId("reject");
    return deciding(ListKind.REFERRALS, record, reject);
  }

  /// What can be done with goods that came without an order.
  private Node matching() {
    ActionButton match = new ActionButton("Enter", model.speech(), FloorPhrase.MATCH, model::open);
    match.setId("match");
    return bar(ListKind.UNMATCHED, match);
  }

  /// What can be done with goods that nobody is to take away yet.
  private Node releasing() {
    ActionButton release =
        new ActionButton("Enter", model.speech(), FloorPhrase.RELEASE, model::open);
    release.setId("release");
    ActionButton all =
        new ActionButton("F10", model.speech(), FloorPhrase.RELEASE_ALL, model::askRelease);
    all.setId("release-all");
    return bar(ListKind.STAGED, release, all);
  }

  private Node bar(ListKind kind, Node... buttons) {
    HBox bar = new HBox(buttons);
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("action-bar");
    model.kind().subscribe(now -> bar.setVisible(now == kind));
    bar.managedProperty().bind(bar.visibleProperty());
    return bar;
  }

  /// What a supervisor can decide about the chosen variance.
  private Node decisions() {
    ActionButton approve =
        new ActionButton("A", model.speech(), FloorPhrase.APPROVE, model::askApprove);
    approve.setId("approve");
    ActionButton recount =
        new ActionButton("R", model.speech(), FloorPhrase.RECOUNT, model::recount);
    recount.setId("recount");
    return deciding(ListKind.VARIANCES, approve, recount);
  }

  private Node deciding(ListKind of, ActionButton yes, ActionButton no) {
    HBox bar = new HBox(yes, no);
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("action-bar");
    BooleanBinding shown =
        Bindings.createBooleanBinding(
            () -> model.kind().get() == of && model.supervisor().get(),
            model.kind(),
            model.supervisor());
    bar.visibleProperty().bind(shown);
    bar.managedProperty().bind(shown);
    BooleanBinding off =
        Bindings.createBooleanBinding(
            () -> !model.decides(), model.selected(), model.decision(), model.kind());
    yes.disableProperty().bind(off);
    no.disableProperty().bind(off);
    return bar;
  }
}
