package dev.stockwright.devices.rfid;

import java.util.Optional;

/// What a tag names. Two tags with the same key name the same thing, whatever their filters.
///
/// @param key the pure identity URI where the tag has one, else its digits
/// @param epc the EPC memory of the tag that was heard, in lower-case hexadecimal digits
/// @param kind how far it could be read
public record TagIdentity(String key, String epc, Kind kind) {
  /// How far the EPC memory could be read.
  public enum Kind {
    /// An EPC of GS1.
    EPC,
    /// Another scheme, a blank or an unknown tag; kept by its digits.
    OTHER,
    /// Claims to be an EPC and breaks the standard; kept by its digits.
    MALFORMED
  }

  /// The pure identity URI, such as `urn:epc:id:sgtin:0614141.812345.6789`.
  public Optional<String> idUri() {
    return kind == Kind.EPC ? Optional.of(key) : Optional.empty();
  }
}
