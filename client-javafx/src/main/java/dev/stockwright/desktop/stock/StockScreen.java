package dev.stockwright.desktop.stock;

import dev.stockwright.client.words.StockPhrase;
import dev.stockwright.desktop.Screen;
import dev.stockwright.desktop.look.PaneGrip;
import dev.stockwright.desktop.look.SiteTime;
import dev.stockwright.desktop.look.Speech;
import dev.stockwright.vocabulary.Scan;
import java.time.InstantSource;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;

/// The live stock: puts view and view model together and gives keys their meaning.
public final class StockScreen implements Screen {
  private final StockViewModel model;
  private final StockView view;
  private final ObservableValue<String> title;

  public StockScreen(StockViewModel model, SiteTime time, InstantSource clock) {
    this.model = model;
    this.title = model.speech().of(StockPhrase.STOCK);
    this.view = new StockView(model, time, clock);
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
    return model.warehouse();
  }

  @Override
  public void scan(Scan scan) {
    model.scan(scan);
  }

  /// Typing without a field in focus begins a search.
  @Override
  public void typed(char character) {
    view.find();
    model.filter().set(model.filter().get() + character);
    view.caretToEnd();
  }

  @Override
  public boolean key(KeyCode code) {
    switch (code) {
      case ESCAPE -> {
        model.escape();
        view.toTable();
      }
      case F5 -> model.reload();
      default -> {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean next() {
    return model.lookAtNext();
  }

  @Override
  public Node firstFocus() {
    return view.tableNode();
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
  public List<PaneGrip> grips() {
    return view.grips();
  }

  @Override
  public List<Shortcut> shortcuts() {
    Speech words = model.speech();
    return List.of(
        new Shortcut("Ctrl+F", words.say(StockPhrase.KEY_FIND)),
        new Shortcut("Ctrl+Tab", words.say(StockPhrase.KEY_WAREHOUSES)),
        new Shortcut("↑ ↓", words.say(StockPhrase.KEY_CHOOSE)),
        new Shortcut("F7", words.say(StockPhrase.KEY_SORT)),
        new Shortcut("Ctrl+Shift+← →", words.say(StockPhrase.KEY_MOVE_COLUMN)),
        new Shortcut("Ctrl+Shift+↑ ↓", words.say(StockPhrase.KEY_WIDEN_COLUMN)),
        new Shortcut("Esc", words.say(StockPhrase.KEY_ESCAPE)),
        new Shortcut("F5", words.say(StockPhrase.KEY_RELOAD)));
  }
}
