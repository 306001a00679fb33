package dev.stockwright.simulator.demo;

import java.security.SecureRandom;

/// Makes up passwords, PINs and badge numbers. No character looks like another one.
final class Secrets {
  private static final String SIGNS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
  private static final String CAPITALS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

  private final SecureRandom random = new SecureRandom();

  /// 16 characters, about 92 bits.
  String password() {
    return text(SIGNS, 16);
  }

  /// 8 digits, at least 4 different ones and no row like 12345678.
  String pin() {
    String pin = text("0123456789", 8);
    long different = pin.chars().distinct().count();
    return different < 4 || different == pin.length() ? pin() : pin;
  }

  /// What the barcode on a badge says.
  String badge() {
    return "SW-" + text(CAPITALS, 10);
  }

  private String text(String signs, int length) {
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append(signs.charAt(random.nextInt(signs.length())));
    }
    return text.toString();
  }
}
