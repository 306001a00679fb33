package dev.stockwright.desktop.attention;

import dev.stockwright.client.words.AttentionPhrase;
import dev.stockwright.client.words.FloorPhrase;
import dev.stockwright.desktop.Screen;
import dev.stockwright.desktop.look.SiteTime;
import dev.stockwright.desktop.look.Speech;
import dev.stockwright.vocabulary.Scan;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;

/// Refused work: puts view and view model together and gives keys their meaning.
public final class AttentionScreen implements Screen {
  private final AttentionViewModel model;
  private final AttentionView view;
  private final Consumer<Scan> elsewhere;
  private final ObservableValue<String> title;
  private final ObservableValue<String> context;

  /// `elsewhere` takes what is scanned here: a scan is work, and work is done on its own screen.
  public AttentionScreen(AttentionViewModel model, SiteTime time, Consumer<Scan> elsewhere) {
    this.model = model;
    this.view = new AttentionView(model, time);
    this.elsewhere = elsewhere;
    this.title = model.speech().of(AttentionPhrase.NEEDS_YOU);
    this.context = model.speech().of(AttentionPhrase.WORK_REFUSED);
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
    model.answer(character - '0');
  }

  @Override
  public boolean key(KeyCode code) {
    switch (code) {
      case UP -> model.moveSelection(-1);
      case DOWN -> model.moveSelection(1);
      case F5 -> model.sendAgain();
      case F7 -> model.refer();
      case F9 -> model.insist();
      case DELETE -> model.askDiscard();
      case ESCAPE -> model.escape();
      default -> {
        return false;
      }
    }
    return true;
  }

  @Override
  public List<Shortcut> shortcuts() {
    List<Shortcut> all = new ArrayList<>();
    Speech words = model.speech();
    all.add(new Shortcut("↑ ↓", words.say(AttentionPhrase.KEY_CHOOSE)));
    all.add(new Shortcut("F5", words.say(AttentionPhrase.KEY_AGAIN)));
    model.referring().get().ifPresent(sentence -> all.add(new Shortcut("F7", sentence)));
    model.insisting().get().ifPresent(sentence -> all.add(new Shortcut("F9", sentence)));
    all.addAll(
        List.of(
            new Shortcut("Del", words.say(AttentionPhrase.KEY_DISCARD)),
            new Shortcut("1 2 3", words.say(AttentionPhrase.KEY_ANSWER)),
            new Shortcut("Esc", words.say(FloorPhrase.KEY_BACK))));
    return all;
  }
}
