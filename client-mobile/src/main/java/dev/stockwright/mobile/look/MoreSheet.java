package dev.stockwright.mobile.look;

import dev.stockwright.client.card.Card.Action;
import dev.stockwright.client.card.Input;
import dev.stockwright.client.words.Text;
import dev.stockwright.fx.look.Glyph;
import dev.stockwright.fx.look.Pictogram;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What is rarely needed, one below the other; in two columns where the screen is low.
public final class MoreSheet extends Region {
  private static final double GAP = 8;
  private static final double EDGE = 12;

  private final Function<Text, String> words;
  private final Consumer<Input> given;
  private final List<Button> buttons = new ArrayList<>();

  public MoreSheet(Function<Text, String> words, Consumer<Input> given) {
    this.words = words;
    this.given = given;
    getStyleClass().add("sheet");
    setId("sheet");
  }

  public void show(List<Action> actions) {
    buttons.clear();
    actions.forEach(action -> buttons.add(button(action)));
    getChildren().setAll(buttons);
    requestLayout();
  }

  private Button button(Action action) {
    String label = words.apply(action.label());
    VBox text = new VBox(Labels.wrapped(label, "row-head"));
    action
        .detail()
        .ifPresent(
            detail -> text.getChildren().add(Labels.wrapped(words.apply(detail), "row-detail")));
    text.setAlignment(Pos.CENTER_LEFT);
    text.setMinWidth(0);
    HBox.setHgrow(text, Priority.ALWAYS);
    Pictogram picture = action.supervisor() ? Pictogram.SHIELD_CHECK : Pictogram.of(action.icon());
    HBox line = new HBox(8, new Glyph(picture, 24), text);
    line.setAlignment(Pos.CENTER_LEFT);
    return Press.of(line, label, () -> given.accept(action.input()), "sheet-action");
  }

  @Override
  protected void layoutChildren() {
    double inner = getWidth() - 2 * EDGE;
    double needed = EDGE + buttons.stream().mapToDouble(b -> Heights.of(b, inner) + GAP).sum();
    int columns = needed > getHeight() || inner >= 700 ? 2 : 1;
    double width = (inner - (columns - 1) * GAP) / columns;
    double y = EDGE;
    for (int i = 0; i < buttons.size(); i += columns) {
      List<Button> line = buttons.subList(i, Math.min(i + columns, buttons.size()));
      double height = line.stream().mapToDouble(b -> Heights.of(b, width)).max().orElse(0);
      for (int j = 0; j < line.size(); j++) {
        line.get(j).resizeRelocate(EDGE + j * (width + GAP), y, width, height);
      }
      y += height + GAP;
    }
  }
}
