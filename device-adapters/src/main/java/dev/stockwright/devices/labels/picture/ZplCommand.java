package dev.stockwright.devices.labels.picture;

import java.util.ArrayList;
import java.util.List;

/// One command of ZPL: its name with the sign in front, such as `^FO`, and what stands behind it.
record ZplCommand(String name, String rest) {
  /// Parts a text; whatever stands before the first command is no command and is left out.
  static List<ZplCommand> all(String zpl) {
    List<ZplCommand> commands = new ArrayList<>();
    int at = next(zpl, 0);
    while (at < zpl.length()) {
      int end = next(zpl, at + 1);
      commands.add(of(zpl.substring(at, end)));
      at = end;
    }
    return commands;
  }

  /// `^A` is the one command of one letter: the second is its font.
  private static ZplCommand of(String text) {
    String clean = text.replace("\r", "").replace("\n", "");
    int letters = clean.startsWith("^A") && !clean.startsWith("^A@") ? 2 : 3;
    int cut = Math.min(letters, clean.length());
    return new ZplCommand(
        clean.substring(0, cut).toUpperCase(java.util.Locale.ROOT), clean.substring(cut));
  }

  private static int next(String zpl, int from) {
    int at = from;
    while (at < zpl.length() && zpl.charAt(at) != '^' && zpl.charAt(at) != '~') {
      at++;
    }
    return at;
  }

  /// A parameter; empty when it is not there.
  String word(int index) {
    String[] words = rest.split(",", -1);
    return index < words.length ? words[index].strip() : "";
  }

  /// A whole number of at most six digits.
  int number(int index, int otherwise) {
    String word = word(index);
    return word.matches("-?\\d{1,6}") ? Integer.parseInt(word) : otherwise;
  }

  char letter(int index, char otherwise) {
    String word = word(index);
    return word.isEmpty() ? otherwise : Character.toUpperCase(word.charAt(0));
  }
}
