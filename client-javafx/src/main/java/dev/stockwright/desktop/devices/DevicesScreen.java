package dev.stockwright.desktop.devices;

import dev.stockwright.client.words.PairDevicePhrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.desktop.Screen;
import dev.stockwright.desktop.look.SiteTime;
import dev.stockwright.vocabulary.Scan;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;

/// The devices of this desk: puts view and view model together and gives keys their meaning.
public final class DevicesScreen implements Screen {
  private final DevicesViewModel model;
  private final DevicesView view;
  private final Consumer<Scan> elsewhere;
  private final SimpleStringProperty context = new SimpleStringProperty("Devices of this desk");

  /// `elsewhere` takes what is scanned here: only a scanner that is being set up does no work.
  public DevicesScreen(DevicesViewModel model, SiteTime time, Consumer<Scan> elsewhere) {
    this.model = model;
    this.view = new DevicesView(model, time);
    this.elsewhere = elsewhere;
  }

  @Override
  public Node node() {
    return view;
  }

  @Override
  public String title() {
    return "Devices";
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
    return List.of(
        new Shortcut("↑ ↓", "choose a device"),
        new Shortcut("F3", "set up the chosen scanner"),
        new Shortcut("F4", "skip a test code"),
        new Shortcut("F5", "begin the test codes again"),
        new Shortcut("F9", model.pairing().say(Text.of(PairDevicePhrase.PAIR_HANDHELD))),
        new Shortcut("F12", "use the new profile"),
        new Shortcut("Esc", "leave without a change"));
  }
}
