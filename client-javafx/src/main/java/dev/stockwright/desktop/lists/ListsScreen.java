package dev.stockwright.desktop.lists;

import dev.stockwright.client.words.FloorPhrase;
import dev.stockwright.desktop.Screen;
import dev.stockwright.vocabulary.Scan;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;

/// The lists: puts view and view model together and gives keys their meaning.
public final class ListsScreen implements Screen {
  private final ListsViewModel model;
  private final ListsView view;
  private final ObservableValue<String> title;
  private final Consumer<Scan> elsewhere;
  private final SimpleStringProperty context = new SimpleStringProperty("");

  /// `elsewhere` takes what is scanned here: a scan is work.
  public ListsScreen(ListsViewModel model, Consumer<Scan> elsewhere) {
    this.model = model;
    this.view = new ListsView(model);
    this.elsewhere = elsewhere;
    this.title = model.speech().of(FloorPhrase.LISTS);
    Runnable say = () -> context.set(model.say(model.kind().get().title()));
    model.kind().subscribe(say);
    model.speech().follow(say);
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
    if (!model.takes(scan)) {
      elsewhere.accept(scan);
    }
  }

  @Override
  public void typed(char character) {
    model.typed(character);
  }

  @Override
  public boolean key(KeyCode code) {
    switch (code) {
      case UP -> model.moveSelection(-1);
      case DOWN -> model.moveSelection(1);
      case PAGE_UP -> model.moveSelection(-10);
      case PAGE_DOWN -> model.moveSelection(10);
      case F3 -> model.sortByNext();
      case F4 -> model.turnAround();
      case F5 -> model.reload();
      case F10 -> model.askRelease();
      case ENTER -> model.open();
      case ESCAPE -> escape();
      default -> {
        return false;
      }
    }
    return true;
  }

  private void escape() {
    if (view.getScene().getFocusOwner() instanceof TextInputControl) {
      view.toTable();
    }
    model.escape();
  }

  @Override
  public Node firstFocus() {
    return view.table();
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
        new Shortcut("0 – 9", model.say(FloorPhrase.KEY_LIST)),
        new Shortcut("↑ ↓", model.say(FloorPhrase.KEY_LINES)),
        new Shortcut("1 2 3", model.say(FloorPhrase.KEY_ANSWERS)),
        new Shortcut("Ctrl+F", model.say(FloorPhrase.KEY_FILTER)),
        new Shortcut("F3 F4", model.say(FloorPhrase.KEY_SORT)),
        new Shortcut("F5", model.say(FloorPhrase.KEY_RELOAD)),
        new Shortcut("Enter", model.say(FloorPhrase.MATCH) + ", " + model.say(FloorPhrase.RELEASE)),
        new Shortcut("F10", model.say(FloorPhrase.RELEASE_ALL)),
        new Shortcut("A", model.say(FloorPhrase.APPROVE) + ", " + model.say(FloorPhrase.RECORD)),
        new Shortcut("R", model.say(FloorPhrase.RECOUNT) + ", " + model.say(FloorPhrase.REJECT)),
        new Shortcut("Esc", model.say(FloorPhrase.KEY_BACK)));
  }
}
