package dev.stockwright.vocabulary;

/// Checks of form shared by the nouns.
final class Form {
  private Form() {}

  /// Printable, trimmed, 1 to `max` characters, no control characters.
  static String printable(String what, String text, int max) {
    boolean good = !text.isEmpty() && text.length() <= max && text.equals(text.strip());
    for (int i = 0; good && i < text.length(); i++) {
      good = !Character.isISOControl(text.charAt(i)) && !Character.isSurrogate(text.charAt(i));
    }
    if (!good) {
      throw invalid(what, text, "1 to " + max + " printable characters without blanks at the ends");
    }
    return text;
  }

  /// Letters, digits and `- _ . / + #`, 1 to `max` characters.
  static String code(String what, String text, int max) {
    boolean good = !text.isEmpty() && text.length() <= max;
    for (int i = 0; good && i < text.length(); i++) {
      char c = text.charAt(i);
      good = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
      good |= "-_./+#".indexOf(c) >= 0;
    }
    if (!good) {
      throw invalid(what, text, "1 to " + max + " letters, digits or - _ . / + #");
    }
    return text;
  }

  /// Exactly `length` digits of which the last is the GS1 check digit.
  static String checkedDigits(String what, String text, int length) {
    if (!digits(text) || text.length() != length) {
      throw invalid(what, text, length + " digits");
    }
    if (CheckDigit.of(text.substring(0, length - 1)) != text.charAt(length - 1)) {
      throw invalid(
          what, text, "a right check digit; this one was misread or mistyped, scan again");
    }
    return text;
  }

  static boolean digits(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  static InvalidValue invalid(String what, String text, String wanted) {
    String shown = text.length() > 40 ? text.substring(0, 40) + "..." : text;
    StringBuilder safe = new StringBuilder();
    shown.chars().forEach(c -> safe.append(Character.isISOControl(c) ? '?' : (char) c));
    return new InvalidValue(
        "invalid_" + what, what.replace('_', ' ') + " \"" + safe + "\" is not " + wanted);
  }
}
