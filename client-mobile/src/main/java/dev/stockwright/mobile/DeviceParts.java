package dev.stockwright.mobile;

import dev.stockwright.fx.sound.Audio;
import dev.stockwright.mobile.platform.Display;
import dev.stockwright.mobile.platform.Lifecycle;
import dev.stockwright.mobile.platform.PrivateStorage;
import java.util.Optional;
import javafx.stage.Stage;

/// What a device has of its own. What one lacks is stood in for: the app works without any of it.
/// What draws and sounds is asked for on the JavaFX thread, once.
public interface DeviceParts {
  /// Whether a window can come up at all.
  boolean canDraw();

  /// Absent: a folder that was named, or the user's own data folder.
  Optional<PrivateStorage> storage();

  Lifecycle lifecycle(Stage window);

  Display display();

  Audio audio();
}
