package dev.stockwright.desktop;

/// The floor app cannot be started like this; the message is a sentence that says what to do.
public final class FloorUnfit extends RuntimeException {
  private static final long serialVersionUID = 1L;

  FloorUnfit(String sentence) {
    super(sentence);
  }

  FloorUnfit(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
