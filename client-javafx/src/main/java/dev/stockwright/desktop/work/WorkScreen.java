package dev.stockwright.desktop.work;

import dev.stockwright.client.words.FloorPhrase;
import dev.stockwright.desktop.Screen;
import dev.stockwright.desktop.approval.ApprovalKeys;
import dev.stockwright.vocabulary.Scan;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;

/// Work by cards: puts view and view model together and gives keys their meaning.
public final class WorkScreen implements Screen {
  private final WorkViewModel model;
  private final WorkView view;
  private final ObservableValue<String> title;
  private final SimpleStringProperty context = new SimpleStringProperty("");

  public WorkScreen(WorkViewModel model) {
    this.model = model;
    this.view = new WorkView(model);
    this.title = model.speech().of(FloorPhrase.WORK);
    model
        .picture()
        .subscribe(
            now ->
                context.set(
                    now.context().isEmpty() ? now.title() : now.title() + " · " + now.context()));
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
    if (!model.approval().fast(scan)) {
      model.scan(scan);
    }
  }

  @Override
  public void bounced(Scan scan) {
    model.bounced();
  }

  @Override
  public void typed(char character) {
    if (!model.approval().typed(character)) {
      model.typed(character);
    }
  }

  @Override
  public boolean key(KeyCode code) {
    boolean inField =
        view.getScene().getFocusOwner() instanceof javafx.scene.control.TextInputControl;
    if (!inField && ApprovalKeys.pressed(model.approval(), code)) {
      return true;
    }
    switch (code) {
      case F8 -> model.undo();
      case ESCAPE -> escape();
      case BACK_SPACE -> model.erase();
      case UP -> model.moveSelection(-1);
      case DOWN -> model.moveSelection(1);
      case ENTER -> {
        return model.enter();
      }
      case F4 -> model.askQuantity();
      default -> {
        return code.isFunctionKey()
            && model.function(Integer.parseInt(code.getName().substring(1)));
      }
    }
    return true;
  }

  /// From the field of the codes it leads back to the card.
  private void escape() {
    if (view.getScene().getFocusOwner() instanceof javafx.scene.control.TextInputControl) {
      view.requestFocus();
    } else {
      model.escape();
    }
  }

  @Override
  public void find() {
    view.findCode();
  }

  @Override
  public List<Node> panels() {
    return view.panels();
  }

  /// With the keys of the card that is shown.
  @Override
  public List<Shortcut> shortcuts() {
    List<Shortcut> all = new ArrayList<>(ApprovalKeys.shortcuts(model.approval()));
    WorkPicture card = model.picture().get();
    card.primary().ifPresent(choice -> all.add(new Shortcut(choice.key(), choice.words())));
    if (card.takesQuantity() && card.more().stream().noneMatch(each -> each.function() == 4)) {
      all.add(new Shortcut("F4", model.say(FloorPhrase.TYPE_QUANTITY)));
    }
    card.more().forEach(choice -> all.add(new Shortcut(choice.key(), choice.words())));
    all.add(new Shortcut("↑ ↓", model.say(FloorPhrase.KEY_LINES)));
    all.add(new Shortcut("Enter", model.say(FloorPhrase.KEY_ENTER)));
    all.add(new Shortcut("0 – 9", model.say(FloorPhrase.KEY_DIGITS)));
    all.add(new Shortcut("1 2 3", model.say(FloorPhrase.KEY_ANSWERS)));
    all.add(new Shortcut("F8", model.say(FloorPhrase.KEY_UNDO)));
    all.add(new Shortcut("Esc", model.say(FloorPhrase.KEY_BACK)));
    all.add(new Shortcut("Ctrl+F", model.say(FloorPhrase.KEY_CODE)));
    return all;
  }
}
