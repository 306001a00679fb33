package dev.stockwright.desktop.look;

import dev.stockwright.client.words.FramePhrase;
import dev.stockwright.client.words.Language;
import dev.stockwright.client.words.Phrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.words.Wording;
import java.time.Duration;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/// The language that the desk speaks now: that of who works here. What stays on a screen follows it
/// by [#of]; what is drawn again and again, such as a row, is said by [#say] and drawn anew when
/// [#wording] changes. Owned by the JavaFX thread.
public final class Speech {
  private static final int HOURS_FROM = 100;
  private static final int DAYS_FROM = 48;

  private final ReadOnlyObjectWrapper<Wording> wording;

  public Speech(Wording first) {
    wording = new ReadOnlyObjectWrapper<>(first);
  }

  /// Everything on the screens is said by `other` from now on.
  public void speak(Wording other) {
    wording.set(other);
  }

  public ReadOnlyObjectProperty<Wording> wording() {
    return wording.getReadOnlyProperty();
  }

  public Language language() {
    return wording.get().language();
  }

  /// For nodes that live as long as the window: a mapping that is watched keeps its watcher.
  public ObservableValue<String> of(Phrase phrase, Object... parts) {
    return of(Text.of(phrase, parts));
  }

  public ObservableValue<String> of(Text text) {
    return wording.map(now -> now.say(text));
  }

  public String say(Phrase phrase, Object... parts) {
    return say(Text.of(phrase, parts));
  }

  public String say(Text text) {
    return wording.get().say(text);
  }

  /// Does something now and whenever another language is spoken; for as long as the window lives.
  public void follow(Runnable drawing) {
    wording.subscribe(_ -> drawing.run());
  }

  /// What a control with a key is called aloud.
  public ObservableValue<String> keyed(Phrase phrase, String key) {
    return of(FramePhrase.KEYED, Text.of(phrase), key);
  }

  /// `under a minute`, `12 min`, `3 h`, `2 days`.
  public String age(Duration age) {
    if (age.toMinutes() < 1) {
      return say(FramePhrase.UNDER_A_MINUTE);
    }
    if (age.toMinutes() < HOURS_FROM) {
      return say(FramePhrase.MINUTES, age.toMinutes());
    }
    return age.toHours() < DAYS_FROM
        ? say(FramePhrase.HOURS, age.toHours())
        : say(FramePhrase.DAYS, age.toDays());
  }
}
