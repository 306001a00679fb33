package dev.stockwright.desktop.stock;

import dev.stockwright.desktop.Screen;
import dev.stockwright.desktop.look.SiteTime;
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

  public StockScreen(StockViewModel model, SiteTime time, InstantSource clock) {
    this.model = model;
    this.view = new StockView(model, time, clock);
  }

  @Override
  public Node node() {
    return view;
  }

  @Override
  public String title() {
    return "Stock";
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
  public List<Shortcut> shortcuts() {
    return List.of(
        new Shortcut("Ctrl+F", "find by SKU or product; letters begin it too"),
        new Shortcut("↑ ↓", "choose a product"),
        new Shortcut("Esc", "close the product, then clear the search"),
        new Shortcut("F5", "load again what is shown"));
  }
}
