package dev.stockwright.devices.labels;

import java.util.ArrayList;
import java.util.List;

/// The shortest row of Code 128 characters for a text (ISO/IEC 15417), and how ZPL writes it.
///
/// The code sets are chosen here and written out, so that a printer has nothing left to choose and
/// the width is known before anything is printed. Sets B and C are enough for characters 32 to 126.
public final class Code128 {
  /// FNC1 inside the text handed in; no character of a label's codes is a control character.
  public static final char FNC1 = 0x1D;

  private static final int WORD_MODULES = 11;
  private static final int STOP_MODULES = 13;
  private static final int START_B = 104;
  private static final int START_C = 105;
  private static final int TO_C = 99;
  private static final int TO_B = 100;
  private static final int WORD_FNC1 = 102;

  private final List<Integer> words;
  private final String zpl;

  private Code128(List<Integer> words, String zpl) {
    this.words = List.copyOf(words);
    this.zpl = zpl;
  }

  /// @param text characters 32 to 126 and [#FNC1]
  public static Code128 of(String text) {
    int length = text.length();
    int[] inB = new int[length + 1];
    int[] inC = new int[length + 1];
    for (int i = length - 1; i >= 0; i--) {
      boolean fnc1 = text.charAt(i) == FNC1;
      int stayB = 1 + inB[i + 1];
      int stayC = fnc1 ? 1 + inC[i + 1] : twoDigits(text, i) ? 1 + inC[i + 2] : length * 4;
      inB[i] = Math.min(stayB, 1 + stayC);
      inC[i] = Math.min(stayC, 1 + stayB);
    }
    return written(text, inB, inC);
  }

  private static Code128 written(String text, int[] inB, int[] inC) {
    List<Integer> words = new ArrayList<>();
    StringBuilder zpl = new StringBuilder();
    boolean c = inC[0] < inB[0];
    words.add(c ? START_C : START_B);
    zpl.append(c ? ">;" : ">:");
    int i = 0;
    while (i < text.length()) {
      boolean fnc1 = text.charAt(i) == FNC1;
      int stayB = 1 + inB[i + 1];
      int stayC =
          fnc1 ? 1 + inC[i + 1] : twoDigits(text, i) ? 1 + inC[i + 2] : text.length() * 4;
      if (c ? stayC > 1 + stayB : stayB > 1 + stayC) {
        c = !c;
        words.add(c ? TO_C : TO_B);
        zpl.append(c ? ">5" : ">6");
      }
      if (fnc1) {
        words.add(WORD_FNC1);
        zpl.append(">8");
        i++;
      } else if (c) {
        words.add(Integer.parseInt(text, i, i + 2, 10));
        zpl.append(text, i, i + 2);
        i += 2;
      } else {
        words.add(text.charAt(i) - ' ');
        zpl.append(character(text.charAt(i)));
        i++;
      }
    }
    return new Code128(words, zpl.toString());
  }

  /// A character of set B; `>` itself and the two that begin a command have names of their own.
  private static String character(char c) {
    return switch (c) {
      case '>' -> ">0";
      case '^' -> "><";
      case '~' -> ">=";
      default -> String.valueOf(c);
    };
  }

  private static boolean twoDigits(String text, int at) {
    return at + 1 < text.length() && digit(text.charAt(at)) && digit(text.charAt(at + 1));
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }

  /// The numbers of the characters from the start character on, without check and stop character.
  public List<Integer> words() {
    return words;
  }

  /// The width without quiet zones, in modules.
  int modules() {
    return modules(words.size());
  }

  /// The width of a symbol of so many characters, start included, check and stop not counted.
  static int modules(int words) {
    return (words + 1) * WORD_MODULES + STOP_MODULES;
  }

  /// The field data of `^BC` in mode N.
  String zpl() {
    return zpl;
  }

  /// The check character behind `words`.
  public static int check(List<Integer> words) {
    int sum = words.getFirst();
    for (int i = 1; i < words.size(); i++) {
      sum += i * words.get(i);
    }
    return sum % 103;
  }
}
