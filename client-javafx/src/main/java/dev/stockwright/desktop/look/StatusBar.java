package dev.stockwright.desktop.look;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;

/// Server, scanners and what is unsent, along the bottom; lit only where something is broken.
public final class StatusBar extends HBox {
  private final ObservableList<StatusCell> cells;
  private final Node end;

  /// `end` stands at the right.
  public StatusBar(ObservableList<StatusCell> cells, Node end) {
    this.cells = cells;
    this.end = end;
    setId("status");
    getStyleClass().add("status-bar");
    cells.addListener((ListChangeListener<StatusCell>) _ -> rebuild());
    rebuild();
  }

  private void rebuild() {
    List<Node> nodes = new ArrayList<>();
    for (StatusCell cell : cells) {
      HBox node = new HBox(7, new Glyph(cell.icon(), 16), Words.firm(cell.words(), "essential"));
      node.setAlignment(Pos.CENTER_LEFT);
      node.setId("status-" + cell.id());
      node.setAccessibleText(cell.words());
      node.getStyleClass().addAll("status-cell", styleClass(cell.health()));
      nodes.add(node);
    }
    nodes.add(Words.space());
    nodes.add(end);
    getChildren().setAll(nodes);
  }

  private static String styleClass(StatusCell.Health health) {
    return switch (health) {
      case FINE -> "fine";
      case ATTENTION -> "attention";
      case BROKEN -> "system";
    };
  }
}
