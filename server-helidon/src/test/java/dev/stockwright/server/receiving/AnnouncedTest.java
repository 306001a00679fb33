package dev.stockwright.server.receiving;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stockwright.server.purchasing.Asn;
import dev.stockwright.server.putaway.ProductCard;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which lines of a notice have come with goods. A line is `unit/lot/announced/received`, goods are
/// `lot/units`; `-` stands for none.
class AnnouncedTest {
  private static final Sku SKU = new Sku("S-1");

  @ParameterizedTest
  @CsvSource({
    "-/-/10/0, -/4, {1=4}",
    "-/-/10/8, -/4, {1=2}",
    "-/-/10/10, -/4, {}",
    "-/-/3/0, P1/1 P2/1 P3/1 P4/1, {1=3}",
    "-/-/3/0 -/P2/1/0, P1/1 P2/1, '{1=1, 2=1}'",
    "-/-/3/0 -/L/2/0, L/4, '{1=2, 2=2}'",
    "-/L/5/0, M/5, {}",
    "-/L/5/0, -/5, {}",
    "U1/-/5/0, -/5, {}",
  })
  void whatWasAnnouncedIsTickedOffOnce(String lines, String goods, String come) {
    List<Asn.Line> announced = new ArrayList<>();
    for (String line : lines.split(" ", -1)) {
      String[] part = line.split("/", -1);
      announced.add(
          new Asn.Line(
              announced.size() + 1,
              word(part[0]),
              SKU,
              word(part[1]),
              Optional.empty(),
              Long.parseLong(part[2]),
              Long.parseLong(part[3])));
    }
    Asn asn =
        new Asn(1, new Reference("ASN"), "ACME", Optional.empty(), "arriving", false, announced);
    Map<Integer, Long> found = ReceiptRules.announced(asn, delivered(goods));
    assertEquals(come, found.toString());
  }

  private static Delivered delivered(String goods) {
    List<Delivered.Pile> piles =
        Arrays.stream(goods.split(" ", -1))
            .map(pile -> pile.split("/", -1))
            .map(part -> new Delivered.Pile(word(part[0]), Long.parseLong(part[1])))
            .toList();
    ProductCard card =
        new ProductCard(
            1,
            SKU,
            new ProductCard.Tracking(false, false, false),
            0,
            0,
            0,
            "",
            List.of(),
            "",
            List.of());
    return new Delivered(card, piles, Optional.empty());
  }

  private static String word(String text) {
    return text.equals("-") ? "" : text;
  }
}
