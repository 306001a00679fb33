package dev.stockwright.client.workflow;

import dev.stockwright.client.known.PackLevel;
import dev.stockwright.client.known.Product;
import dev.stockwright.client.words.CommonPhrase;
import dev.stockwright.client.words.Phrase;
import dev.stockwright.client.words.Text;
import java.util.Locale;

/// How goods are counted: base units and packs.
public enum GoodsPhrase implements Phrase {
  UNIT_EACH,
  UNIT_PIECE,
  UNIT_GRAM,
  PACK_INNER,
  PACK_CASE,
  PACK_PALLET,
  /// A pack that the site has named itself.
  PACK_OTHER;

  @Override
  public String key() {
    return "goods." + name().toLowerCase(Locale.ROOT);
  }

  /// The word for the base unit of a product; a unit of the site's own stands as it is.
  public static Text unit(Product product, long units) {
    return switch (product.unit()) {
      case "each" -> Text.of(UNIT_EACH, units);
      case "piece" -> Text.of(UNIT_PIECE, units);
      case "gram" -> Text.of(UNIT_GRAM, units);
      default -> Text.of(CommonPhrase.AS_IS, product.unit());
    };
  }

  /// So many packs, such as `3 case`.
  public static Text packs(PackLevel pack, long packs) {
    return switch (pack.name()) {
      case "inner" -> Text.of(PACK_INNER, packs);
      case "case" -> Text.of(PACK_CASE, packs);
      case "pallet" -> Text.of(PACK_PALLET, packs);
      default -> Text.of(PACK_OTHER, packs, pack.name());
    };
  }
}
