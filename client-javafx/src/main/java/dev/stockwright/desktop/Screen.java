package dev.stockwright.desktop;

import dev.stockwright.desktop.look.PaneGrip;
import dev.stockwright.vocabulary.Scan;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;

/// What the frame asks of a screen. Scans and keys come here whatever has the focus.
public interface Screen {
  /// The root of its nodes; always the same.
  Node node();

  /// What the top bar calls it, in the language that is spoken.
  ObservableValue<String> title();

  /// What the rail calls it.
  default ObservableValue<String> inRail() {
    return title();
  }

  /// What stands beside the title, such as the day or the warehouse.
  ObservableValue<String> context();

  /// Something was scanned while this screen is shown.
  void scan(Scan scan);

  /// The trigger bounced: the scan before came again at once and is not to be worked on.
  default void bounced(Scan scan) {}

  /// A person typed a character with no text field in focus.
  void typed(char character);

  /// A key that is no character, without Ctrl, Alt or Meta; false when it means nothing here.
  boolean key(KeyCode code);

  /// What has the focus when the screen comes to the front; its root lights nothing up.
  default Node firstFocus() {
    return node();
  }

  /// Ctrl+F: to the search field, if there is one.
  default void find() {}

  /// Ctrl+Tab: the next of what this screen shows one of at a time; false when it has no such.
  default boolean next() {
    return false;
  }

  /// What F6 goes through, in order.
  default List<Node> panels() {
    return List.of(node());
  }

  /// The borders between its panes, which people move.
  default List<PaneGrip> grips() {
    return List.of();
  }

  /// What the F1 sheet says of this screen.
  List<Shortcut> shortcuts();

  /// A key and what it does.
  record Shortcut(String key, String does) {}
}
