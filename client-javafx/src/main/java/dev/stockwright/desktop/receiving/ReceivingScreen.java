package dev.stockwright.desktop.receiving;

import dev.stockwright.desktop.Screen;
import dev.stockwright.desktop.look.SiteTime;
import dev.stockwright.vocabulary.Scan;
import java.time.InstantSource;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;

/// Receiving at the desk: puts view and view model together and gives keys their meaning.
public final class ReceivingScreen implements Screen {
  private final ReceivingViewModel model;
  private final ReceivingView view;
  private final SimpleStringProperty day;
  private final SimpleStringProperty title = new SimpleStringProperty("Receiving");
  private final SimpleStringProperty inRail = new SimpleStringProperty("Receive");

  public ReceivingScreen(ReceivingViewModel model, SiteTime time, InstantSource clock) {
    this.model = model;
    this.view = new ReceivingView(model, time);
    this.day = new SimpleStringProperty(time.day(clock.instant()));
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
  public ObservableValue<String> inRail() {
    return inRail;
  }

  @Override
  public ObservableValue<String> context() {
    return day;
  }

  @Override
  public void scan(Scan scan) {
    model.scan(scan);
  }

  @Override
  public void bounced(Scan scan) {
    model.bounce(scan);
  }

  @Override
  public void typed(char character) {
    model.typed(character);
  }

  @Override
  public boolean key(KeyCode code) {
    switch (code) {
      case F2 -> model.startBlindReceipt();
      case F4 -> model.askQuantity();
      case F7 -> model.printLabel();
      case F8 -> model.undo();
      case ESCAPE -> model.escape();
      case BACK_SPACE -> model.erase();
      case UP -> model.moveSelection(-1);
      case DOWN -> model.moveSelection(1);
      case ENTER -> {
        return model.enter();
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  @Override
  public List<Node> panels() {
    return view.panels();
  }

  @Override
  public List<Shortcut> shortcuts() {
    return List.of(
        new Shortcut("Digits", "a number before a scan: 12, then scan, counts 12"),
        new Shortcut("Enter", "save the typed number for the chosen line"),
        new Shortcut("1 2 3", "answer a question"),
        new Shortcut("F2", "receive without an order"),
        new Shortcut("F4", "type a quantity"),
        new Shortcut("F7", "print a label of what was received last"),
        new Shortcut("F8", "undo the last step"),
        new Shortcut("↑ ↓", "choose a line"),
        new Shortcut("Esc", "clear the typed number; nothing else is lost"));
  }
}
