package dev.stockwright.mobile.attach;

import com.gluonhq.attach.lifecycle.LifecycleEvent;
import com.gluonhq.attach.lifecycle.LifecycleService;
import dev.stockwright.mobile.platform.Lifecycle;
import javafx.application.Platform;

/// As the system of a phone tells it.
record AttachLifecycle(LifecycleService service) implements Lifecycle {
  @Override
  public void onPause(Runnable action) {
    service.addListener(LifecycleEvent.PAUSE, () -> Platform.runLater(action));
  }

  @Override
  public void onResume(Runnable action) {
    service.addListener(LifecycleEvent.RESUME, () -> Platform.runLater(action));
  }
}
