package dev.stockwright.server.moving;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stockwright.protocol.Sentences;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a bin takes and gives. Every unit of a product weighs 100 grams and fills 10 millilitres;
/// `S1/L1*6` is 6 units of lot L1 of S1.
class BinRulesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # a bin that is | mixes       | with room for | holding        | takes       | which is
          open            | any         | -             | S1*5           | S2*5        | fine
          locked in       | any         | -             |                | S1*1        | A-01 takes nothing in (spill). Use another location.
          locked out      | any         | -             |                | S1*1        | fine
          open            | one_product | -             | S1*5           | S1/L9*5     | fine
          open            | one_product | -             | S1*5           | S2*5        | Location A-01 holds S1 and takes one product only, not S2. Use another location.
          open            | one_product | -             |                | S1*5        | fine
          open            | one_product | -             |                | S1*5 S2*1   | Location A-01 holds S1 and takes one product only, not S2. Use another location.
          open            | one_lot     | -             | S1/L1*5        | S1/L1*5     | fine
          open            | one_lot     | -             | S1/L1*5        | S1/L2*5     | Location A-01 holds S1 L1 and takes one lot only, not S1 L2. Use another location.
          open            | any         | 10 units      | S1*5           | S1*5        | fine
          open            | any         | 10 units      | S1*5           | S1*6        | Location A-01 has room for 5 units, not for 6. Use another location.
          open            | any         | 10 units      | S1*5 S2*5      | S1*1        | Location A-01 has room for 0 units, not for 1. Use another location.
          open            | any         | 10 units      | S1*15          | S1*1        | Location A-01 has room for 0 units, not for 1. Use another location.
          open            | any         | 1000 grams    | S1*5           | S1*5        | fine
          open            | any         | 1000 grams    | S1*5           | S1*6        | Location A-01 has room for 500 grams, not for 600. Use another location.
          open            | any         | 100 millis    | S1*5           | S1*6        | Location A-01 has room for 50 millilitres, not for 60. Use another location.
          """)
  void whatMayBePutIn(
      String lock, String mixing, String room, String holding, String takes, String is) {
    assertEquals(
        is,
        BinRules.refusalToPut(bin(lock, mixing, room, holding), loads(takes))
            .map(Sentences::of)
            .orElse("fine"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # a bin that is | gives
          open            | fine
          locked in       | fine
          locked out      | A-01 gives nothing out (spill). Use another location.
          """)
  void whatMayBeTakenOut(String lock, String is) {
    assertEquals(
        is, BinRules.refusalToTake(bin(lock, "any", "-", "")).map(Sentences::of).orElse("fine"));
  }

  private static Bin bin(String lock, String mixing, String room, String holding) {
    return new Bin(
        new WarehouseCode("W1"),
        new LocationCode("A-01"),
        "bin",
        lock.equals("locked in"),
        lock.equals("locked out"),
        lock.equals("open") ? "" : "spill",
        mixing,
        limit(room, "units"),
        limit(room, "grams"),
        limit(room, "millis"),
        loads(holding));
  }

  private static OptionalLong limit(String room, String of) {
    return room.endsWith(of)
        ? OptionalLong.of(Long.parseLong(room.split(" ")[0]))
        : OptionalLong.empty();
  }

  private static List<Bin.Load> loads(String text) {
    if (text == null || text.isEmpty()) {
      return List.of();
    }
    return Arrays.stream(text.split(" "))
        .map(each -> each.split("[/*]"))
        .map(
            part ->
                new Bin.Load(
                    part[0],
                    part.length > 2 ? part[1] : "",
                    Long.parseLong(part[part.length - 1]),
                    100,
                    10))
        .toList();
  }
}
