package dev.stockwright.devices.labels.picture;

import dev.stockwright.devices.labels.Code128;
import java.util.ArrayList;
import java.util.List;

/// The field data of `^BC` in its modes: N, where the data names the code sets with `>`, A, where
/// the printer chooses them, and D and U, which make GS1-128 of an element string.
record Code128Field(List<Integer> words, String readable) {
  private static final int START_A = 103;
  private static final int START_B = 104;
  private static final int START_C = 105;

  static Code128Field of(String data, char mode) {
    return switch (mode) {
      case 'A' -> new Code128Field(Code128.shortest(data).words(), data);
      case 'D' -> elements(data);
      case 'U' -> elements("(00)" + checked(data.replaceAll("\\D", "")));
      default -> named(data);
    };
  }

  private static String checked(String digits) {
    String seventeen = digits.length() > 17 ? digits.substring(0, 17) : digits;
    return seventeen + dev.stockwright.vocabulary.CheckDigit.of(seventeen);
  }

  /// `(01)...(10)...` or `>8` for FNC1 between elements; blanks and brackets are for people only.
  private static Code128Field elements(String data) {
    String text = Code128.FNC1 + Bracketed.data(data.replace(">8", "\u001d").replace(" ", ""));
    return new Code128Field(Code128.shortest(text).words(), data.replace(">8", ""));
  }

  private static Code128Field named(String data) {
    List<Integer> words = new ArrayList<>();
    StringBuilder readable = new StringBuilder();
    char set = 'B';
    int i = 0;
    if (data.length() > 1 && data.charAt(0) == '>' && "9:;".indexOf(data.charAt(1)) >= 0) {
      set = "ABC".charAt("9:;".indexOf(data.charAt(1)));
      i = 2;
    }
    words.add(set == 'A' ? START_A : set == 'B' ? START_B : START_C);
    while (i < data.length()) {
      char c = data.charAt(i);
      if (c == '>' && i + 1 < data.length()) {
        int word = invoked(data.charAt(i + 1), set);
        words.add(word);
        set = setAfter(word, set);
        i += 2;
      } else if (set != 'B') {
        // Sets A and C are written as pairs of digits, the numbers of the characters.
        if (i + 1 < data.length() && data.substring(i, i + 2).matches("\\d\\d")) {
          words.add(Integer.parseInt(data, i, i + 2, 10));
          readable.append(data, i, i + 2);
        }
        i += 2;
      } else {
        words.add(character(c));
        readable.append(c);
        i++;
      }
    }
    return new Code128Field(words, readable.toString());
  }

  private static int invoked(char sign, char set) {
    return switch (sign) {
      case '<' -> 62;
      case '0' -> 30;
      case '=' -> 94;
      case '1', '2', '3', '4', '5', '6', '7', '8' -> 94 + sign - '0';
      default -> throw new IllegalArgumentException(">" + sign + " in code set " + set);
    };
  }

  /// 99 is C, 100 is B (FNC4 in B), 101 is A (FNC4 in A).
  private static char setAfter(int word, char set) {
    return switch (word) {
      case 99 -> set == 'C' ? set : 'C';
      case 100 -> 'B';
      case 101 -> 'A';
      default -> set;
    };
  }

  private static int character(char c) {
    if (c < ' ' || c > '~') {
      throw new IllegalArgumentException("character " + (int) c + " in code set B");
    }
    return c - ' ';
  }
}
