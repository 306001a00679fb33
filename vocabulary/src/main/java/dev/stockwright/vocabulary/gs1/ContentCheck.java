package dev.stockwright.vocabulary.gs1;

import dev.stockwright.vocabulary.CheckDigit;
import java.util.Locale;
import java.util.function.Predicate;

/// What the content of a component must satisfy beyond its characters and length. Each is asked
/// only after the characters are known to be of the component's set.
enum ContentCheck {
  CHECK("wrong_check_digit", "the check digit is wrong", ContentCheck::checkDigit),
  PAIR("wrong_check_pair", "the check characters are wrong", CheckPair::right),
  DATE("invalid_date", "it is no date YYMMDD", text -> Gs1Date.valid(text, true)),
  DAY("invalid_date", "it is no date YYMMDD with a day", text -> Gs1Date.valid(text, false)),
  BORN("invalid_date", "it is no date YYYYMMDD", Gs1Date::validWithCentury),
  TIME("invalid_time", "it is no time HHMM", text -> upTo(text, 0, 23) && upTo(text, 2, 59)),
  HOUR("invalid_time", "it is no hour", text -> upTo(text, 0, 23)),
  MINUTE("invalid_time", "it is over 59", text -> upTo(text, 0, 59)),
  PIECES("invalid_pieces", "it is no piece number and total", ContentCheck::pieceOfTotal),
  IBAN("invalid_iban", "it is no IBAN", Iban::right),
  COUNTRY("unknown_country", "it is no country number of ISO 3166", IsoCodes::country),
  COUNTRY_OR_999(
      "unknown_country",
      "it is no country number of ISO 3166",
      text -> text.equals("999") || IsoCodes.country(text)),
  COUNTRY_LETTERS("unknown_country", "it is no country code of ISO 3166", IsoCodes::countryLetters),
  CURRENCY("unknown_currency", "it is no currency number of ISO 4217", IsoCodes::currency),
  FLAG("invalid_flag", "it is neither 0 nor 1", text -> text.equals("0") || text.equals("1")),
  MINUS("invalid_sign", "only a minus may stand here", text -> text.equals("-")),
  NOT_ZERO("zero_value", "it must not be zero", text -> !zeros(text)),
  ZERO("not_zero", "it must be zero", ContentCheck::zeros),
  NO_LEADING_ZERO(
      "leading_zero",
      "it must not begin with 0",
      text -> text.length() == 1 || text.charAt(0) != '0'),
  WINDING("invalid_winding", "the winding is 0, 1 or 9", text -> "019".contains(text)),
  IMPORTER(
      "invalid_importer_index",
      "it is no letter, digit, - or _",
      text -> Charset.BASE64URL.firstOutside(text) < 0 && !text.equals("=")),
  NOT_ALL_DIGITS(
      "only_digits",
      "a character that is no digit is missing",
      text -> Charset.DIGITS.firstOutside(text) >= 0),
  SEX("invalid_sex_code", "it is none of 0, 1, 2, 9", text -> "0129".contains(text)),
  SEQUENCE("invalid_sequence", "it is no position/total", ContentCheck::positionOfTotal),
  PERCENT("invalid_percent", "a % is not followed by two hex digits", ContentCheck::percent),
  MEDIA("unknown_media_type", "it is none of 01-10, 80-99", ContentCheck::media),
  LATITUDE("invalid_latitude", "it is over 1800000000", text -> text.compareTo("1800000000") <= 0),
  LONGITUDE(
      "invalid_longitude", "it is over 3600000000", text -> text.compareTo("3600000000") <= 0);

  private final String code;
  private final String sentence;
  private final Predicate<String> good;

  ContentCheck(String code, String sentence, Predicate<String> good) {
    this.code = code;
    this.sentence = sentence;
    this.good = good;
  }

  static ContentCheck named(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  /// Stable, for machines.
  String code() {
    return code;
  }

  /// Why a value fails, as the second half of a sentence.
  String sentence() {
    return sentence;
  }

  boolean holds(String text) {
    return good.test(text);
  }

  private static boolean checkDigit(String text) {
    int last = text.length() - 1;
    return CheckDigit.of(text.substring(0, last)) == text.charAt(last);
  }

  private static int twoDigits(String text, int at) {
    return (text.charAt(at) - '0') * 10 + text.charAt(at + 1) - '0';
  }

  private static boolean upTo(String text, int at, int max) {
    return twoDigits(text, at) <= max;
  }

  private static boolean zeros(String text) {
    return text.chars().allMatch(c -> c == '0');
  }

  private static boolean pieceOfTotal(String text) {
    int piece = twoDigits(text, 0);
    return piece >= 1 && piece <= twoDigits(text, 2);
  }

  private static boolean positionOfTotal(String text) {
    char position = text.charAt(0);
    char total = text.charAt(2);
    return text.charAt(1) == '/' && position >= '1' && position <= total && total <= '9';
  }

  private static boolean percent(String text) {
    for (int i = text.indexOf('%'); i >= 0; i = text.indexOf('%', i + 1)) {
      if (i + 2 >= text.length()
          || Character.digit(text.charAt(i + 1), 16) < 0
          || Character.digit(text.charAt(i + 2), 16) < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean media(String text) {
    int type = twoDigits(text, 0);
    return type >= 1 && type <= 10 || type >= 80;
  }
}
