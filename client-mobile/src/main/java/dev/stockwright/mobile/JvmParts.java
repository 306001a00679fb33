package dev.stockwright.mobile;

import dev.stockwright.fx.sound.Audio;
import dev.stockwright.fx.sound.LineAudio;
import dev.stockwright.mobile.platform.Display;
import dev.stockwright.mobile.platform.Lifecycle;
import dev.stockwright.mobile.platform.PrivateStorage;
import dev.stockwright.mobile.platform.WindowLifecycle;
import java.util.Map;
import java.util.Optional;
import javafx.stage.Stage;

/// What a computer has: a window, and a sound card.
final class JvmParts implements DeviceParts {
  /// A computer with Linux may have no display; others always have one.
  @Override
  public boolean canDraw() {
    Map<String, String> environment = System.getenv();
    return !System.getProperty("os.name", "").startsWith("Linux")
        || "Headless".equals(System.getProperty("glass.platform"))
        || !environment.getOrDefault("DISPLAY", "").isEmpty()
        || !environment.getOrDefault("WAYLAND_DISPLAY", "").isEmpty();
  }

  @Override
  public Optional<PrivateStorage> storage() {
    return Optional.empty();
  }

  @Override
  public Lifecycle lifecycle(Stage window) {
    return new WindowLifecycle(window);
  }

  @Override
  public Display display() {
    return Display.WINDOW;
  }

  @Override
  public Audio audio() {
    return new LineAudio();
  }
}
