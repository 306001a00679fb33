package dev.stockwright.desktop;

import dev.stockwright.client.words.EquipmentPhrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.words.Wording;
import dev.stockwright.desktop.devices.DriverWords;
import dev.stockwright.desktop.devices.FrameLine;
import dev.stockwright.devices.RefusedRead;
import dev.stockwright.devices.scanner.VisibleText;
import dev.stockwright.devices.wedge.SeparatorCheck;
import dev.stockwright.vocabulary.Scan;
import dev.stockwright.vocabulary.gs1.Decoded;
import dev.stockwright.vocabulary.gs1.Decoder;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.Collectors;

/// What a device sent, in words: bytes, characters, and what they decode to.
final class FrameWords {
  /// So many bytes of a frame are shown.
  private static final int BYTES_MAX = 96;

  private static final int TEXT_MAX = 200;

  private static final String GTIN = "GTIN ";

  private final Wording wording;

  FrameWords(Wording wording) {
    this.wording = wording;
  }

  private String say(EquipmentPhrase phrase, Object... parts) {
    return wording.say(Text.of(phrase, parts));
  }

  FrameLine of(Scan scan, FrameLine.Kind kind) {
    return new FrameLine(
        scan.at(),
        kind,
        hex(scan.raw().bytes()),
        VisibleText.of(scan.raw().text(), TEXT_MAX),
        meaning(scan.text()));
  }

  FrameLine of(RefusedRead refused) {
    Scan scan = refused.scan();
    return new FrameLine(
        scan.at(),
        FrameLine.Kind.REFUSED,
        hex(scan.raw().bytes()),
        VisibleText.of(scan.raw().text(), TEXT_MAX),
        DriverWords.say(refused.told(), wording));
  }

  private String hex(byte[] bytes) {
    HexFormat format = HexFormat.ofDelimiter(" ").withUpperCase();
    return bytes.length <= BYTES_MAX
        ? format.formatHex(bytes)
        : say(
            EquipmentPhrase.MORE_BYTES,
            format.formatHex(bytes, 0, BYTES_MAX),
            bytes.length - BYTES_MAX);
  }

  private String meaning(String text) {
    Decoded decoded = Decoder.scan(text);
    String symbology =
        decoded
            .symbology()
            .map(s -> " (" + s.name().replace('_', ' ').toLowerCase(Locale.ROOT) + ")")
            .orElse("");
    if (decoded.error().isPresent()) {
      return say(EquipmentPhrase.CANNOT_BE_READ, symbology, decoded.error().get().message());
    }
    String elements =
        decoded.elements().list().stream()
            .map(e -> "(" + e.ai().code() + ") " + e.value())
            .collect(Collectors.joining("  "));
    String lost =
        SeparatorCheck.of(text).map(l -> " " + DriverWords.say(l.told(), wording)).orElse("");
    return switch (decoded.kind()) {
      case EAN -> GTIN + decoded.text() + symbology;
      case ELEMENT_STRING, BRACKETED, DIGITAL_LINK -> elements + symbology + lost;
      case PLAIN -> say(EquipmentPhrase.PLAIN_TEXT, symbology);
    };
  }
}
