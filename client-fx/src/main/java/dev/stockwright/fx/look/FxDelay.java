package dev.stockwright.fx.look;

import java.time.Duration;
import javafx.animation.PauseTransition;

/// Waits with JavaFX's own clock.
public final class FxDelay implements Delay {
  @Override
  public void after(Duration wait, Runnable action) {
    PauseTransition pause =
        new PauseTransition(javafx.util.Duration.millis((double) wait.toMillis()));
    pause.setOnFinished(event -> action.run());
    pause.play();
  }
}
