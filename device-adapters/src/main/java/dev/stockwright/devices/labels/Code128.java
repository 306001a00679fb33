package dev.stockwright.devices.labels;

import java.util.ArrayList;
import java.util.List;

/// The row of Code 128 characters for a text (ISO/IEC 15417), and how ZPL writes it.
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

  /// The row that every renderer of ZPL draws rightly: digits in set C as far as that is worth it,
  /// all behind them in set B. There are renderers that do not carry out a return to set C, and
  /// that lose a character that stands alone behind a change, so that none stands alone.
  ///
  /// @param text characters 32 to 126 and [#FNC1]
  public static Code128 plain(String text) {
    int cut = 0;
    int least = text.length();
    int inC = 0;
    int at = 0;
    while (at < text.length() && (text.charAt(at) == FNC1 || twoDigits(text, at))) {
      at += text.charAt(at) == FNC1 ? 1 : 2;
      inC++;
      int rest = text.length() - at;
      int words = inC + (rest == 0 ? 0 : 1 + rest);
      if (rest != 1 && words <= least) {
        least = words;
        cut = at;
      }
    }
    boolean[] set = new boolean[text.length()];
    for (int i = 0; i < cut; i++) {
      set[i] = true;
    }
    return written(text, set);
  }

  /// The shortest row there is, with as many changes of the code set as that takes.
  ///
  /// @param text characters 32 to 126 and [#FNC1]
  public static Code128 shortest(String text) {
    int length = text.length();
    int[] inB = new int[length + 1];
    int[] inC = new int[length + 1];
    int[] stayC = new int[length + 1];
    for (int i = length - 1; i >= 0; i--) {
      boolean fnc1 = text.charAt(i) == FNC1;
      int stayB = 1 + inB[i + 1];
      stayC[i] = fnc1 ? 1 + inC[i + 1] : twoDigits(text, i) ? 1 + inC[i + 2] : 4 * length;
      inB[i] = Math.min(stayB, 1 + stayC[i]);
      inC[i] = Math.min(stayC[i], 1 + stayB);
    }
    boolean[] set = new boolean[length];
    boolean c = inC[0] < inB[0];
    int i = 0;
    while (i < length) {
      int stayB = 1 + inB[i + 1];
      c = c ? stayC[i] <= 1 + stayB : stayB > 1 + stayC[i];
      set[i] = c;
      i += c && text.charAt(i) != FNC1 ? 2 : 1;
    }
    return written(text, set);
  }

  /// @param inC for each character where one begins, whether it stands in set C
  private static Code128 written(String text, boolean[] inC) {
    List<Integer> words = new ArrayList<>();
    StringBuilder zpl = new StringBuilder();
    boolean c = inC.length > 0 && inC[0];
    words.add(c ? START_C : START_B);
    zpl.append(c ? ">;" : ">:");
    int i = 0;
    while (i < text.length()) {
      if (inC[i] != c) {
        c = inC[i];
        words.add(c ? TO_C : TO_B);
        zpl.append(c ? ">5" : ">6");
      }
      if (text.charAt(i) == FNC1) {
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

  /// The width without quiet zones, in modules; check and stop character included.
  int modules() {
    return (words.size() + 1) * WORD_MODULES + STOP_MODULES;
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
