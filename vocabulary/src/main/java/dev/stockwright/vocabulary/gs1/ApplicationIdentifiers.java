package dev.stockwright.vocabulary.gs1;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// All GS1 application identifiers.
public final class ApplicationIdentifiers {
  /// By number of digits, then by number; no identifier begins another one.
  private static final @Nullable ApplicationIdentifier[][] TABLE = {
    new ApplicationIdentifier[100],
    new ApplicationIdentifier[1000],
    new ApplicationIdentifier[10_000]
  };

  private static final List<ApplicationIdentifier> ALL = read();

  private ApplicationIdentifiers() {}

  /// Every identifier, by number.
  public static List<ApplicationIdentifier> all() {
    return ALL;
  }

  /// The identifier of exactly these digits.
  public static Optional<ApplicationIdentifier> of(String code) {
    return Optional.ofNullable(at(code, 0)).filter(ai -> ai.code().equals(code));
  }

  /// Whether the first two digits alone say that the value has a predefined length; true of every
  /// identifier that begins so, assigned or not (GS1 General Specifications 7.8.4).
  public static boolean predefinedLength(int firstTwoDigits) {
    return firstTwoDigits <= 4
        || firstTwoDigits >= 11 && firstTwoDigits <= 20
        || firstTwoDigits >= 31 && firstTwoDigits <= 36
        || firstTwoDigits == 41;
  }

  /// The identifier that begins at an index of the data; null where none does, because this runs
  /// once for every element of every scan.
  static @Nullable ApplicationIdentifier at(String data, int index) {
    int number = 0;
    int longest = Math.min(4, data.length() - index);
    for (int digits = 1; digits <= longest; digits++) {
      int digit = data.charAt(index + digits - 1) - '0';
      if (digit < 0 || digit > 9) {
        return null;
      }
      number = number * 10 + digit;
      ApplicationIdentifier ai = digits < 2 ? null : TABLE[digits - 2][number];
      if (ai != null) {
        return ai;
      }
    }
    return null;
  }

  private static List<ApplicationIdentifier> read() {
    List<ApplicationIdentifier> all = new ArrayList<>();
    AiTable.ROWS
        .lines()
        .map(row -> row.split("\\|", -1))
        .forEach(
            cells -> {
              String codes = cells[0].strip();
              boolean predefined = codes.endsWith("=");
              List<Component> form =
                  Stream.of(cells[1].strip().split(" ")).map(Component::of).toList();
              for (String code : range(predefined ? codes.replace("=", "") : codes)) {
                all.add(new ApplicationIdentifier(code, cells[2].strip(), predefined, form));
              }
            });
    for (ApplicationIdentifier ai : all) {
      TABLE[ai.code().length() - 2][Integer.parseInt(ai.code())] = ai;
    }
    return Collections.unmodifiableList(all);
  }

  private static List<String> range(String codes) {
    int[] ends = Arrays.stream(codes.split("-")).mapToInt(Integer::parseInt).toArray();
    int digits = codes.split("-")[0].length();
    List<String> range = new ArrayList<>();
    for (int code = ends[0]; code <= ends[ends.length - 1]; code++) {
      range.add(String.format(Locale.ROOT, "%0" + digits + "d", code));
    }
    return range;
  }
}
