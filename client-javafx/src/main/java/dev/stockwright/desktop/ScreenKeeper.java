package dev.stockwright.desktop;

import dev.stockwright.desktop.lists.ListsViewModel;
import dev.stockwright.desktop.shell.FloorWindow;
import dev.stockwright.desktop.stock.StockViewModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.stage.Stage;

/// Leaves the screens as somebody left them: window, light or dark, order and columns of the stock
/// and of each person's lists, their language and how large they want everything. Looks now and
/// then whether something has changed, so that a crash loses a second of it. Owned by the JavaFX
/// thread.
final class ScreenKeeper {
  private static final double WIDTH = 1366;
  private static final double HEIGHT = 768;

  /// So much of the window must be on a screen that somebody can grab it.
  private static final double GRIP = 100;

  private final Path file;
  private final FloorWindow window;
  private final StockViewModel stock;
  private final ListsViewModel lists;
  private final Wishes wishes;
  private final Worker worker;
  private ScreenMemory kept;

  /// The screens that people arrange.
  record Kept(StockViewModel stock, ListsViewModel lists, Wishes wishes) {}

  /// Brings `window` and `screens` to where they were.
  ScreenKeeper(Path file, FloorWindow window, Kept screens, Worker worker) {
    this.file = file;
    this.window = window;
    this.stock = screens.stock();
    this.lists = screens.lists();
    this.wishes = screens.wishes();
    this.worker = worker;
    this.kept = ScreenMemory.read(file);
    kept.theme().ifPresent(window.look()::choose);
    stock.startWith(kept.sort(), kept.descending());
    stock.hidden().addAll(kept.hidden());
    lists.startWith(kept.lists());
    wishes.startWith(kept.people());
  }

  /// Where it was, when that is on a screen of today; else as large as usual, or as the screen.
  void place(Stage stage) {
    List<Rectangle2D> screens =
        javafx.stage.Screen.getScreens().stream().map(s -> s.getVisualBounds()).toList();
    Optional<ScreenMemory.Place> before = kept.place().filter(at -> reachable(at, screens));
    if (before.isPresent()) {
      stage.setX(before.get().x());
      stage.setY(before.get().y());
      stage.setWidth(before.get().width());
      stage.setHeight(before.get().height());
      stage.setMaximized(before.get().maximized());
    } else {
      Rectangle2D room = javafx.stage.Screen.getPrimary().getVisualBounds();
      stage.setWidth(Math.min(WIDTH, room.getWidth()));
      stage.setHeight(Math.min(HEIGHT, room.getHeight()));
    }
  }

  static boolean reachable(ScreenMemory.Place at, List<Rectangle2D> screens) {
    return at.width() >= FloorWindow.MIN_WIDTH
        && at.height() >= FloorWindow.MIN_HEIGHT
        && screens.stream()
            .anyMatch(
                screen ->
                    screen.intersects(at.x(), at.y(), at.width(), GRIP)
                        && at.x() + at.width() - GRIP >= screen.getMinX()
                        && at.x() + GRIP <= screen.getMaxX()
                        && at.y() >= screen.getMinY() - 1);
  }

  /// Writes what has changed since, on the worker's thread.
  void keep() {
    changed().ifPresent(now -> worker.run(() -> now.write(file)));
  }

  /// The same before this returns, for a window that closes.
  void keepNow() {
    changed().ifPresent(now -> now.write(file));
  }

  private Optional<ScreenMemory> changed() {
    ScreenMemory now =
        new ScreenMemory(
            place(),
            window.look().chosen(),
            stock.query().get().sort(),
            stock.query().get().descending(),
            stock.hidden(),
            lists.layouts(),
            wishes.all());
    if (now.equals(kept)) {
      return Optional.empty();
    }
    kept = now;
    return Optional.of(now);
  }

  private Optional<ScreenMemory.Place> place() {
    if (!(window.scene().getWindow() instanceof Stage stage)
        || Double.isNaN(stage.getX() + stage.getWidth()) // not shown yet
        || stage.isIconified()) {
      return kept.place();
    }
    if (stage.isMaximized() || stage.isFullScreen()) {
      return kept.place()
          .map(
              at ->
                  new ScreenMemory.Place(
                      at.x(), at.y(), at.width(), at.height(), stage.isMaximized()));
    }
    return Optional.of(
        new ScreenMemory.Place(
            stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), false));
  }
}
