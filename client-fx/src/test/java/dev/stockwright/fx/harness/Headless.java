package dev.stockwright.fx.harness;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javax.imageio.ImageIO;

/// JavaFX without a display: starts it once, runs things on its thread, presses keys, looks at
/// nodes, takes pictures. The headless screen is 1000 x 1000.
public final class Headless {
  private static final long PATIENCE_SECONDS = 30;

  static {
    System.setProperty("java.awt.headless", "true");
    CountDownLatch started = new CountDownLatch(1);
    Platform.startup(started::countDown);
    Platform.setImplicitExit(false);
    try {
      if (!started.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("JavaFX did not start");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private final Scene scene;
  private final Stage stage;

  private Headless(Scene scene, Stage stage) {
    this.scene = scene;
    this.stage = stage;
  }

  /// Runs `work` on the JavaFX thread and waits for it; what it throws comes out here.
  public static <T> T call(Callable<T> work) {
    CompletableFuture<T> result = new CompletableFuture<>();
    Runnable run =
        () -> {
          try {
            result.complete(work.call());
          } catch (Throwable e) {
            result.completeExceptionally(e);
          }
        };
    if (Platform.isFxApplicationThread()) {
      run.run();
    } else {
      Platform.runLater(run);
    }
    try {
      return result.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException(e.getCause());
    } catch (TimeoutException e) {
      throw new IllegalStateException("the JavaFX thread is stuck", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public static void run(Runnable work) {
    call(
        () -> {
          work.run();
          return true;
        });
  }

  /// Shows what `make` makes, in a window of this size.
  public static Headless show(Callable<Scene> make, double width, double height) {
    Headless shown =
        call(
            () -> {
              Scene scene = make.call();
              Stage stage = new Stage();
              stage.setScene(scene);
              stage.setWidth(width);
              stage.setHeight(height);
              stage.show();
              return new Headless(scene, stage);
            });
    shown.settle();
    return shown;
  }

  public void close() {
    run(stage::close);
  }

  public Scene scene() {
    return scene;
  }

  /// Until styles and layout are done: twice as a frame does them, without waiting for the frame,
  /// then with one. What was queued on the JavaFX thread meanwhile is done too.
  public void settle() {
    layOut();
    layOut();
    pulse();
  }

  private void layOut() {
    run(
        () -> {
          scene.getRoot().applyCss();
          scene.getRoot().layout();
        });
  }

  private void pulse() {
    CountDownLatch pulse = new CountDownLatch(1);
    run(
        () -> {
          scene.addPostLayoutPulseListener(
              new Runnable() {
                @Override
                public void run() {
                  scene.removePostLayoutPulseListener(this);
                  pulse.countDown();
                }
              });
          Platform.requestNextPulse();
        });
    try {
      if (!pulse.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("no pulse");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /// Waits until `condition`, asked on the JavaFX thread, is true.
  public void await(BooleanSupplier condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!call(condition::getAsBoolean)) {
      if (System.nanoTime() > end) {
        throw new AssertionError("waited in vain");
      }
      settle();
    }
  }

  /// The node with this id.
  public <N extends Node> N find(String id, Class<N> type) {
    return type.cast(
        call(
            () -> {
              Node node = scene.lookup("#" + id);
              if (node == null) {
                throw new AssertionError("no node #" + id);
              }
              return node;
            }));
  }

  /// Every visible node that fits, from the root down.
  public List<Node> all(Predicate<Node> wanted) {
    return call(
        () -> {
          List<Node> found = new ArrayList<>();
          collect(scene.getRoot(), wanted, found);
          return found;
        });
  }

  private static void collect(Node node, Predicate<Node> wanted, List<Node> found) {
    if (!node.isVisible()) {
      return;
    }
    if (wanted.test(node)) {
      found.add(node);
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, wanted, found));
    }
  }

  /// Presses and releases a key where the focus is. `modifiers` of "ctrl", "shift".
  public void press(KeyCode code, String... modifiers) {
    run(
        () -> {
          fire(KeyEvent.KEY_PRESSED, "", code, List.of(modifiers));
          fire(KeyEvent.KEY_RELEASED, "", code, List.of(modifiers));
        });
    settle();
  }

  /// Types characters one right after the other, as a scanner does; `\n` is Enter.
  public void type(String characters) {
    run(() -> characters.chars().forEach(c -> typeOne((char) c)));
    settle();
  }

  private void typeOne(char character) {
    KeyCode code =
        switch (character) {
          case '\n' -> KeyCode.ENTER;
          case ' ' -> KeyCode.SPACE;
          default -> {
            KeyCode named =
                KeyCode.getKeyCode(
                    Character.toString(character).toUpperCase(java.util.Locale.ROOT));
            yield named == null ? KeyCode.UNDEFINED : named;
          }
        };
    fire(KeyEvent.KEY_PRESSED, Character.toString(character), code, List.of());
    String text = character == '\n' ? "\r" : Character.toString(character);
    fire(KeyEvent.KEY_TYPED, text, KeyCode.UNDEFINED, List.of());
    fire(KeyEvent.KEY_RELEASED, Character.toString(character), code, List.of());
  }

  private void fire(EventType<KeyEvent> type, String text, KeyCode code, List<String> modifiers) {
    boolean typed = type == KeyEvent.KEY_TYPED;
    KeyEvent event =
        new KeyEvent(
            type,
            typed ? text : KeyEvent.CHAR_UNDEFINED,
            typed ? "" : text,
            code,
            modifiers.contains("shift"),
            modifiers.contains("ctrl"),
            false,
            false);
    Node owner = scene.getFocusOwner();
    javafx.event.Event.fireEvent(owner == null ? scene : owner, event);
  }

  /// Writes what is shown as a PNG.
  public void picture(Path file) {
    settle();
    WritableImage image = call(() -> scene.snapshot(null));
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    BufferedImage pixels = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    PixelReader reader = image.getPixelReader();
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        pixels.setRGB(x, y, reader.getArgb(x, y));
      }
    }
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      ImageIO.write(pixels, "png", file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
