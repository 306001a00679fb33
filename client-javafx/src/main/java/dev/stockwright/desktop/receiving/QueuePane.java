package dev.stockwright.desktop.receiving;

import dev.stockwright.client.words.DockPhrase;
import dev.stockwright.desktop.look.Words;
import dev.stockwright.fx.look.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What can be received: receipts in progress, expected orders, blind receipts.
final class QueuePane extends VBox {
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
  private final ReceivingViewModel model;
  private final VBox rows = new VBox();
  private final ScrollPane scroll = new ScrollPane(rows);

  QueuePane(ReceivingViewModel model) {
    this.model = model;
    setId("queue");
    getStyleClass().add("queue");
    setPadding(new Insets(0, 1, 0, 0));
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.accessibleTextProperty().bind(model.words().of(DockPhrase.RECEIPTS));
    scroll.setFocusTraversable(false);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().add(scroll);
    model.queue().addListener((ListChangeListener<QueueEntry>) _ -> rebuild());
    model.openId().subscribe(_ -> rebuild());
    model.words().wording().subscribe(_ -> rebuild());
  }

  Node list() {
    return rows.getChildren().stream().filter(Button.class::isInstance).findFirst().orElse(scroll);
  }

  private void rebuild() {
    List<Node> nodes = new ArrayList<>();
    for (QueueEntry.Group group : QueueEntry.Group.values()) {
      List<QueueEntry> entries =
          model.queue().stream().filter(entry -> entry.group() == group).toList();
      if (!entries.isEmpty()) {
        nodes.add(head(model.words().say(group.title()), entries.size()));
        entries.forEach(entry -> nodes.add(shown(entry)));
      }
    }
    if (nodes.isEmpty()) {
      nodes.add(nothing());
    }
    Optional<String> focused =
        rows.getChildren().stream().filter(Node::isFocused).map(Node::getId).findFirst();
    put(nodes);
    focused.ifPresent(this::focus);
  }

  /// The row of before, where nothing but the choice has changed: every scan changes one of them.
  private Button shown(QueueEntry entry) {
    Button row =
        rows.getChildren().stream()
            .filter(node -> entry.equals(node.getUserData()))
            .findFirst()
            .map(Button.class::cast)
            .orElseGet(() -> row(entry));
    row.pseudoClassStateChanged(SELECTED, model.openId().get().equals(Optional.of(entry.id())));
    return row;
  }

  private void put(List<Node> wanted) {
    List<Node> shown = rows.getChildren();
    if (shown.size() != wanted.size() || wanted.stream().anyMatch(node -> moved(node, wanted))) {
      rows.getChildren().setAll(wanted);
      return;
    }
    for (int i = 0; i < wanted.size(); i++) {
      if (!shown.get(i).equals(wanted.get(i))) {
        shown.set(i, wanted.get(i));
      }
    }
  }

  private boolean moved(Node node, List<Node> wanted) {
    int before = rows.getChildren().indexOf(node);
    return before >= 0 && before != wanted.indexOf(node);
  }

  /// A row that was drawn anew keeps the focus, or the next button of the window would have it.
  private void focus(String id) {
    rows.getChildren().stream()
        .filter(node -> id.equals(node.getId()))
        .findFirst()
        .orElse(this)
        .requestFocus();
  }

  private VBox nothing() {
    VBox words =
        new VBox(
            Words.wrap(
                Words.of(model.words().say(DockPhrase.NOTHING_EXPECTED), "medium", "essential")),
            Words.wrap(
                Words.of(model.words().say(DockPhrase.BLIND_HINT), "small", "muted", "essential")));
    words.setPadding(new Insets(14));
    return words;
  }

  private static HBox head(String title, int count) {
    HBox head =
        new HBox(Words.wrap(Words.of(title, "essential")), Words.space(), Words.firm("" + count));
    head.getStyleClass().add("section-head");
    head.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    return head;
  }

  private Button row(QueueEntry entry) {
    Label document = Words.of(entry.document(), "medium", "essential");
    Label progress = Words.firm(progress(entry), "essential");
    HBox first = new HBox(2, document, Words.space(), progress);
    HBox second =
        new HBox(
            2,
            Words.of(entry.party(), "small", "muted"),
            Words.space(),
            Words.firm(entry.note(), "small", "muted"));
    VBox words = new VBox(first, second);
    words.setMinWidth(0);
    Button row = new Button("", words);
    row.setId("queue-" + entry.id());
    row.getStyleClass().setAll("queue-row");
    row.setMaxWidth(Double.MAX_VALUE);
    row.setMinWidth(0);
    words.prefWidthProperty().bind(row.widthProperty().subtract(28));
    row.setUserData(entry);
    row.setAccessibleText(entry.document() + ", " + entry.party() + ", " + progress(entry));
    row.setOnAction(_ -> model.open(entry));
    return row;
  }

  private static String progress(QueueEntry entry) {
    if (entry.expected() == 0) {
      return entry.received() == 0 ? "" : Figures.of(entry.received());
    }
    return entry.received() == 0
        ? Figures.of(entry.expected())
        : Figures.of(entry.received()) + " / " + Figures.of(entry.expected());
  }
}
