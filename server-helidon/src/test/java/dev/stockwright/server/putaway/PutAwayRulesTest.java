package dev.stockwright.server.putaway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Sku;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Where goods are put, as tables. Bins: `CODE zone units [words]`, with words such as `cap=10`,
/// `kg=5`, `l=3`, `mm=900`, `seq=20`, `locked`, `one_product`, `one_lot`, `face`, `has=S-2/L1:4`,
/// `coming=S-1:6`.
class PutAwayRulesTest {
  private static final ZonePlan PLAN =
      new ZonePlan(
          Map.of("cold", "COLD"), Map.of("Tools", "T"), Optional.of("Q"), Optional.empty());
  private static final ProductCard PLAIN = card("S-1", "", "", List.of());
  private static final ProductCard TOOL = card("S-1", "Tools", "", List.of());
  private static final ProductCard COLD = card("S-1", "", "", List.of("cold"));

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          its own product before an empty bin     | 5 |    | B-1 A seq=1; B-2 A seq=9 has=S-1:4                | B-2
          its own lot before an empty bin         | 5 | L1 | B-1 A seq=1; B-2 A seq=9 has=S-1/L1:4             | B-2
          an empty bin before another lot         | 5 | L1 | B-1 A seq=1 has=S-1/L2:4; B-2 A seq=9             | B-2
          an empty bin before another product     | 5 |    | B-1 A seq=1 has=S-2:4; B-2 A seq=9                | B-2
          the first on the way of equal ones      | 5 |    | B-1 A seq=9; B-2 A seq=1                          | B-2
          then by code                            | 5 |    | B-2 A seq=1; B-1 A seq=1                          | B-1
          one that takes all before its product   | 5 |    | B-1 A cap=6 has=S-1:4; B-2 A                      | B-2
          a locked bin never                      | 5 |    | B-1 A locked has=S-1:4; B-2 A seq=9               | B-2
          goods on their way there count          | 5 |    | B-1 A cap=10 coming=S-1:6; B-2 A cap=10 seq=9     | B-2
          not too heavy                           | 5 |    | B-1 A kg=4 seq=1; B-2 A kg=5 seq=2                | B-2
          not too large                           | 5 |    | B-1 A l=9 seq=1; B-2 A l=10 seq=2                 | B-2
          not too high for a piece                | 9 |    | B-1 A mm=199 seq=1; B-2 A mm=200 seq=2            | B-2
          a bin of one product stays so           | 5 |    | B-1 A one_product has=S-2:1; B-2 A seq=9          | B-2
          a bin of one lot stays so               | 5 | L1 | B-1 A one_lot has=S-1/L2:1; B-2 A seq=9           | B-2
          what only comes counts for mixing       | 5 |    | B-1 A one_product coming=S-2:1; B-2 A seq=9       | B-2
          another's pick face last                | 5 |    | B-1 A face seq=1; B-2 A seq=9                     | B-2
          its own pick face first                 | 5 |    | B-1 A seq=1; B-2 A face seq=9 has=S-1:1           | B-2
          not in the cold when it need not be     | 5 |    | B-1 COLD seq=1; B-2 A seq=9                       | B-2
          not with what waits for a decision      | 5 |    | B-1 Q seq=1; B-2 A seq=9                          | B-2
          the most that fits when none takes all  | 9 |    | B-1 A cap=4 seq=1; B-2 A cap=6 seq=2              | B-2 6
          nowhere                                 | 5 |    | B-1 A locked; B-2 COLD                            | none
          """)
  void plainGoodsGo(String rule, long units, String lot, String bins, String expected) {
    assertEquals(expected, best(Goods.loose(PLAIN, lot(lot), units, Condition.AVAILABLE), bins));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          cold goods lie in the cold               | cold | B-1 A has=S-1:9; B-2 COLD seq=9      | B-2
          cold goods lie nowhere else              | cold | B-1 A; B-2 T                         | none
          tools lie with the tools                 | tool | B-1 A seq=1; B-2 T seq=9             | B-2
          tools lie elsewhere when they must       | tool | B-1 A seq=1; B-2 T locked            | B-1
          tools lie with their own before that     | tool | B-1 A seq=9 has=S-1:3; B-2 T seq=1   | B-1
          """)
  void goodsWithAPlaceOfTheirOwnGo(String rule, String card, String bins, String expected) {
    Goods goods = Goods.loose(card.equals("cold") ? COLD : TOOL, "", 5, Condition.AVAILABLE);
    assertEquals(expected, best(goods, bins));
  }

  @Test
  void whatWaitsForADecisionLiesApartAndWhatIsDamagedStays() {
    String bins = "B-1 A; B-2 Q seq=9";
    assertEquals("B-2", best(Goods.loose(PLAIN, "", 5, Condition.QUARANTINE), bins));
    assertEquals("none", best(Goods.loose(PLAIN, "", 5, Condition.DAMAGED), bins));
    assertEquals(true, PLAN.stays(Condition.DAMAGED));
  }

  @Test
  void aHandlingUnitIsNotDivided() {
    Goods unit =
        new Goods(
            List.of(
                new Goods.Part(PLAIN, "", 4),
                new Goods.Part(card("S-2", "", "", List.of()), "", 3)),
            Condition.AVAILABLE,
            true);
    assertEquals(
        "B-3", best(unit, "B-1 A cap=6 seq=1; B-2 A one_product seq=2; B-3 A cap=7 seq=3"));
    assertEquals("none", best(unit, "B-1 A kg=6.9; B-2 A l=13.9"));
  }

  /// An each is 200 mm high, a case of 6 is 300, a pallet of 48 is 1200.
  @ParameterizedTest
  @CsvSource({
    "5, 200, true",
    "5, 199, false",
    "6, 300, true",
    "6, 299, false",
    "47, 300, true",
    "48, 1200, true",
    "48, 1199, false",
    "500, 1200, true"
  })
  void whatStandsOnAHandlingUnitIsAsHighAsTheLargestPackOnIt(long units, int mm, boolean fits) {
    Goods unit = new Goods(List.of(new Goods.Part(PLAIN, "", units)), Condition.AVAILABLE, true);
    assertEquals(fits ? "B-1" : "none", best(unit, "B-1 A mm=" + mm));
    if (!fits) {
      assertEquals(
          List.of(
              "B-1: only %d mm high, %d mm are needed".formatted(mm, PLAIN.heightMm(units, true))),
          PutAwayRules.refused(unit, bins("B-1 A mm=" + mm), PLAN, 1));
    }
  }

  @Test
  void goodsWhoseHeightNobodyKnowsGoAnywhere() {
    ProductCard flat =
        new ProductCard(1, new Sku("S-1"), PLAIN.tracking(), 0, 1, 1, "", List.of(), "", List.of());
    assertEquals("B-1", best(Goods.loose(flat, "", 5, Condition.AVAILABLE), "B-1 A mm=1"));
  }

  @Test
  void theReasonsCanBeRead() {
    List<Bin> bins = bins("B-1 T cap=20 seq=7 has=S-1:4; B-2 A locked; B-3 A cap=3 has=S-2:3");
    Goods goods = Goods.loose(TOOL, "", 5, Condition.AVAILABLE);
    assertEquals(
        List.of(
            "4 of the same product are there or on their way",
            "zone T is where S-1 belongs",
            "all 5 fit",
            "place 7 on the way"),
        PutAwayRules.ranked(goods, bins, PLAN).getFirst().reasons());
    assertEquals(
        List.of("B-2: it is locked", "B-3: only 0 units more fit, 5 are needed"),
        PutAwayRules.refused(goods, bins, PLAN, 5));
  }

  private static String best(Goods goods, String bins) {
    return PutAwayRules.ranked(goods, bins(bins), PLAN).stream()
        .findFirst()
        .map(
            choice ->
                choice.bin().code()
                    + (choice.room().fits() < goods.units() ? " " + choice.room().fits() : ""))
        .orElse("none");
  }

  private static String lot(String text) {
    return text == null ? "" : text;
  }

  private static ProductCard card(String sku, String category, String zone, List<String> handling) {
    return new ProductCard(
        1,
        new Sku(sku),
        new ProductCard.Tracking(false, false, false),
        0,
        1_000,
        2_000,
        category,
        handling,
        zone,
        List.of(
            new ProductCard.Pack(1, 200),
            new ProductCard.Pack(6, 300),
            new ProductCard.Pack(48, 1_200)));
  }

  private static List<Bin> bins(String text) {
    return Arrays.stream(text.split(";")).map(each -> bin(each.strip())).toList();
  }

  private static Bin bin(String text) {
    List<String> words = List.of(text.split(" "));
    Map<String, String> said = new HashMap<>();
    for (String word : words.subList(2, words.size())) {
      String[] parts = word.split("=");
      said.put(parts[0], parts.length > 1 ? parts[1] : "");
    }
    String mixing =
        said.containsKey("one_product")
            ? "one_product"
            : said.containsKey("one_lot") ? "one_lot" : "any";
    List<Bin.Content> contents =
        said.entrySet().stream()
            .filter(entry -> entry.getKey().equals("has") || entry.getKey().equals("coming"))
            .map(entry -> content(entry.getValue(), entry.getKey().equals("coming")))
            .collect(Collectors.toList());
    return new Bin(
        new LocationCode(words.getFirst()),
        words.get(1),
        true,
        said.containsKey("face"),
        mixing,
        new Bin.Lock(said.containsKey("locked"), ""),
        new Bin.Limits(
            limit(said.get("cap"), 1),
            limit(said.get("kg"), 1_000),
            limit(said.get("l"), 1_000),
            limit(said.get("mm"), 1)),
        Integer.parseInt(said.getOrDefault("seq", "0")),
        0,
        contents);
  }

  private static long limit(@org.jspecify.annotations.Nullable String text, long unit) {
    return text == null ? Bin.Limits.NO_LIMIT : Math.round(Double.parseDouble(text) * unit);
  }

  private static Bin.Content content(String text, boolean coming) {
    String[] goods = text.split(":");
    String[] name = goods[0].split("/");
    long units = Long.parseLong(goods[1]);
    return new Bin.Content(
        new Sku(name[0]),
        name.length > 1 ? name[1] : "",
        units,
        units * 1_000,
        units * 2_000,
        coming);
  }
}
