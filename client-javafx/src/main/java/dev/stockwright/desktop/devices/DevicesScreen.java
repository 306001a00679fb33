package dev.stockwright.desktop.devices;

import dev.stockwright.client.words.EquipmentPhrase;
import dev.stockwright.client.words.PairDevicePhrase;
import dev.stockwright.desktop.Screen;
import dev.stockwright.desktop.look.SiteTime;
import dev.stockwright.desktop.look.Speech;
import dev.stockwright.vocabulary.Scan;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;

/// The devices of this desk: puts view and view model together and gives keys their meaning.
public final class DevicesScreen implements Screen {
  private final DevicesViewModel model;
  private final DevicesView view;
  private final Consumer<Scan> elsewhere;
  private final ObservableValue<String> title;
  private final ObservableValue<String> context;

  /// `elsewhere` takes what is scanned here: only a scanner that is being set up does no work.
  public DevicesScreen(DevicesViewModel model, SiteTime time, Consumer<Scan> elsewhere) {
    this.model = model;
    this.view = new DevicesView(model, time);
    this.elsewhere = elsewhere;
    this.title = model.speech().of(EquipmentPhrase.DEVICES);
    this.context = model.speech().of(EquipmentPhrase.OF_THIS_DESK);
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
    // Nothing is typed here.
  }

  @Override
  public boolean key(KeyCode code) {
    switch (code) {
      case UP -> model.moveSelection(-1);
      case DOWN -> model.moveSelection(1);
      case F3 -> model.setUp();
      case F4 -> model.skip();
      case F5 -> model.restart();
      case F9 -> model.pairHandheld();
      case F12 -> model.useProfile();
      case ESCAPE -> model.escape();
      default -> {
        return false;
      }
    }
    return true;
  }

  @Override
  public List<Shortcut> shortcuts() {
    Speech words = model.speech();
    return List.of(
        new Shortcut("↑ ↓", words.say(EquipmentPhrase.KEY_CHOOSE)),
        new Shortcut("F3", words.say(EquipmentPhrase.KEY_SET_UP)),
        new Shortcut("F4", words.say(EquipmentPhrase.KEY_SKIP)),
        new Shortcut("F5", words.say(EquipmentPhrase.KEY_AGAIN)),
        new Shortcut("F9", words.say(PairDevicePhrase.PAIR_HANDHELD)),
        new Shortcut("F12", words.say(EquipmentPhrase.KEY_USE)),
        new Shortcut("Esc", words.say(EquipmentPhrase.KEY_LEAVE)));
  }
}
