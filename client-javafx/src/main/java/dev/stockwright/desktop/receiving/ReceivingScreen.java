package dev.stockwright.desktop.receiving;

import dev.stockwright.client.words.CommonPhrase;
import dev.stockwright.client.words.DockPhrase;
import dev.stockwright.desktop.Screen;
import dev.stockwright.desktop.approval.ApprovalKeys;
import dev.stockwright.desktop.approval.ApprovalViewModel;
import dev.stockwright.desktop.look.PaneGrip;
import dev.stockwright.desktop.look.SiteTime;
import dev.stockwright.vocabulary.Scan;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;

/// Receiving at the desk: puts view and view model together and gives keys their meaning.
public final class ReceivingScreen implements Screen {
  private final ReceivingViewModel model;
  private final ReceivingView view;
  private final SimpleStringProperty day = new SimpleStringProperty("");
  private final ObservableValue<String> title;
  private final ObservableValue<String> inRail;

  public ReceivingScreen(ReceivingViewModel model, SiteTime time, InstantSource clock) {
    this.model = model;
    this.title = model.words().of(DockPhrase.RECEIVING);
    this.inRail = model.words().of(DockPhrase.RECEIVE);
    this.view = new ReceivingView(model, time);
    model
        .words()
        .follow(() -> day.set(model.words().say(CommonPhrase.AS_IS, time.day(clock.instant()))));
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
    if (!approval().fast(scan)) {
      model.scan(scan);
    }
  }

  @Override
  public void bounced(Scan scan) {
    model.bounce(scan);
  }

  @Override
  public void typed(char character) {
    if (!approval().typed(character)) {
      model.typed(character);
    }
  }

  @Override
  public boolean key(KeyCode code) {
    if (ApprovalKeys.pressed(approval(), code)) {
      return true;
    }
    switch (code) {
      case F2 -> model.actions().startBlindReceipt();
      case F3 -> model.askScanner();
      case F4 -> model.askQuantity();
      case F7 -> model.actions().printLabel();
      case F8 -> model.undo();
      case F10 -> model.actions().release();
      case F12 -> model.actions().finish();
      case F11 -> model.readTags();
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
  public boolean next() {
    model.nextLane();
    return true;
  }

  private ApprovalViewModel approval() {
    return model.lanes().approval();
  }

  private String say(DockPhrase phrase) {
    return model.words().say(phrase);
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
    List<Shortcut> all = new ArrayList<>(ApprovalKeys.shortcuts(approval()));
    all.addAll(keys());
    return all;
  }

  private List<Shortcut> keys() {
    return List.of(
        new Shortcut(say(DockPhrase.DIGITS), say(DockPhrase.KEY_DIGITS)),
        new Shortcut("Enter", say(DockPhrase.KEY_ENTER)),
        new Shortcut("1 2 3", say(DockPhrase.KEY_ANSWERS)),
        new Shortcut("F2", say(DockPhrase.KEY_BLIND)),
        new Shortcut("F3", say(DockPhrase.KEY_SCANNER)),
        new Shortcut("F4", say(DockPhrase.KEY_QUANTITY)),
        new Shortcut("F7", say(DockPhrase.KEY_LABEL)),
        new Shortcut("F8", say(DockPhrase.KEY_UNDO)),
        new Shortcut("F10", say(DockPhrase.KEY_RELEASE)),
        new Shortcut("F11", say(DockPhrase.KEY_GATE)),
        new Shortcut("F12", say(DockPhrase.KEY_FINISH)),
        new Shortcut("Ctrl+Tab", say(DockPhrase.KEY_LANE)),
        new Shortcut("↑ ↓", say(DockPhrase.KEY_LINES)),
        new Shortcut("Esc", say(DockPhrase.KEY_ESC)));
  }
}
