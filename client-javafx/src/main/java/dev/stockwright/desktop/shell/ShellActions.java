package dev.stockwright.desktop.shell;

/// What the frame asks for. Called on the JavaFX thread; must return at once.
public interface ShellActions {
  /// Ctrl+L: the person goes, the work stays; back to signing in.
  void lock();

  /// The person in front wants everything this large, in percent.
  void zoomed(int percent);
}
