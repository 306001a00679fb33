package dev.stockwright.client.workflow;

import dev.stockwright.client.words.Wording;

/// Texts that fit on a small screen.
public final class Words {
  /// The longest headline, in characters.
  public static final int HEADLINE_MAX = Wording.HEADLINE_MAX;

  private Words() {}

  /// At most `max` characters, the last one an ellipsis when something was cut.
  public static String cut(String text, int max) {
    return Wording.cut(text, max);
  }

  /// A scanned text as it can be shown: control characters as dots, at most 24 characters.
  public static String shown(String scanned) {
    StringBuilder safe = new StringBuilder();
    scanned.chars().forEach(c -> safe.append(Character.isISOControl(c) ? '·' : (char) c));
    return cut(safe.toString(), 24);
  }
}
