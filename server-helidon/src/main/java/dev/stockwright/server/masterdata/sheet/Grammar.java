package dev.stockwright.server.masterdata.sheet;

import dev.stockwright.vocabulary.Gtin;
import dev.stockwright.vocabulary.InvalidValue;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/// What a cell may hold. Brings it to the one form in which it is compared and kept, so that the
/// same thing written in two ways is the same.
@FunctionalInterface
interface Grammar {
  /// The cell in its one form.
  ///
  /// @param column its name, for the sentence
  /// @throws InvalidValue when it cannot be that
  String canonical(String column, String text);

  /// A number with at most 12 digits is large enough for money and for units.
  long NUMBER_MAX = 999_999_999_999L;

  Grammar SKU = (column, text) -> new Sku(text.strip()).code();
  Grammar LOCATION = (column, text) -> new LocationCode(text.strip()).code();
  Grammar WAREHOUSE = (column, text) -> new WarehouseCode(text.strip()).code();

  /// A GTIN is kept with 14 digits, whatever length it was written with.
  Grammar BARCODE =
      (column, text) -> {
        String code = text(1, 64).canonical(column, text);
        try {
          return Gtin.of(code).digits();
        } catch (InvalidValue another) {
          return code;
        }
      };

  Grammar TRUTH =
      (column, text) ->
          switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true", "yes", "1", "y", "x" -> "true";
            case "false", "no", "0", "n" -> "false";
            default -> throw wrong(column, text, "true or false");
          };

  Grammar TIME_ZONE =
      (column, text) -> {
        try {
          return ZoneId.of(text.strip()).getId();
        } catch (DateTimeException e) {
          throw wrong(column, text, "a time zone such as Europe/Berlin");
        }
      };

  /// Printable text of this many characters, without blanks at its ends.
  static Grammar text(int least, int most) {
    return (column, text) -> {
      String plain = text.strip();
      boolean good = plain.length() >= least && plain.length() <= most;
      for (int i = 0; good && i < plain.length(); i++) {
        good = !Character.isISOControl(plain.charAt(i));
      }
      for (int i = 0; good && i < plain.length(); i += Character.charCount(plain.codePointAt(i))) {
        int point = plain.codePointAt(i);
        good = point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE;
      }
      if (!good) {
        throw wrong(column, text, least + " to " + most + " printable characters");
      }
      return plain;
    };
  }

  /// One of these words; without any, the first.
  static Grammar oneOf(String... words) {
    List<String> all = List.of(words);
    return (column, text) ->
        all.stream()
            .filter(word -> word.equalsIgnoreCase(text.strip()))
            .findFirst()
            .orElseThrow(() -> wrong(column, text, "one of " + String.join(", ", all)));
  }

  /// Words with blanks or commas between, in the order of the alphabet, each once.
  static Grammar words(int most) {
    Grammar whole = text(0, 200);
    return (column, text) -> {
      TreeSet<String> words = new TreeSet<>();
      for (String word : whole.canonical(column, text).split("[ ,;]+")) {
        if (!word.isEmpty() && !word.matches("[a-zA-Z0-9_-]{1,32}")) {
          throw wrong(column, word, "a word of letters, digits, - and _");
        }
        if (!word.isEmpty()) {
          words.add(word.toLowerCase(Locale.ROOT));
        }
      }
      if (words.size() > most) {
        throw wrong(column, text, "at most " + most + " words");
      }
      return String.join(" ", words);
    };
  }

  /// A whole number in this range; a group mark or a fraction is refused, never guessed at.
  static Grammar number(long least, long most) {
    return (column, text) -> {
      String plain = text.strip();
      if (plain.matches("-?[0-9]{1,13}")) {
        long number = Long.parseLong(plain);
        if (number >= least && number <= most) {
          return Long.toString(number);
        }
      }
      throw wrong(column, text, "a whole number from " + least + " to " + most);
    };
  }

  /// The same, or nothing at all, for which 0 stands as well: no limit.
  static Grammar limit(long most) {
    Grammar number = number(0, most);
    return (column, text) -> {
      String plain = text.isBlank() ? "0" : number.canonical(column, text);
      return plain.equals("0") ? "" : plain;
    };
  }

  static InvalidValue wrong(String column, String text, String wanted) {
    String shown = text.length() > 40 ? text.substring(0, 40) + "..." : text;
    StringBuilder safe = new StringBuilder();
    shown
        .chars()
        .forEach(
            c ->
                safe.append(
                    Character.isISOControl(c) || Character.isSurrogate((char) c) ? '?' : (char) c));
    return new InvalidValue(
        "invalid_" + column, column.replace('_', ' ') + " \"" + safe + "\" is not " + wanted);
  }
}
