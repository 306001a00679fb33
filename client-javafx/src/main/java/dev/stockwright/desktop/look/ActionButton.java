package dev.stockwright.desktop.look;

import dev.stockwright.client.words.FramePhrase;
import dev.stockwright.client.words.Phrase;
import dev.stockwright.client.words.Text;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;

/// A button of the desk with its shortcut drawn on it.
public final class ActionButton extends Button {
  /// `key` as printed on the keyboard; `words` name the result.
  public ActionButton(String key, String words, Runnable action) {
    super(words, Words.key(key));
    getStyleClass().add("action");
    setContentDisplay(ContentDisplay.LEFT);
    setAccessibleText(words + ", " + key);
    setMinWidth(USE_PREF_SIZE);
    setOnAction(_ -> action.run());
  }

  /// The same, in the language that is spoken.
  public ActionButton(String key, Speech speech, Phrase words, Runnable action) {
    this(key, "", action);
    textProperty().bind(speech.of(words));
    accessibleTextProperty().bind(speech.of(FramePhrase.KEYED, Text.of(words), key));
  }
}
