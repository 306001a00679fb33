package dev.stockwright.mobile.card;

import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import dev.stockwright.devices.wedge.Heard;
import dev.stockwright.devices.wedge.WedgeSettings;
import dev.stockwright.fx.scanning.WedgeFilter;
import dev.stockwright.mobile.look.Look;
import dev.stockwright.mobile.look.TextSize;
import dev.stockwright.mobile.look.Theme;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;

/// The one scene of the handheld: a card, and before it the filter that takes what a scanner
/// types. Nothing is ever shown in a second window, which the filter would not see.
public final class HandheldScene {
  /// Where scans go.
  public interface Scans {
    void scanned(Heard.Scanned scan);

    /// A scanner typed something that is no scan.
    void refused(Heard.Refused burst);

    /// Somebody typed a code and pressed Enter.
    void typed(String code);
  }

  private final CardView view;
  private final Consumer<Input> given;
  private final Scene scene;

  public HandheldScene(
      CardView view,
      Consumer<Input> given,
      Scans scans,
      LongSupplier nanos,
      WedgeSettings settings) {
    this.view = view;
    this.given = given;
    this.scene = new Scene(new StackPane(view));
    new WedgeFilter(scene, new Sorted(view, scans, nanos, new TypedLine()), nanos, settings);
    // Nothing is focused before somebody presses Tab.
    scene.getRoot().requestFocus();
    scene.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
  }

  public Scene scene() {
    return scene;
  }

  /// Light, dark or sun, with or without gloves: at once, without a restart.
  public void dress(Theme theme, boolean glove) {
    Look.dress(scene, theme, glove);
    view.glove(glove);
  }

  /// Larger texts, at once.
  public void text(TextSize size) {
    view.text(size);
  }

  /// Escape is the Back of Android: never out of the app.
  private void key(KeyEvent event) {
    KeyCode code = event.getCode();
    boolean taken = true;
    switch (code) {
      case ESCAPE -> view.back();
      case F1 -> given.accept(new Input.Press(Key.HELP));
      case F2 -> given.accept(new Input.Press(Key.QUANTITY));
      case F3 -> view.openText();
      case F4 -> view.more();
      case F8 -> given.accept(new Input.Press(Key.UNDO));
      case BACK_SPACE -> view.shorter();
      default -> taken = false;
    }
    if (taken) {
      event.consume();
    }
  }

  private record Sorted(CardView view, Scans scans, LongSupplier nanos, TypedLine line)
      implements WedgeFilter.Keys {
    @Override
    public void scanned(Heard.Scanned scan) {
      scans.scanned(scan);
    }

    @Override
    public void refused(Heard.Refused burst) {
      scans.refused(burst);
    }

    @Override
    public void typed(char character) {
      long now = nanos.getAsLong();
      boolean digit = character >= '0' && character <= '9';
      if (view.typesText()) {
        view.typed(character);
      } else if (!digit || line.begun(now) || !view.digit(character)) {
        line.add(character, now);
      }
    }

    @Override
    public boolean entered() {
      Optional<String> code = line.ended();
      code.ifPresent(scans::typed);
      return code.isPresent() || view.primary();
    }
  }
}
