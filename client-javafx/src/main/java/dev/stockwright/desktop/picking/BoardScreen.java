package dev.stockwright.desktop.picking;

import dev.stockwright.client.words.BoardPhrase;
import dev.stockwright.client.words.FloorPhrase;
import dev.stockwright.desktop.Screen;
import dev.stockwright.desktop.look.SiteTime;
import dev.stockwright.vocabulary.Scan;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;

/// The picking board: puts view and view model together and gives keys their meaning.
public final class BoardScreen implements Screen {
  private final BoardViewModel model;
  private final BoardView view;
  private final ObservableValue<String> title;
  private final Consumer<Scan> elsewhere;
  private final SimpleStringProperty context = new SimpleStringProperty("");

  /// `elsewhere` takes what is scanned here: a scan is work.
  public BoardScreen(
      BoardViewModel model, SiteTime time, InstantSource clock, Consumer<Scan> elsewhere) {
    this.model = model;
    this.view = new BoardView(model, time, clock);
    this.elsewhere = elsewhere;
    this.title = model.speech().of(BoardPhrase.TITLE);
    model.opened().subscribe(now -> context.set(now.map(open -> open.order().number()).orElse("")));
  }

  @Override
  public Node node() {
    return view;
  }

  @Override
  public ObservableValue<String> title() {
    return title;
  }

  @Override
  public ObservableValue<String> context() {
    return context;
  }

  @Override
  public void scan(Scan scan) {
    elsewhere.accept(scan);
  }

  @Override
  public void typed(char character) {
    model.typed(character);
  }

  @Override
  public boolean key(KeyCode code) {
    switch (code) {
      case UP -> move(-1);
      case DOWN -> move(1);
      case PAGE_UP -> move(-10);
      case PAGE_DOWN -> move(10);
      case F3 -> model.sortByNext();
      case F4 -> model.turnAround();
      case F5 -> model.reload();
      case ENTER -> model.open();
      case ESCAPE -> escape();
      default -> {
        return false;
      }
    }
    return true;
  }

  private void move(int by) {
    if (model.opened().get().isPresent()) {
      view.order().move(by);
    } else {
      model.moveSelection(by);
    }
  }

  private void escape() {
    boolean opened = model.opened().get().isPresent();
    if (view.getScene().getFocusOwner() instanceof TextInputControl) {
      view.toTable();
    }
    model.escape();
    if (opened && model.opened().get().isEmpty()) {
      view.toTable();
    }
  }

  @Override
  public Node firstFocus() {
    return view.front();
  }

  @Override
  public void find() {
    view.find();
  }

  @Override
  public List<Node> panels() {
    return view.panels();
  }

  @Override
  public List<Shortcut> shortcuts() {
    return List.of(
        new Shortcut("0 – 6", model.say(BoardPhrase.KEY_STAGES)),
        new Shortcut("↑ ↓", model.speech().say(FloorPhrase.KEY_LINES)),
        new Shortcut("Enter", model.say(BoardPhrase.KEY_LINES)),
        new Shortcut("R", model.say(BoardPhrase.RELEASE)),
        new Shortcut("M", model.say(BoardPhrase.KEY_MARK)),
        new Shortcut("T", model.say(BoardPhrase.TAKE_BACK)),
        new Shortcut("P", model.say(BoardPhrase.RANK)),
        new Shortcut("A", model.say(BoardPhrase.ASSIGN)),
        new Shortcut("G", model.say(BoardPhrase.GIVE_BACK)),
        new Shortcut("X", model.say(BoardPhrase.CANCEL)),
        new Shortcut("O", model.say(BoardPhrase.KEY_OVERDUE)),
        new Shortcut("W", model.say(BoardPhrase.KEY_PICKER)),
        new Shortcut("1 2 3", model.speech().say(FloorPhrase.KEY_ANSWERS)),
        new Shortcut("Ctrl+F", model.speech().say(FloorPhrase.KEY_FILTER)),
        new Shortcut("F3 F4", model.speech().say(FloorPhrase.KEY_SORT)),
        new Shortcut("F5", model.speech().say(FloorPhrase.KEY_RELOAD)),
        new Shortcut("Esc", model.speech().say(FloorPhrase.KEY_BACK)));
  }
}
