package dev.stockwright.mobile.look;

import dev.stockwright.client.card.Card.Action;
import dev.stockwright.client.card.Input;
import dev.stockwright.client.words.HandheldPhrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.fx.look.Pictogram;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// The wide button for what comes next, and the dots for what is rarely needed. Up to four rare
/// ones stand here themselves when there is no wide one.
public final class BottomBar extends HBox {
  private static final int BESIDE_MAX = 4;

  /// Longer words for a second button would crowd the first.
  private static final double SECOND_WIDTH_MAX = 72;

  private static final double NARROW_WORDS = 84;

  private static final double EDGES = 24;
  private static final double GAP = 12;

  private final Function<Text, String> words;
  private final Consumer<Input> given;
  private final Runnable openMore;
  private final Runnable undo;
  private Optional<Wanted> wanted = Optional.empty();
  private TextSize textSize = TextSize.NORMAL;

  /// What stands here; the same is not made anew, so that a key that is focused stays so.
  private record Wanted(
      Optional<Action> primary,
      List<Action> more,
      boolean touch,
      boolean undoShown,
      double width,
      TextSize textSize) {}

  public BottomBar(
      Function<Text, String> words, Consumer<Input> given, Runnable openMore, Runnable undo) {
    this.words = words;
    this.given = given;
    this.openMore = openMore;
    this.undo = undo;
    getStyleClass().add("bottom");
    setId("bottom");
    setMinHeight(USE_PREF_SIZE);
  }

  /// How large the words on its keys are.
  public void text(TextSize size) {
    textSize = size;
  }

  /// `touch`: the next step is this button, not a scan. `undoShown`: the row that has it is folded.
  public void show(
      Optional<Action> primary, List<Action> more, boolean touch, boolean undoShown, double width) {
    Wanted next = new Wanted(primary, List.copyOf(more), touch, undoShown, width, textSize);
    if (!wanted.equals(Optional.of(next))) {
      wanted = Optional.of(next);
      fill(next);
    }
  }

  private void fill(Wanted now) {
    Optional<Action> primary = now.primary();
    List<Action> more = now.more();
    boolean touch = now.touch();
    boolean undoShown = now.undoShown();
    double width = now.width();
    getChildren().clear();
    boolean second = primary.isPresent() && more.size() == 1 && !undoShown && isShort(more.get(0));
    boolean beside = primary.isEmpty() && fit(more, width - (undoShown ? 72 + GAP : 0));
    if (second) {
      getChildren().add(second(more.get(0)));
    } else if (primary.isPresent() && !more.isEmpty()) {
      getChildren().add(dots(false));
    }
    if (undoShown) {
      String text = words.apply(Text.of(HandheldPhrase.UNDO));
      Button button = Press.picture(Pictogram.UNDO_2, text, undo, "big", "square", "undo-square");
      button.setId("undo");
      getChildren().add(button);
    }
    primary.ifPresent(action -> getChildren().add(wide(action, touch, undoShown)));
    if (beside) {
      more.forEach(action -> getChildren().add(stacked(action)));
    } else if (primary.isEmpty() && !more.isEmpty() && touch) {
      getChildren().add(0, dots(false));
      getChildren().add(wide(more.get(0), true, undoShown));
    } else if (primary.isEmpty() && !more.isEmpty()) {
      getChildren().add(allOfThem());
    }
  }

  /// Whether the rare ones have room beside each other with their words whole.
  private boolean fit(List<Action> more, double width) {
    double each = (width - EDGES - (more.size() - 1) * GAP) / Math.max(1, more.size()) - 6;
    return more.size() <= BESIDE_MAX
        && more.stream()
            .allMatch(
                action ->
                    Labels.width(words.apply(action.label()), Labels.SANS, textSize.px(16))
                        <= each);
  }

  /// The dots over the whole width, with their word.
  private Button allOfThem() {
    String text = words.apply(Text.of(HandheldPhrase.MORE));
    Button button = Press.labelled(Pictogram.ELLIPSIS, text, openMore, "big");
    button.setId("more");
    button.setPrefWidth(100);
    HBox.setHgrow(button, Priority.ALWAYS);
    return button;
  }

  /// Something else is open: the dots close it.
  public void showClose() {
    wanted = Optional.empty();
    getChildren().setAll(dots(true));
  }

  /// One wide filled button.
  public void showOnly(String label, boolean enabled, Runnable action) {
    wanted = Optional.empty();
    Button button = Press.labelled(Pictogram.CHECK, label, action, "big", "filled");
    button.setId("primary");
    button.setDisable(!enabled);
    HBox.setHgrow(button, Priority.ALWAYS);
    getChildren().setAll(button);
  }

  public boolean filled() {
    return !getChildren().isEmpty();
  }

  private boolean isShort(Action action) {
    return Labels.width(words.apply(action.label()), Labels.SANS, textSize.px(18))
        <= SECOND_WIDTH_MAX;
  }

  private Button dots(boolean close) {
    String text = words.apply(Text.of(close ? HandheldPhrase.CLOSE : HandheldPhrase.MORE));
    Pictogram picture = close ? Pictogram.X : Pictogram.ELLIPSIS;
    Button button = Press.picture(picture, text, openMore, "big", "square", "dots");
    button.setId("more");
    return button;
  }

  private Button second(Action action) {
    String text = words.apply(action.label());
    Button button =
        Press.of(Labels.firm(text, "press-label"), text, () -> given.accept(action.input()), "big");
    button.setId("more-1");
    return button;
  }

  private Button wide(Action action, boolean touch, boolean undoBeside) {
    Pictogram picture = action.supervisor() ? Pictogram.SHIELD_CHECK : Pictogram.of(action.icon());
    String text = words.apply(action.label());
    Runnable press = () -> given.accept(action.input());
    // Beside two others there is room for the picture or for the words.
    Button button =
        undoBeside && Labels.width(text, Labels.SANS, textSize.px(18)) > NARROW_WORDS
            ? Press.worded(text, press, "big")
            : Press.labelled(picture, text, press, "big");
    button.setId("primary");
    if (touch) {
      button.getStyleClass().add("filled");
    }
    if (undoBeside) {
      button.getStyleClass().add("narrow");
    }
    button.setPrefWidth(100);
    HBox.setHgrow(button, Priority.ALWAYS);
    return button;
  }

  private Button stacked(Action action) {
    Button button =
        Press.stacked(
            Pictogram.of(action.icon()),
            words.apply(action.label()),
            () -> given.accept(action.input()),
            "big",
            "stacked");
    button.setPrefWidth(60);
    HBox.setHgrow(button, Priority.ALWAYS);
    return button;
  }
}
