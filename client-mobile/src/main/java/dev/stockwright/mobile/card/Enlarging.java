package dev.stockwright.mobile.card;

import dev.stockwright.mobile.look.TextSize;
import java.util.Optional;
import java.util.Set;
import javafx.scene.layout.Region;

/// Finds for each screen how large its texts can be: as large as they are wanted, or the largest
/// size below in which nothing is cut and nothing but a hint gives way. Owned by the JavaFX thread.
final class Enlarging {
  private final CardView view;
  private final Parts parts;
  private final Arrangement arrangement;
  private TextSize wanted = TextSize.NORMAL;
  private TextSize shown = TextSize.NORMAL;

  Enlarging(CardView view, Parts parts, Arrangement arrangement) {
    this.view = view;
    this.parts = parts;
    this.arrangement = arrangement;
  }

  void want(TextSize size) {
    wanted = size;
  }

  TextSize shown() {
    return shown;
  }

  /// @param arrange fills what depends on the room there is
  void fit(Runnable arrange) {
    dress(TextSize.NORMAL);
    arrange.run();
    if (wanted == TextSize.NORMAL) {
      return;
    }
    layout();
    Set<Region> goneAnyway = arrangement.gone();
    Optional<TextSize> next = Optional.of(wanted);
    while (next.isPresent()) {
      TextSize size = next.get();
      dress(size);
      arrange.run();
      layout();
      boolean whole = goneAnyway.containsAll(arrangement.gone()) && Whole.is(view);
      next = whole || size == TextSize.NORMAL ? Optional.empty() : size.smaller();
    }
  }

  private void layout() {
    view.applyCss();
    view.layout();
  }

  private void dress(TextSize size) {
    if (size != shown) {
      view.getStyleClass().remove(shown.styleClass());
      view.getStyleClass().add(size.styleClass());
      shown = size;
      arrangement.text(size);
      parts.text(size);
    }
  }
}
