package dev.stockwright.server.counting;

import static dev.stockwright.db.tables.Tables.BARCODE;

import dev.stockwright.server.work.Work;
import dev.stockwright.vocabulary.epc.Epc;
import dev.stockwright.vocabulary.epc.EpcKind;
import dev.stockwright.vocabulary.epc.EpcTag;
import dev.stockwright.vocabulary.epc.EpcText;
import dev.stockwright.vocabulary.epc.MalformedEpc;
import dev.stockwright.vocabulary.epc.OtherTag;
import dev.stockwright.vocabulary.epc.TagRead;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/// What tags are on: pieces of products by their SGTIN, handling units by their SSCC, and tags that
/// nobody knows. The same identity counts once, whatever its scheme and filter.
final class Tags {
  private static final String GTIN = "01";
  private static final String SSCC = "00";

  private Tags() {}

  /// A piece on which a tag is; `product` 0: not known.
  private record Piece(int product, long units) {}

  /// The entries of a sweep.
  ///
  /// @param entry makes one out of the goods
  static List<Entry> entries(Work work, List<String> tags, BiFunction<Heard, String, Entry> entry) {
    Map<String, Epc> things = new LinkedHashMap<>();
    Map<String, Entry> entries = new LinkedHashMap<>();
    for (String tag : tags) {
      Optional<Epc> epc = epc(tag.strip());
      if (epc.isPresent()) {
        things.put(epc.get().uri(), epc.get());
      } else {
        String text = tag.strip().toLowerCase(Locale.ROOT);
        entries.put(text, entry.apply(Heard.unknown(text), text));
      }
    }
    Map<String, Piece> pieces = pieces(work, things.values().stream().map(Tags::gtin).toList());
    things.forEach(
        (uri, epc) -> {
          Piece piece = pieces.get(gtin(epc));
          Optional<String> unit = epc.elements().value(SSCC);
          if (unit.isPresent()) {
            entries.put(uri, entry.apply(Heard.unit(unit.get()), unit.get()));
          } else if (piece == null) {
            entries.put(uri, entry.apply(Heard.unknown(uri), uri));
          } else {
            entries.put(
                uri, entry.apply(new Heard(piece.product(), "", "", piece.units()), epc.serial()));
          }
        });
    return List.copyOf(entries.values());
  }

  /// What was heard, but for its serial.
  record Heard(int productId, String code, String unit, long units) {
    static Heard unknown(String code) {
      return new Heard(0, code, "", 1);
    }

    static Heard unit(String unit) {
      return new Heard(0, "", unit, 0);
    }
  }

  private static Optional<Epc> epc(String text) {
    EpcText read =
        text.startsWith("urn:epc:id:")
            ? Epc.ofUri(text)
            : text.startsWith("urn:epc:tag:") ? EpcTag.ofUri(text) : ofHex(text);
    return switch (read) {
      case Epc epc -> Optional.of(epc);
      case EpcTag tag -> Optional.of(tag.epc());
      case MalformedEpc _ -> Optional.empty();
    };
  }

  private static EpcText ofHex(String text) {
    return switch (TagRead.ofHex(text)) {
      case EpcTag tag -> tag;
      case MalformedEpc fault -> fault;
      case OtherTag _ -> new MalformedEpc("other", 0, "no scheme that is read here");
    };
  }

  private static String gtin(Epc epc) {
    return epc.kind() == EpcKind.SGTIN ? epc.elements().value(GTIN).orElse("") : "";
  }

  private static Map<String, Piece> pieces(Work work, List<String> gtins) {
    Map<String, Piece> pieces = new HashMap<>();
    work.sql()
        .select(BARCODE.CODE, BARCODE.PRODUCT_ID, BARCODE.UNITS)
        .from(BARCODE)
        .where(BARCODE.CODE.in(gtins.stream().distinct().toList()))
        .forEach(row -> pieces.put(row.value1(), new Piece(row.value2(), row.value3())));
    return pieces;
  }
}
