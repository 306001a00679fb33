package dev.stockwright.vocabulary.epc;

import java.util.Locale;
import java.util.Optional;

/// A binary form of an EPC (TDS 1.13, section 14). After a header of eight bits, a filter of three
/// and a partition of three come the company prefix and the reference, which share their bits as
/// the partition says, and the serial.
public enum EpcScheme {
  SGTIN_96(0x30, EpcKind.SGTIN, 44, Form.NUMBER, 38),
  SGTIN_198(0x36, EpcKind.SGTIN, 44, Form.TEXT, 140),
  SSCC_96(0x31, EpcKind.SSCC, 58, Form.NONE, 24),
  SGLN_96(0x32, EpcKind.SGLN, 41, Form.NUMBER, 41),
  SGLN_195(0x39, EpcKind.SGLN, 41, Form.TEXT, 140),
  GRAI_96(0x33, EpcKind.GRAI, 44, Form.NUMBER, 38),
  GRAI_170(0x37, EpcKind.GRAI, 44, Form.TEXT, 112),
  GIAI_96(0x34, EpcKind.GIAI, 82, Form.NONE, 0),
  GIAI_202(0x38, EpcKind.GIAI, 188, Form.NONE, 0),
  GSRN_96(0x2D, EpcKind.GSRN, 58, Form.NONE, 24),
  GSRNP_96(0x2E, EpcKind.GSRNP, 58, Form.NONE, 24),
  GDTI_96(0x2C, EpcKind.GDTI, 41, Form.NUMBER, 41),
  GDTI_174(0x3E, EpcKind.GDTI, 41, Form.TEXT, 119),
  CPI_96(0x3C, EpcKind.CPI, 51, Form.NUMBER, 31),
  CPI_VAR(0x3D, EpcKind.CPI, 0, Form.NUMBER, 40);

  /// Where the company prefix begins.
  static final int COMPANY_AT = 14;

  /// Bits of the company prefix for each partition; it has as many digits as twelve less the
  /// partition.
  private static final int[] COMPANY_BITS = {40, 37, 34, 30, 27, 24, 20};

  /// How the serial is written.
  enum Form {
    /// Not at all; its bits are zero.
    NONE,
    /// As a number.
    NUMBER,
    /// As characters of seven bits.
    TEXT
  }

  private final int header;
  private final EpcKind kind;
  private final int keyBits;
  private final Form form;
  private final int serialBits;

  EpcScheme(int header, EpcKind kind, int keyBits, Form form, int serialBits) {
    this.header = header;
    this.kind = kind;
    this.keyBits = keyBits;
    this.form = form;
    this.serialBits = serialBits;
  }

  /// The scheme of a name such as `sgtin-96`.
  public static Optional<EpcScheme> of(String title) {
    for (EpcScheme scheme : values()) {
      if (scheme.title().equals(title)) {
        return Optional.of(scheme);
      }
    }
    return Optional.empty();
  }

  /// Its name in tag URIs, such as `sgtin-96`.
  public String title() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// What it names.
  public EpcKind kind() {
    return kind;
  }

  int header() {
    return header;
  }

  Form form() {
    return form;
  }

  int serialBits() {
    return serialBits;
  }

  /// Whether the reference ends with a zero character instead of at a fixed place.
  boolean variable() {
    return this == CPI_VAR;
  }

  /// Whether the reference is a number: of fixed length for most, without leading zeros here.
  boolean numberReference() {
    return this == GIAI_96 || this == CPI_96;
  }

  /// Digits that a reference which is a number may have.
  int numberReferenceMax(int companyDigits) {
    return (this == GIAI_96 ? 24 : 15) - companyDigits;
  }

  /// The highest partition.
  static int partitions() {
    return COMPANY_BITS.length;
  }

  static int companyDigits(int partition) {
    return 12 - partition;
  }

  static int companyBits(int partition) {
    return COMPANY_BITS[partition];
  }

  int referenceBits(int partition) {
    return keyBits - COMPANY_BITS[partition];
  }

  /// All bits; of a variable one, those of the shortest.
  int bits() {
    return variable()
        ? COMPANY_AT + COMPANY_BITS[COMPANY_BITS.length - 1] + 12 + serialBits
        : COMPANY_AT + keyBits + serialBits;
  }
}
