package dev.stockwright.mobile;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Platform;
import javafx.stage.Window;

/// Starts the handheld as `./stockwright handheld` does, says "ready" at the first picture of a
/// window that takes scans, and ends. The clock is with whoever starts it: what the system tells of
/// the
/// start of a process may be a second off.
public final class ColdStart {
  private static final long AGAIN_NANOS = Duration.ofMillis(5).toNanos();

  private ColdStart() {}

  public static void main(String[] arguments) throws InterruptedException {
    Thread watch = new Thread(ColdStart::look, "cold-start");
    watch.setDaemon(true);
    watch.start();
    MobileMain.main(arguments);
  }

  private static void look() {
    while (!asked()) {
      LockSupport.parkNanos(AGAIN_NANOS);
    }
  }

  /// False until JavaFX runs and there is a window.
  private static boolean asked() {
    if (Window.getWindows().isEmpty()) {
      return false;
    }
    try {
      Platform.runLater(
          () -> Window.getWindows().get(0).getScene().addPostLayoutPulseListener(ColdStart::ready));
      return true;
    } catch (IllegalStateException notYet) {
      return false;
    }
  }

  private static void ready() {
    System.out.println("ready");
    System.out.flush();
    Runtime.getRuntime().halt(0);
  }
}
