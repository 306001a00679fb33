package dev.stockwright.mobile;

import dev.stockwright.client.store.StoreFailure;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.InvalidValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;

/// `./stockwright handheld`. Exit codes: 0 closed, 1 could not start, 2 wrong arguments; with a
/// sentence.
public final class MobileMain {
  /// An untouched screen is covered after this.
  static final Duration IDLE = Duration.ofMinutes(5);

  private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

  private MobileMain() {}

  public static void main(String[] arguments) throws InterruptedException {
    start(arguments, new JvmParts());
  }

  /// For the main class of a phone, which knows other parts.
  public static void start(String[] arguments, DeviceParts parts) throws InterruptedException {
    Path home = Path.of(System.getProperty("user.home", "."));
    String os = System.getProperty("os.name", "");
    HandheldOptions.Read read =
        parts
            .storage()
            .map(own -> HandheldOptions.read(arguments, own.folder()))
            .orElseGet(() -> HandheldOptions.read(arguments, System.getenv(), home, os));
    switch (read) {
      case HandheldOptions.Help help -> System.out.print(HandheldOptions.HELP);
      case HandheldOptions.Wrong wrong -> {
        System.err.println(wrong.sentence());
        System.exit(2);
      }
      case HandheldOptions.Start start -> {
        if (System.getProperty("logback.configurationFile") == null) {
          System.setProperty("logback.configurationFile", "dev/stockwright/mobile/logback.xml");
        }
        System.exit(run(start.options(), parts));
      }
    }
  }

  private static int run(HandheldOptions options, DeviceParts parts) throws InterruptedException {
    if (!parts.canDraw()) {
      System.err.println("The handheld needs a display, and there is none: DISPLAY is not set.");
      return 1;
    }
    try {
      Platform.startup(() -> {});
      CountDownLatch done = new CountDownLatch(1);
      HandheldWindow window = onScreen(options, parts, done);
      Runtime.getRuntime().addShutdownHook(new Thread(window::close, "handheld-stop"));
      done.await();
      return 0;
    } catch (StoreFailure e) {
      System.err.println(e.sentence());
    } catch (IOException | InvalidValue | UnsupportedOperationException e) {
      System.err.println("The handheld cannot be started: " + e.getMessage());
    }
    return 1;
  }

  private static HandheldWindow onScreen(
      HandheldOptions options, DeviceParts parts, CountDownLatch done) throws IOException {
    DeviceId device =
        options.device().isPresent() ? options.device().get() : named(options.folder());
    CompletableFuture<HandheldWindow> made = new CompletableFuture<>();
    Platform.runLater(
        () -> {
          try {
            HandheldWindow window = new HandheldWindow(options, device, parts, done::countDown);
            window.open();
            made.complete(window);
          } catch (IOException | RuntimeException e) { // Handed to the caller below.
            made.completeExceptionally(e);
          }
        });
    try {
      return made.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (e.getCause() instanceof IOException cause) {
        throw cause;
      }
      throw e;
    }
  }

  /// The name of a device that nobody has named: made once, then the same for ever, since the
  /// server numbers a device's commands by it.
  private static DeviceId named(Path folder) throws IOException {
    Path file = folder.resolve("device-name");
    Files.createDirectories(folder);
    if (Files.exists(file)) {
      return new DeviceId(Files.readString(file).strip());
    }
    SecureRandom random = new SecureRandom();
    StringBuilder name = new StringBuilder("TC-");
    for (int i = 0; i < 6; i++) {
      name.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    Path fresh = Files.writeString(folder.resolve("device-name.new"), name);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    return new DeviceId(name.toString());
  }
}
