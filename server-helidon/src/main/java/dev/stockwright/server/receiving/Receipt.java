package dev.stockwright.server.receiving;

import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Reference;
import java.util.Optional;

/// One delivery, or return of a customer, that is taken in.
///
/// @param location where its goods are set down when nobody says where
/// @param blind those who receive are not told how much is expected
record Receipt(
    long id,
    Reference number,
    Kind kind,
    boolean open,
    Optional<Reference> purchaseOrder,
    Optional<Reference> asn,
    LocationCode location,
    boolean blind) {
  /// What it is received against.
  enum Kind {
    ORDER("order"),
    ASN("asn"),
    UNANNOUNCED("unannounced"),
    RETURN("return");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    String code() {
      return code;
    }

    static Kind of(String code) {
      return switch (code) {
        case "order" -> ORDER;
        case "asn" -> ASN;
        case "return" -> RETURN;
        default -> UNANNOUNCED;
      };
    }
  }

  boolean returned() {
    return kind == Kind.RETURN;
  }
}
