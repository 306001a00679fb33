package dev.stockwright.mobile.card;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/// Whether everything that a screen says can be read and pressed: no word broken, no line cut, no
/// button beyond its part, nothing outside.
final class Whole {
  private static final List<String> PARTS =
      List.of("top", "instruction-bar", "plate", "band", "last", "row", "bottom", "button", "list");

  /// A face leaves room around its letters, which may lie over an edge.
  private static final double BEARING = 6;

  private Whole() {}

  static boolean is(Region screen) {
    return screen.lookupAll(".label").stream()
            .allMatch(node -> !(node instanceof Label label) || hidden(label) || is(label, screen))
        && screen.lookupAll(".button").stream()
            .allMatch(button -> hidden(button) || within(button, screen));
  }

  private static boolean hidden(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (!at.isVisible()) {
        return true;
      }
    }
    return node instanceof Label label && label.getText().isEmpty();
  }

  /// Not over what lies below its part.
  private static boolean within(Node button, Region screen) {
    Node part = button;
    while (part.getParent() != null && !part.getParent().equals(screen)) {
      part = part.getParent();
    }
    double end = part.localToScene(part.getLayoutBounds()).getMaxY();
    return button.localToScene(button.getLayoutBounds()).getMaxY() <= end + 0.5;
  }

  private static boolean is(Label label, Region screen) {
    boolean narrow = !label.isWrapText() && label.prefWidth(-1) > label.getWidth() + 0.5;
    boolean low = label.prefHeight(label.getWidth()) > label.getHeight() + 0.5;
    return !narrow && !low && !broken(label) && inside(label, screen);
  }

  /// JavaFX goes on below after a blank only; a longer word it breaks anywhere.
  private static boolean broken(Label label) {
    if (!label.isWrapText()) {
      return false;
    }
    Text alone = new Text();
    alone.setFont(label.getFont());
    int from = 0;
    String text = label.getText();
    for (int i = 0; i <= text.length(); i++) {
      boolean end = i == text.length() || text.charAt(i) == ' ' || text.charAt(i) == '\n';
      if (end) {
        alone.setText(text.substring(from, i));
        if (alone.getLayoutBounds().getWidth() > label.getWidth() + 0.5) {
          return true;
        }
        from = i + 1;
      }
    }
    return false;
  }

  private static boolean inside(Label label, Region screen) {
    Bounds box = label.localToScene(label.getBoundsInLocal());
    Bounds all = screen.localToScene(screen.getLayoutBounds());
    boolean sideways = box.getMinX() < all.getMinX() - 0.5 || box.getMaxX() > all.getMaxX() + 0.5;
    boolean away = box.getMinY() < all.getMinY() - 0.5 || box.getMaxY() > all.getMaxY() + BEARING;
    for (Node at = label.getParent(); at != null && !at.equals(screen); at = at.getParent()) {
      Bounds around = at.localToScene(at.getLayoutBounds());
      boolean part = at.getStyleClass().stream().anyMatch(PARTS::contains);
      boolean over =
          box.getMinY() < around.getMinY() - BEARING || box.getMaxY() > around.getMaxY() + BEARING;
      if (part && over) {
        return false;
      }
    }
    return !sideways && !away;
  }
}
