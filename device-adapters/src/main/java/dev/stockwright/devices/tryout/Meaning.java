package dev.stockwright.devices.tryout;

import dev.stockwright.vocabulary.Identified;
import dev.stockwright.vocabulary.Identified.Content;
import dev.stockwright.vocabulary.Scan;
import dev.stockwright.vocabulary.gs1.Decoded;
import dev.stockwright.vocabulary.gs1.Decoder;
import dev.stockwright.vocabulary.gs1.ScanReader;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a scan says, in words. Pure.
///
/// @param form how the code is written, such as `element_string`
/// @param elements its application identifiers, `(01)09501101530003 (10)ABC`; empty for none
/// @param words what it is, for people
record Meaning(String form, String elements, String words) {
  static Meaning of(Scan scan) {
    Decoded decoded = Decoder.scan(scan.text());
    String elements =
        decoded.elements().list().stream()
            .map(e -> "(" + e.ai().code() + ")" + e.value())
            .collect(Collectors.joining(" "));
    Identified what = ScanReader.read(scan, LocalDate.ofInstant(scan.at(), ZoneOffset.UTC));
    return new Meaning(decoded.kind().name().toLowerCase(Locale.ROOT), elements, words(what));
  }

  private static String words(Identified what) {
    return switch (what) {
      case Identified.TradeItem item ->
          "product "
              + item.gtin()
              + part(", lot ", item.lot())
              + part(", serial number ", item.serial())
              + part(", expiry ", item.expiry())
              + (item.count().isPresent() ? ", " + item.count().getAsLong() + " pieces" : "");
      case Identified.LogisticUnit unit ->
          "handling unit " + unit.sscc() + unit.content().map(c -> ": " + words(c)).orElse("");
      case Identified.Contained contained -> "content of a unit: " + words(contained.content());
      case Identified.PlainCode(String text) -> "plain code, looked up as it stands";
      case Identified.Unreadable unreadable -> unreadable.message();
    };
  }

  private static String words(Content content) {
    return content.count()
        + " of product "
        + content.gtin()
        + part(", lot ", content.lot())
        + part(", expiry ", content.expiry());
  }

  private static String part(String word, Optional<?> value) {
    return value.map(v -> word + v).orElse("");
  }

  /// Bytes as hexadecimal digits in pairs.
  static String hex(Scan.Raw raw) {
    return HexFormat.ofDelimiter(" ").withUpperCase().formatHex(raw.bytes());
  }
}
