package dev.stockwright.vocabulary.gs1;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
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

  /// The identifier that an element was asked for by a constant.
  static ApplicationIdentifier known(String code) {
    return of(code).orElseThrow(() -> new IllegalArgumentException("no AI (" + code + ")"));
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
    for (AiRow row : AiRow.all()) {
      for (String code : row.codes()) {
        ApplicationIdentifier ai = new ApplicationIdentifier(all.size(), code, row);
        TABLE[code.length() - 2][Integer.parseInt(code)] = ai;
        all.add(ai);
      }
    }
    return Collections.unmodifiableList(all);
  }
}
