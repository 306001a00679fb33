package dev.stockwright.desktop.shell;

import dev.stockwright.fx.harness.Headless;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.TraversalDirection;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;

/// Whether one sees where the focus is: each node that Tab can reach gets it, and the pixels around
/// its edge are compared with those of the same node without it.
final class FocusRings {
  /// How far from its edge, inwards and outwards, the ring of a node may lie.
  private static final int REACH = 5;

  /// WCAG 2.2, 1.4.11 and 2.4.13: what shows the focus differs that much from what was there.
  private static final double CONTRAST_MIN = 3;

  /// Of all places along the four edges; corners are round, and a neighbour may cover one side.
  private static final double SEEN_MIN = 0.6;

  private static final int NODES_MAX = 400;

  private final Headless window;
  private final Set<String> looked;

  /// @param looked kinds that need not be looked at again; filled
  FocusRings(Headless window, Set<String> looked) {
    this.window = window;
    this.looked = looked;
  }

  /// The nodes on which the focus cannot be seen. Goes from one to the next as Tab does.
  List<String> unseen() {
    return Headless.call(
        () -> {
          Scene scene = window.scene();
          drawAnew(scene.getRoot());
          List<String> unseen = new ArrayList<>();
          List<Node> reached = new ArrayList<>();
          scene.getRoot().requestFocus();
          while (reached.size() < NODES_MAX) {
            owner(scene).requestFocusTraversal(TraversalDirection.NEXT);
            Node node = owner(scene);
            if (reached.contains(node)) {
              break;
            }
            reached.add(node);
            if (looked.add(kind(node))) {
              double seen = seen(node);
              if (seen < SEEN_MIN) {
                unseen.add(
                    kind(node)
                        + " at "
                        + node.localToScene(node.getLayoutBounds())
                        + " "
                        + Math.round(seen * 100)
                        + " %");
              }
            }
          }
          return unseen;
        });
  }

  /// A viewport keeps its picture until the next pulse, and there is none between two of ours.
  private static void drawAnew(Node node) {
    node.setCache(false);
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(FocusRings::drawAnew);
    }
  }

  private static Node owner(Scene scene) {
    Node owner = scene.getFocusOwner();
    return owner == null ? scene.getRoot() : owner;
  }

  /// What looks alike in one theme; where it stands counts too, because a parent may cut the ring.
  static String kind(Node node) {
    String parent = node.getParent() == null ? "" : node.getParent().getClass().getSimpleName();
    return parent
        + "/"
        + node.getClass().getSimpleName()
        + " "
        + node.getId()
        + " "
        + node.getStyleClass()
        + " "
        + node.getPseudoClassStates().stream()
            .map(Object::toString)
            .filter(state -> !state.startsWith("focus") && !state.equals("hover"))
            .sorted()
            .toList();
  }

  /// How much of its edge changes when it gets the focus: 0 to 1.
  static double seen(Node node) {
    node.requestFocus();
    Picture with = Picture.of(node);
    node.getScene().getRoot().requestFocus();
    Picture without = Picture.of(node);
    node.requestFocus();
    return with.differsFrom(without);
  }

  private static void lay(Parent root) {
    root.applyCss();
    root.layout();
  }

  /// The node and what lies around it, as it is on the screen.
  private record Picture(WritableImage image, Rectangle2D edge) {
    static Picture of(Node node) {
      Parent root = node.getScene().getRoot();
      lay(root);
      Bounds bounds = node.localToScene(node.getLayoutBounds());
      Rectangle2D view =
          new Rectangle2D(
              Math.floor(bounds.getMinX()) - REACH,
              Math.floor(bounds.getMinY()) - REACH,
              Math.ceil(bounds.getWidth()) + 2 * REACH,
              Math.ceil(bounds.getHeight()) + 2 * REACH);
      SnapshotParameters parameters = new SnapshotParameters();
      parameters.setViewport(view);
      return new Picture(root.snapshot(parameters, null), view);
    }

    double differsFrom(Picture other) {
      int width = (int) Math.min(image.getWidth(), other.image.getWidth());
      int height = (int) Math.min(image.getHeight(), other.image.getHeight());
      int seen = 0;
      for (int x = REACH; x < width - REACH; x++) {
        seen += differs(other, x, 0, 0, 1) ? 1 : 0;
        seen += differs(other, x, height - 1, 0, -1) ? 1 : 0;
      }
      for (int y = REACH; y < height - REACH; y++) {
        seen += differs(other, 0, y, 1, 0) ? 1 : 0;
        seen += differs(other, width - 1, y, -1, 0) ? 1 : 0;
      }
      return (double) seen / (2 * (width - 2 * REACH) + 2 * (height - 2 * REACH));
    }

    /// From outside inwards over the edge.
    private boolean differs(Picture other, int x, int y, int dx, int dy) {
      PixelReader now = image.getPixelReader();
      PixelReader before = other.image.getPixelReader();
      for (int i = 0; i < 2 * REACH; i++) {
        int atX = x + i * dx;
        int atY = y + i * dy;
        if (contrast(now.getColor(atX, atY), before.getColor(atX, atY)) >= CONTRAST_MIN) {
          return true;
        }
      }
      return false;
    }
  }

  private static double contrast(Color one, Color other) {
    double light = Math.max(luminance(one), luminance(other));
    double dark = Math.min(luminance(one), luminance(other));
    return (light + 0.05) / (dark + 0.05);
  }

  private static double luminance(Color color) {
    return 0.2126 * linear(color.getRed())
        + 0.7152 * linear(color.getGreen())
        + 0.0722 * linear(color.getBlue());
  }

  private static double linear(double part) {
    return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
  }
}
