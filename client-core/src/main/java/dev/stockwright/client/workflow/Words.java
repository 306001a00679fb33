package dev.stockwright.client.workflow;

/// Texts that fit on a small screen.
public final class Words {
  /// The longest headline, in characters.
  public static final int HEADLINE_MAX = 80;

  private static final int NAME_MIN = 12;

  private Words() {}

  /// A headline of a name and what is said of it; a long name is cut, what is said never is.
  public static String headline(String name, String said) {
    int room = Math.max(NAME_MIN, HEADLINE_MAX - said.length());
    return cut(cut(name, room) + said, HEADLINE_MAX);
  }

  /// At most `max` characters, the last one an ellipsis when something was cut.
  public static String cut(String text, int max) {
    return text.length() <= max ? text : text.substring(0, max - 1).stripTrailing() + "…";
  }

  /// `1 piece`, `3 pieces`.
  public static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  /// A scanned text as it can be shown: control characters as dots, at most 24 characters.
  public static String shown(String scanned) {
    StringBuilder safe = new StringBuilder();
    scanned.chars().forEach(c -> safe.append(Character.isISOControl(c) ? '·' : (char) c));
    return cut(safe.toString(), 24);
  }
}
