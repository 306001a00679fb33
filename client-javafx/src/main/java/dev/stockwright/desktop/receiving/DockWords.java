package dev.stockwright.desktop.receiving;

import dev.stockwright.client.words.DockPhrase;
import dev.stockwright.client.words.Language;
import dev.stockwright.client.words.Phrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.words.Wording;
import java.time.InstantSource;
import java.time.ZoneOffset;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/// The words of the receiving desk in the language of whoever works there; English before anybody
/// does. Owned by the JavaFX thread.
public final class DockWords {
  private final ReadOnlyObjectWrapper<Wording> wording =
      new ReadOnlyObjectWrapper<>(
          new Wording(Language.ENGLISH, ZoneOffset.UTC, InstantSource.system()));

  /// Somebody with this language works here now.
  public void speak(Wording now) {
    wording.set(now);
  }

  ReadOnlyObjectProperty<Wording> wording() {
    return wording.getReadOnlyProperty();
  }

  String say(Phrase phrase, Object... parts) {
    return wording.get().say(Text.of(phrase, parts));
  }

  /// A text that stays on the screen.
  ObservableValue<String> text(Phrase phrase) {
    return wording.map(now -> now.say(Text.of(phrase)));
  }

  /// `3 of 7 lines`.
  String lineCount(ReceiptHeader receipt) {
    return receipt.expected().isPresent()
        ? say(DockPhrase.LINES_DONE, receipt.linesDone(), receipt.lines())
        : say(DockPhrase.PRODUCTS, receipt.lines());
  }
}
