package dev.stockwright.mobile.platform;

/// When the app comes to the front and leaves it.
public interface Lifecycle {
  /// Called on the JavaFX thread before the app may be stopped without another word.
  void onPause(Runnable action);

  /// Called on the JavaFX thread when it is in front again.
  void onResume(Runnable action);
}
