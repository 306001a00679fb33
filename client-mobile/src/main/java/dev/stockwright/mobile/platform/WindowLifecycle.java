package dev.stockwright.mobile.platform;

import java.util.ArrayList;
import java.util.List;
import javafx.stage.Stage;

/// On a JVM the window stands for it: left when it loses the focus or closes. Owned by the JavaFX
/// thread.
public final class WindowLifecycle implements Lifecycle {
  private final List<Runnable> pauses = new ArrayList<>();
  private final List<Runnable> resumes = new ArrayList<>();

  public WindowLifecycle(Stage window) {
    window.focusedProperty().addListener((property, was, is) -> run(is ? resumes : pauses));
  }

  @Override
  public void onPause(Runnable action) {
    pauses.add(action);
  }

  @Override
  public void onResume(Runnable action) {
    resumes.add(action);
  }

  private static void run(List<Runnable> actions) {
    actions.forEach(Runnable::run);
  }
}
