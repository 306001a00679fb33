package dev.stockwright.vocabulary.epc;

import java.util.Locale;

/// What an EPC names, with the form of its parts (TDS 1.13, section 6.3).
public enum EpcKind {
  /// An item of trade, one piece of it.
  SGTIN(13, Serial.TEXT, 20),
  /// A logistic unit.
  SSCC(17, Serial.NONE, 0),
  /// A place; its serial is the extension, `0` for the place itself.
  SGLN(12, Serial.TEXT, 20),
  /// A returnable asset.
  GRAI(12, Serial.TEXT, 16),
  /// An asset; its reference is text.
  GIAI(30, Serial.NONE, 0),
  /// Who receives a service.
  GSRN(17, Serial.NONE, 0),
  /// Who gives a service.
  GSRNP(17, Serial.NONE, 0),
  /// A document.
  GDTI(12, Serial.TEXT, 17),
  /// A component or part; its reference is text, its serial a number.
  CPI(30, Serial.NUMBER, 12);

  /// The form of the serial.
  enum Serial {
    NONE,
    TEXT,
    NUMBER
  }

  private final int length;
  private final Serial serial;
  private final int serialMax;

  EpcKind(int length, Serial serial, int serialMax) {
    this.length = length;
    this.serial = serial;
    this.serialMax = serialMax;
  }

  /// Its name in URIs.
  public String title() {
    return name().toLowerCase(Locale.ROOT);
  }

  Serial serial() {
    return serial;
  }

  int serialMax() {
    return serialMax;
  }

  /// Whether the reference is text of any length up to [#referenceLength], not digits of exactly
  /// that length.
  boolean textReference() {
    return this == GIAI || this == CPI;
  }

  /// Characters of the reference beside a company prefix of so many digits.
  int referenceLength(int companyDigits) {
    return length - companyDigits;
  }
}
