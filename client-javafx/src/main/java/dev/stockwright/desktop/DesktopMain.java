package dev.stockwright.desktop;

import dev.stockwright.client.store.StoreFailure;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.stage.Stage;

/// `./stockwright floor`. Exit codes: 0 closed, 1 could not start, 2 wrong arguments; with a
/// sentence.
public final class DesktopMain {
  private DesktopMain() {}

  public static void main(String[] arguments) throws InterruptedException {
    Path home = Path.of(System.getProperty("user.home", "."));
    switch (FloorOptions.read(arguments, System.getenv(), home)) {
      case FloorOptions.Read.Help() -> System.out.print(FloorOptions.HELP);
      case FloorOptions.Read.Wrong(String sentence) -> {
        System.err.println(sentence);
        System.exit(2);
      }
      case FloorOptions.Read.Start(FloorOptions options) -> {
        if (System.getProperty("logback.configurationFile") == null) {
          System.setProperty("logback.configurationFile", "dev/stockwright/desktop/logback.xml");
        }
        System.exit(run(options));
      }
    }
  }

  private static int run(FloorOptions options) throws InterruptedException {
    if (!hasDisplay(System.getenv(), System.getProperty("os.name", ""))) {
      System.err.println("The floor app needs a display, and there is none: DISPLAY is not set.");
      return 1;
    }
    try {
      Platform.startup(() -> {});
    } catch (UnsupportedOperationException e) {
      System.err.println("The floor app cannot use the display: " + e.getMessage());
      return 1;
    }
    try (FloorApp app = FloorApp.open(options)) {
      Runtime.getRuntime().addShutdownHook(new Thread(app::close, "floor-stop"));
      CountDownLatch done = new CountDownLatch(1);
      app.show(done::countDown);
      done.await();
      return 0;
    } catch (StoreFailure e) {
      System.err.println(e.sentence());
    } catch (FloorUnfit e) {
      System.err.println(e.getMessage());
    }
    return 1;
  }

  /// Puts the app on the screen, where it was.
  static void show(FloorApp app, Runnable onHidden) {
    Stage stage = new Stage();
    app.keeper().place(stage);
    stage.setOnHiding(_ -> app.keeper().keepNow());
    stage.setOnHidden(_ -> onHidden.run());
    app.window().showIn(stage);
  }

  static boolean hasDisplay(Map<String, String> environment, String os) {
    String name = os.toLowerCase(Locale.ROOT);
    return name.startsWith("mac")
        || name.startsWith("windows")
        || "Headless".equals(System.getProperty("glass.platform"))
        || !environment.getOrDefault("DISPLAY", "").isEmpty()
        || !environment.getOrDefault("WAYLAND_DISPLAY", "").isEmpty();
  }
}
