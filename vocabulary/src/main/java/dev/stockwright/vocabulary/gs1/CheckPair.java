package dev.stockwright.vocabulary.gs1;

/// The two check characters of a global model number (GS1 General Specifications 7.9.5): prime
/// weights from the right, modulo 1021, written in an alphabet of 32.
final class CheckPair {
  private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
  private static final int[] PRIMES = {
    2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83
  };

  private CheckPair() {}

  /// Whether the last two characters between two indexes check those before them.
  static boolean right(String text, int from, int to) {
    int length = to - from - 2;
    return length >= 1
        && length <= PRIMES.length
        && of(text, from, to - 2).contentEquals(text.subSequence(to - 2, to));
  }

  /// The two characters that check those between two indexes, at most 23 of the set of 82.
  static String of(String text, int from, int to) {
    int sum = 0;
    for (int i = from; i < to; i++) {
      sum += Charset.SET_82.valueOf(text.charAt(i)) * PRIMES[to - 1 - i];
    }
    sum %= 1021;
    return "" + ALPHABET.charAt(sum >> 5) + ALPHABET.charAt(sum & 31);
  }
}
