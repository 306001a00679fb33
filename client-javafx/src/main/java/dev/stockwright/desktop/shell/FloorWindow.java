package dev.stockwright.desktop.shell;

import dev.stockwright.desktop.Screen;
import dev.stockwright.desktop.look.Look;
import dev.stockwright.desktop.look.PaneGrip;
import dev.stockwright.devices.wedge.Heard;
import dev.stockwright.devices.wedge.WedgeScanner;
import dev.stockwright.devices.wedge.WedgeSettings;
import dev.stockwright.fx.scanning.WedgeFilter;
import dev.stockwright.vocabulary.Scan;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

/// The whole floor app as one scene: frame, screens, look, and the way that scans and keys take to
/// the screen in front. Nothing opens a second window, so nothing can hide a scan. Owned by the
/// JavaFX thread.
public final class FloorWindow {
  /// The smallest window in which nothing is cut.
  public static final double MIN_WIDTH = 1000;

  public static final double MIN_HEIGHT = 700;

  private final ShellViewModel model;
  private final Map<Section, Screen> screens;
  private final Screen signIn;
  private final InstantSource clock;
  private final ShellView view;
  private final Scene scene;
  private final Look look;
  private final WedgeFilter wedge;
  // Kept here, because nobody else holds them.
  private final List<BooleanBinding> leaving = new ArrayList<>();
  private Optional<WedgeScanner> keyboard = Optional.empty();

  public FloorWindow(
      ShellViewModel model, Screen signIn, Map<Section, Screen> screens, InstantSource clock) {
    this(model, signIn, screens, clock, System::nanoTime);
  }

  /// With another clock for the keys of scanners that type: nanoseconds that never go back.
  public FloorWindow(
      ShellViewModel model,
      Screen signIn,
      Map<Section, Screen> screens,
      InstantSource clock,
      LongSupplier nanos) {
    this.model = model;
    this.screens = Map.copyOf(screens);
    this.signIn = signIn;
    this.clock = clock;
    this.view = new ShellView(model, this.screens);
    this.scene = new Scene(new Zoomed(view, model.zoom()), MIN_WIDTH, MIN_HEIGHT);
    this.look = new Look(scene);
    this.wedge = new WedgeFilter(scene, new ToScreen(), nanos, WedgeSettings.USUAL);
    scene.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    model.section().addListener((_, _, _) -> showFront());
    model.signedIn().addListener((_, _, _) -> showFront());
    showFront();
  }

  /// Puts it into a window that cannot become too small, and opens that.
  public void showIn(Stage stage) {
    stage.setTitle("Stockwright");
    stage.setScene(scene);
    stage.setMinWidth(MIN_WIDTH);
    stage.setMinHeight(MIN_HEIGHT);
    stage.show();
  }

  /// Puts a row of its own above the status bar, below every screen.
  public void addStrip(Node strip) {
    view.addStrip(strip);
  }

  public Scene scene() {
    return scene;
  }

  public Look look() {
    return look;
  }

  /// The borders between panes of all screens.
  public List<PaneGrip> grips() {
    return screens.values().stream().flatMap(screen -> screen.grips().stream()).toList();
  }

  /// What is typed by scanners goes through `scanner`, which counts it and holds back bounces.
  public void hearKeyboardBy(WedgeScanner scanner) {
    keyboard = Optional.of(scanner);
  }

  /// What tells scanners from people at the keyboard.
  public WedgeFilter wedge() {
    return wedge;
  }

  /// Does something when this section is no longer in front, also because nobody is signed in.
  public void onLeaving(Section section, Runnable then) {
    BooleanBinding inFront = model.section().isEqualTo(section).and(model.signedIn());
    leaving.add(inFront);
    inFront.subscribe(
        now -> {
          if (!now) {
            then.run();
          }
        });
  }

  /// A scan of any device: to the screen in front, whatever has the focus.
  public void scanned(Scan scan) {
    model.help().set(false);
    front().scan(scan);
  }

