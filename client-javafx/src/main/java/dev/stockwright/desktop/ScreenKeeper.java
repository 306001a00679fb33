package dev.stockwright.desktop;

import dev.stockwright.desktop.Wishes.Arranged;
import dev.stockwright.desktop.lists.ListsViewModel;
import dev.stockwright.desktop.picking.BoardViewModel;
import dev.stockwright.desktop.shell.FloorWindow;
import dev.stockwright.desktop.shell.ShellViewModel;
import dev.stockwright.desktop.stock.StockLayout;
import dev.stockwright.desktop.stock.StockViewModel;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.stage.Stage;

/// Leaves the screens as each person left them: window, panes, the stock list, the picking board,
/// their other lists, their language and how large they want everything; light or dark is the
/// desk's. Who has arranged
/// nothing sees what the desk usually shows: what was arranged while nobody was signed in. Looks
/// now and then whether something has changed, so that a crash loses a second of it. Owned by the
/// JavaFX thread.
final class ScreenKeeper {
  private static final double WIDTH = 1366;
  private static final double HEIGHT = 768;

  /// So much of the window must be on a screen that somebody can grab it.
  private static final double GRIP = 100;

  private final Path file;
  private final FloorWindow window;
  private final StockViewModel stock;
  private final ListsViewModel lists;
  private final BoardViewModel board;
  private final Wishes wishes;
  private final Worker worker;
  private final Panes panes;
  private ScreenMemory kept;
  private String who = Wishes.DESK;
  private Optional<Stage> stage = Optional.empty();
  // As it was shown last; only what a person has changed since is kept as theirs.
  private Map<Arranged, String> shown = new EnumMap<>(Arranged.class);

  /// The screens that people arrange.
  record Kept(
      ShellViewModel shell,
      StockViewModel stock,
      ListsViewModel lists,
      BoardViewModel board,
      Wishes wishes) {}

  /// Brings `window` and `screens` to where they were.
  ScreenKeeper(Path file, FloorWindow window, Kept screens, Worker worker) {
    this.file = file;
    this.window = window;
    this.stock = screens.stock();
    this.lists = screens.lists();
    this.board = screens.board();
    this.wishes = screens.wishes();
    this.worker = worker;
    this.panes = new Panes(window.grips());
    this.kept = ScreenMemory.read(file);
    kept.theme().ifPresent(window.look()::choose);
    stock.arrange(kept.stock());
    panes.arrange(kept.panes());
    lists.startWith(kept.lists());
    wishes.startWith(kept.people());
    shown = now();
    screens.shell().signedIn().subscribe(in -> leave(in));
  }

  /// Where it was, when that is on a screen of today; else as large as usual, or as the screen.
  void place(Stage opened) {
    stage = Optional.of(opened);
    move(opened, kept.place());
    shown = now();
  }

  private static void move(Stage stage, Optional<WindowPlace> wanted) {
    List<Rectangle2D> screens =
        javafx.stage.Screen.getScreens().stream().map(s -> s.getVisualBounds()).toList();
    Optional<WindowPlace> before = wanted.filter(at -> reachable(at, screens));
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

  static boolean reachable(WindowPlace at, List<Rectangle2D> screens) {
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

  /// Somebody was let in: everything as they left it, or else as the desk usually is. The window
  /// stays where it is when neither says another place.
  void came(String person) {
    keep();
    who = person;
    Optional<WindowPlace> own = wishes.arranged(who, Arranged.WINDOW).flatMap(WindowPlace::of);
    stage.ifPresent(
        opened -> own.or(kept::place).ifPresent(place -> move(opened, Optional.of(place))));
    stock.arrange(wishes.arranged(who, Arranged.COLUMNS).map(StockLayout::of).orElse(kept.stock()));
    panes.arrange(wishes.arranged(who, Arranged.PANES).orElse(kept.panes()));
    board.sorting(wishes.arranged(who, Arranged.BOARD).orElse(""));
    shown = now();
  }

  /// With nobody signed in what is shown stays until somebody comes.
  private void leave(boolean signedIn) {
    if (!signedIn) {
      keep();
      who = Wishes.DESK;
    }
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
    Map<Arranged, String> now = now();
    Optional<WindowPlace> place = kept.place();
    StockLayout columns = kept.stock();
    String wide = kept.panes();
    for (Map.Entry<Arranged, String> each : now.entrySet()) {
      if (each.getValue().equals(shown.get(each.getKey()))) {
        continue;
      }
      if (!who.equals(Wishes.DESK)) {
        wishes.arranged(who, each.getKey(), each.getValue());
        continue;
      }
      switch (each.getKey()) {
        case WINDOW -> place = WindowPlace.of(each.getValue());
        case COLUMNS -> columns = StockLayout.of(each.getValue());
        case PANES -> wide = each.getValue();
        case BOARD -> {} // of people alone: with nobody signed in there is no board
      }
    }
    shown = now;
    ScreenMemory memory =
        new ScreenMemory(
            place, window.look().chosen(), columns, wide, lists.layouts(), wishes.all());
    if (memory.equals(kept)) {
      return Optional.empty();
    }
    kept = memory;
    return Optional.of(memory);
  }

  private Map<Arranged, String> now() {
    Map<Arranged, String> now = new EnumMap<>(Arranged.class);
    stage.flatMap(this::of).ifPresent(place -> now.put(Arranged.WINDOW, place.text()));
    now.put(Arranged.COLUMNS, stock.layout().text());
    now.put(Arranged.PANES, panes.text());
    now.put(Arranged.BOARD, board.sorting());
    return now;
  }

  /// Absent where nothing new can be said.
  private Optional<WindowPlace> of(Stage opened) {
    if (Double.isNaN(opened.getX() + opened.getWidth()) || opened.isIconified()) {
      return before();
    }
    if (opened.isMaximized() || opened.isFullScreen()) {
      return before()
          .map(
              at -> new WindowPlace(at.x(), at.y(), at.width(), at.height(), opened.isMaximized()));
    }
    return Optional.of(
        new WindowPlace(
            opened.getX(), opened.getY(), opened.getWidth(), opened.getHeight(), false));
  }

  /// Where it was when it was shown last as large as somebody made it.
  private Optional<WindowPlace> before() {
    return Optional.ofNullable(shown.get(Arranged.WINDOW)).flatMap(WindowPlace::of).or(kept::place);
  }
}
