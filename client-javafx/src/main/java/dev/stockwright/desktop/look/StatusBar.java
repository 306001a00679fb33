package dev.stockwright.desktop.look;

import dev.stockwright.fx.look.Glyph;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// Server, scanners and what is unsent, along the bottom; lit only where something is broken. Where
/// there are too many for the window, devices that are fine keep their pictogram alone, the last
/// first, and where even these have no room they go; what is broken always says so in words.
public final class StatusBar extends HBox {
  /// `end` stands at the right.
  public StatusBar(ObservableList<StatusCell> cells, Node end) {
    setId("status");
    setMinWidth(0);
    getStyleClass().add("status-bar");
    getChildren().addAll(cells.stream().map(StatusBar::node).toList());
    getChildren().addAll(Words.space(), end);
    cells.addListener((ListChangeListener<StatusCell>) this::follow);
  }

  /// Only the cells that changed are made anew: what is unsent changes with every scan.
  private void follow(ListChangeListener.Change<? extends StatusCell> change) {
    while (change.next()) {
      List<Node> shown = getChildren();
      shown.subList(change.getFrom(), change.getFrom() + change.getRemovedSize()).clear();
      shown.addAll(
          change.getFrom(), change.getAddedSubList().stream().<Node>map(StatusBar::node).toList());
    }
  }

  @Override
  protected void layoutChildren() {
    makeRoom();
    super.layoutChildren();
  }

  private void makeRoom() {
    List<Node> cells =
        getChildren().stream()
            .filter(cell -> cell.getStyleClass().contains("fine") && !isKept(cell))
            .toList();
    List<Node> words =
        cells.stream()
            .flatMap(cell -> ((HBox) cell).getChildren().stream())
            .filter(Label.class::isInstance)
            .toList();
    cells.forEach(cell -> show(cell, true));
    words.forEach(label -> show(label, true));
    hide(words);
    hide(cells);
  }

  /// The last first, until there is room.
  private void hide(List<Node> nodes) {
    for (Node node : nodes.reversed()) {
      if (needed() <= getWidth()) {
        return;
      }
      show(node, false);
    }
  }

  /// Whether everything sent is saved is never left out, nor the server.
  private static boolean isKept(Node cell) {
    return "status-unsent".equals(cell.getId()) || "status-server".equals(cell.getId());
  }

  private double needed() {
    return snappedLeftInset()
        + snappedRightInset()
        + getChildren().stream()
            .filter(Node::isManaged)
            .mapToDouble(child -> child.prefWidth(-1))
            .sum();
  }

  private static void show(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  private static HBox node(StatusCell cell) {
    HBox node = new HBox(7, new Glyph(cell.icon(), 16), Words.firm(cell.words(), "essential"));
    node.setAlignment(Pos.CENTER_LEFT);
    node.setId("status-" + cell.id());
    node.setAccessibleText(cell.words());
    node.getStyleClass().addAll("status-cell", styleClass(cell.health()));
    return node;
  }

  private static String styleClass(StatusCell.Health health) {
    return switch (health) {
      case FINE -> "fine";
      case ATTENTION -> "attention";
      case BROKEN -> "system";
    };
  }
}
