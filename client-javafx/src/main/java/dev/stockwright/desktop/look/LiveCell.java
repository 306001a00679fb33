package dev.stockwright.desktop.look;

import dev.stockwright.fx.look.Figures;
import dev.stockwright.fx.look.Glyph;
import dev.stockwright.fx.look.Pictogram;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// A cell that follows its row while it shows it, and draws a grey bar while the row loads.
abstract class LiveCell<T> extends TableCell<LiveRow<T>, LiveRow<T>> {
  private final Region waiting = new Region();
  private Subscription watching = Subscription.EMPTY;

  LiveCell() {
    waiting.getStyleClass().add("placeholder-bar");
  }

  // JavaFX passes null for an empty cell.
  @Override
  protected void updateItem(@Nullable LiveRow<T> row, boolean empty) {
    super.updateItem(row, empty);
    watching.unsubscribe();
    watching = Subscription.EMPTY;
    if (empty || row == null) {
      setText(null);
      setGraphic(null);
      draw(Optional.empty(), Optional.empty());
      return;
    }
    Subscription value = row.value().subscribe(_ -> show(row));
    watching = value.and(row.before().subscribe(_ -> show(row)));
  }

  private void show(LiveRow<T> row) {
    Optional<T> value = row.value().get();
    draw(value, row.before().get());
    if (value.isEmpty()) {
      setText(null);
      setGraphic(waiting);
    }
  }

  /// Fills text and graphic for `value`, which was `before` a moment ago.
  abstract void draw(Optional<T> value, Optional<T> before);

  /// Words.
  static final class Words<T> extends LiveCell<T> {
    private final Function<T, String> text;

    Words(Function<T, String> text) {
      this.text = text;
    }

    @Override
    void draw(Optional<T> value, Optional<T> before) {
      setGraphic(null);
      setText(value.map(text).orElse(null));
    }
  }

  /// A number; muted when zero, tinted with an arrow when it has just changed.
  static final class Figure<T> extends LiveCell<T> {
    private final ToLongFunction<T> figure;

    Figure(ToLongFunction<T> figure) {
      this.figure = figure;
      getStyleClass().add("figures");
    }

    @Override
    void draw(Optional<T> value, Optional<T> before) {
      getStyleClass().removeAll("zero", "some", "went-up", "went-down");
      setGraphic(null);
      if (value.isEmpty()) {
        return;
      }
      long now = figure.applyAsLong(value.get());
      long was = before.isPresent() ? figure.applyAsLong(before.get()) : now;
      setText(Figures.of(now));
      getStyleClass().add(now == 0 ? "zero" : "some");
      if (now != was) {
        getStyleClass().add(now > was ? "went-up" : "went-down");
        setGraphic(new Glyph(now > was ? Pictogram.ARROW_UP : Pictogram.ARROW_DOWN, 16));
      }
    }
  }

  /// A node of its own.
  static final class Drawn<T, N extends Node> extends LiveCell<T> {
    private final N node;
    private final BiConsumer<N, T> fill;

    Drawn(N node, BiConsumer<N, T> fill) {
      this.node = node;
      this.fill = fill;
    }

    @Override
    void draw(Optional<T> value, Optional<T> before) {
      setText(null);
      value.ifPresent(row -> fill.accept(node, row));
      setGraphic(value.isPresent() ? node : null);
    }
  }
}
