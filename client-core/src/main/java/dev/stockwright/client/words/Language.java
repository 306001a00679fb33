package dev.stockwright.client.words;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// The languages of the catalogue: what a person chooses, how it groups numbers and which form of a
/// word it puts beside a count (CLDR 46, for whole numbers: fractions are never counted here).
public enum Language {
  ENGLISH("en", "English", ',', 4),
  GERMAN("de", "Deutsch", '.', 4),
  POLISH("pl", "Polski", '\u00a0', 5),
  SPANISH("es", "Español", '.', 5),
  /// English with accents, brackets and 40 % more of it: what is not bracketed on a screen was
  /// never in the catalogue, and what has lost a bracket was cut.
  PSEUDO("en-XA", "Pseudo", ',', 4);

  private static final long MILLION = 1_000_000;

  private final String tag;
  private final String ownName;
  private final char group;
  private final int groupedFrom;

  /// @param groupedFrom the fewest digits that are parted into groups of three
  Language(String tag, String ownName, char group, int groupedFrom) {
    this.tag = tag;
    this.ownName = ownName;
    this.group = group;
    this.groupedFrom = groupedFrom;
  }

  /// Such as `de`; the name of its file, `messages_de.properties`.
  public String tag() {
    return tag;
  }

  /// What its speakers call it, for the list to choose from.
  public String ownName() {
    return ownName;
  }

  /// The language of a tag such as `de` or `de-AT`; empty when it is none of ours.
  public static Optional<Language> of(String tag) {
    for (Language language : values()) {
      if (language.tag.equals(tag)) {
        return Optional.of(language);
      }
    }
    int region = tag.indexOf('-');
    return region < 0 ? Optional.empty() : of(tag.substring(0, region));
  }

  /// A whole number as it is written: `1,440` in English, `1440` and `14 400` in Polish.
  public String number(long value) {
    String digits = Long.toString(value);
    int sign = value < 0 ? 1 : 0;
    if (digits.length() - sign < groupedFrom) {
      return digits;
    }
    StringBuilder grouped = new StringBuilder(digits);
    for (int at = digits.length() - 3; at > sign; at -= 3) {
      grouped.insert(at, group);
    }
    return grouped.toString();
  }

  /// The form beside this count.
  Plural form(long count) {
    return switch (this) {
      case ENGLISH, GERMAN, PSEUDO -> one(count) ? Plural.ONE : Plural.OTHER;
      case SPANISH -> {
        boolean millions = count != 0 && count % MILLION == 0;
        yield one(count) ? Plural.ONE : millions ? Plural.MANY : Plural.OTHER;
      }
      case POLISH -> one(count) ? Plural.ONE : few(count) ? Plural.FEW : Plural.MANY;
    };
  }

  /// The forms that whole numbers need: each plural gap has exactly these.
  Set<Plural> forms() {
    return switch (this) {
      case ENGLISH, GERMAN, PSEUDO -> EnumSet.of(Plural.ONE, Plural.OTHER);
      case SPANISH -> EnumSet.of(Plural.ONE, Plural.MANY, Plural.OTHER);
      case POLISH -> EnumSet.of(Plural.ONE, Plural.FEW, Plural.MANY);
    };
  }

  private static boolean one(long count) {
    return count == 1 || count == -1;
  }

  private static boolean few(long count) {
    long last = Math.abs(count % 10);
    long teens = Math.abs(count % 100);
    return last >= 2 && last <= 4 && (teens < 12 || teens > 14);
  }
}
