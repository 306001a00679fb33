package dev.stockwright.desktop.look;

import dev.stockwright.client.words.FramePhrase;
import dev.stockwright.client.workflow.Signal;
import dev.stockwright.fx.look.Pictogram;

/// What a step came to. Each has its own colour, pictogram, word and tone, so that none of them is
/// needed alone.
public enum Outcome {
  /// Counted and saved.
  ACCEPT(Signal.ACCEPT, "accept", FramePhrase.ACCEPTED),
  /// Counted, and with it a line or a receipt is complete.
  DONE(Signal.DONE, "done", FramePhrase.DONE),
  /// Waits for a decision; nothing is counted yet.
  ATTENTION(Signal.ATTENTION, "attention", FramePhrase.DECIDE),
  /// Nothing has changed.
  REJECT(Signal.REJECT, "reject", FramePhrase.NOT_COUNTED),
  /// About a device or the connection, not about the goods.
  SYSTEM(Signal.SYSTEM, "system", FramePhrase.SYSTEM);

  private final Signal signal;
  private final String styleClass;
  private final FramePhrase word;

  Outcome(Signal signal, String styleClass, FramePhrase word) {
    this.signal = signal;
    this.styleClass = styleClass;
    this.word = word;
  }

  /// What it sounds and looks like in both apps.
  public Signal signal() {
    return signal;
  }

  /// Its class in `stockwright.css`.
  public String styleClass() {
    return styleClass;
  }

  public Pictogram icon() {
    return Pictogram.of(signal);
  }

  /// One word for it, read out before the headline.
  public FramePhrase word() {
    return word;
  }
}
