package dev.stockwright.vocabulary.gs1;

/// The character sets of GS1 keys and element strings.
public enum Charset {
  DIGITS("digits", "0123456789"),
  SET_82(
      "GS1's 82 characters",
      "!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz"),
  SET_39("GS1's 39 characters", "#-/0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
  BASE64URL("base64url", "-0123456789=ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz");

  private final String title;
  private final String characters;
  private final boolean[] member = new boolean[128];

  Charset(String title, String characters) {
    this.title = title;
    this.characters = characters;
    characters.chars().forEach(c -> member[c] = true);
  }

  /// The set's name as a message says it.
  public String title() {
    return title;
  }

  /// Where the first character outside the set is, or -1.
  public int firstOutside(String text) {
    return firstOutside(text, 0, text.length());
  }

  /// Where the first character outside the set is between two indexes, or -1.
  int firstOutside(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c >= 128 || !member[c]) {
        return i;
      }
    }
    return -1;
  }

  /// All characters, in the order of the standard's table.
  String characters() {
    return characters;
  }

  /// The number of a character in the order of the standard's table.
  int valueOf(char character) {
    return characters.indexOf(character);
  }
}