  /// A scan that came again at once: to the screen in front, which may say so.
  public void bounced(Scan scan) {
    front().bounced(scan);
  }

  private Screen front() {
    Screen screen = screens.get(model.section().get());
    return model.signedIn().get() && screen != null ? screen : signIn;
  }

  private void showFront() {
    view.show(front());
    front().firstFocus().requestFocus();
  }

  private void pressed(KeyEvent event) {
    if (event.isShortcutDown()) {
      // With Alt it is AltGr, which types.
      if (!event.isAltDown() && shortcut(event.getCode(), event.isShiftDown())) {
        event.consume();
      }
    } else if (!event.isAltDown() && !event.isMetaDown() && plain(event)) {
      event.consume();
    }
  }

  private boolean shortcut(KeyCode code, boolean shift) {
    switch (code) {
      case L -> {
        if (shift) {
          look.toggle();
        } else {
          model.lock();
        }
      }
      case F -> front().find();
      case PLUS, ADD, EQUALS -> model.zoomBy(1);
      case MINUS, SUBTRACT -> model.zoomBy(-1);
      case DIGIT0, NUMPAD0 -> model.zoomAsUsual();
      case TAB -> {
        return front().next();
      }
      case DIGIT1, NUMPAD1 -> go(Section.RECEIVE);
      case DIGIT2, NUMPAD2 -> go(Section.STOCK);
      case DIGIT3, NUMPAD3 -> go(Section.ATTENTION);
      case DIGIT4, NUMPAD4 -> go(Section.DEVICES);
      case DIGIT5, NUMPAD5 -> go(Section.WORK);
      case DIGIT6, NUMPAD6 -> go(Section.LISTS);
      case DIGIT7, NUMPAD7 -> go(Section.PICKING);
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean plain(KeyEvent event) {
    KeyCode code = event.getCode();
    if (code == KeyCode.F1) {
      model.help().set(!model.help().get());
      return true;
    }
    if (model.help().get() && code == KeyCode.ESCAPE) {
      model.help().set(false);
      return true;
    }
    if (code == KeyCode.F6) {
      nextPanel(event.isShiftDown() ? -1 : 1);
      return true;
    }
    // In a field the editing keys are the field's.
    boolean inField = scene.getFocusOwner() instanceof TextInputControl;
    boolean ours = code.isFunctionKey() || code == KeyCode.ESCAPE;
    return (!inField || ours) && code != KeyCode.ENTER && front().key(code);
  }

  private void nextPanel(int step) {
    List<Node> panels = front().panels();
    int at = -1;
    for (int i = 0; i < panels.size(); i++) {
      if (isInside(scene.getFocusOwner(), panels.get(i))) {
        at = i;
      }
    }
    int next = at < 0 ? 0 : Math.floorMod(at + step, panels.size());
    panels.get(next).requestFocus();
  }

  private static boolean isInside(@org.jspecify.annotations.Nullable Node node, Node panel) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at.equals(panel)) {
        return true;
      }
    }
    return false;
  }

  private void go(Section section) {
    if (model.signedIn().get() && screens.containsKey(section)) {
      model.section().set(section);
    }
  }

  private final class ToScreen implements WedgeFilter.Keys {
    @Override
    public void scanned(Heard.Scanned scan) {
      keyboard.ifPresentOrElse(
          scanner -> scanner.scanned(scan),
          () ->
              FloorWindow.this.scanned(
                  new Scan(
                      WedgeScanner.raw(scan.typed()),
                      WedgeScanner.raw(scan.text()),
                      WedgeScanner.KEYBOARD,
                      clock.instant())));
    }

    @Override
    public void refused(Heard.Refused burst) {
      keyboard.ifPresent(scanner -> scanner.refused(burst));
    }

    @Override
    public void typed(char character) {
      front().typed(character);
    }

    @Override
    public boolean entered() {
      return front().key(KeyCode.ENTER);
    }
  }
}
