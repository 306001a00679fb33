package dev.stockwright.server.masterdata.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stockwright.protocol.Refusal;
import dev.stockwright.protocol.Wire;
import dev.stockwright.vocabulary.InvalidValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a row does, said as a table: the sheet, what is there, what is wanted, what comes of it.
class SheetRulesTest {
  private static final SheetRules.Known KNOWN =
      new SheetRules.Known(Set.of("S-1", "S-2"), Set.of("W1"), Set.of("blocked"));

  @ParameterizedTest(name = "{0}: {1} + {2} = {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          products  |                             | sku=S-9 name=Nail                 | create
          products  |                             | sku=S-9                           | error missing_name at name
          products  |                             | name=Nail                         | error missing_sku at sku
          products  |                             | sku=S-9 name=Nail version=1       | error unknown_document at version
          products  | name=Nail                   | sku=S-9 name=Nail                 | same
          products  | name=Nail                   | sku=S-9 name=Nail version=7       | same
          products  | name=Nail                   | sku=S-9 name=Bolt                 | change
          products  | name=Nail                   | sku=S-9 name=Bolt strict          | error document_exists at version
          products  | name=Nail version=3         | sku=S-9 name=Bolt version=3       | change
          products  | name=Nail version=3         | sku=S-9 name=Bolt version=2       | error stale_version at version
          products  | name=Nail version=3         | sku=S-9 name=Bolt version=4       | error stale_version at version
          products  | unit=piece                  | sku=S-9 unit=box                  | change guarded
          products  | unit=piece moved            | sku=S-9 unit=box                  | error frozen at unit
          products  | unit=piece moved version=2  | sku=S-9 unit=box version=1        | error stale_version at version
          products  | unit=piece moved            | sku=S-9 unit=piece name=Bolt      | change
          products  | units=1                     | sku=S-9 lot_tracked=true          | error frozen at lot_tracked
          products  | units=1                     | sku=S-9 expiry_tracked=true       | error frozen at expiry_tracked
          products  | moved                       | sku=S-9 serial_tracked=true       | change guarded
          products  | units=1                     | sku=S-9 active=false              | change guarded
          products  |                             | sku=S_9! name=Nail                | error invalid_sku
          products  |                             | sku=S-9 name=Nail unit_cost=1,5   | error invalid_unit_cost
          products  |                             | sku=S-9 name=Nail unit_cost=-1    | error invalid_unit_cost
          products  |                             | sku=S-9 name=Nail count_class=D   | error invalid_count_class
          products  |                             | sku=S-9 name=Nail count_class=a   | create
          products  |                             | sku=S-9 name=Nail active=maybe    | error invalid_active
          products  | handling=cold+fragile       | sku=S-9 handling=Fragile,cold     | same
          barcodes  |                             | code=123 sku=S-1                  | create
          barcodes  |                             | code=123 sku=S-9                  | error unknown_product at sku
          barcodes  |                             | code=123 sku=S-1 units=0          | error invalid_units
          barcodes  |                             | code=123 sku=S-1 pack=bag         | error invalid_pack
          barcodes  | sku=S-1 pack=case units=12  | code=123 sku=S-1 units=12         | same
          barcodes  | sku=S-1 pack=case units=12  | code=123 sku=S-1 units=10 strict  | error barcode_taken at version
          barcodes  | sku=S-1 pack=case units=12  | code=123 sku=S-2 strict           | error barcode_taken at version
          locations |                             | warehouse=W1 code=A-1             | create
          locations |                             | warehouse=W9 code=A-1             | error unknown_warehouse at warehouse
          locations |                             | warehouse=W1 code=A-1 kind=hole   | error invalid_kind
          locations |                             | warehouse=W1 code=A-1 x_mm=-5     | create
          locations | capacity_units=5            | warehouse=W1 code=A-1 capacity_units=0 | change
          locations | units=3                     | warehouse=W1 code=A-1 active=false | error not_empty at active
          locations | units=3                     | warehouse=W1 code=A-1 zone=COLD   | change
          locations | moved                       | warehouse=W1 code=A-1 active=false | error frozen at active
          locations |                             | warehouse=W1 code=A-1 mixing=one_lot | create
          locations |                             | warehouse=W1 code=A-1 locked_in=yes lock_reason=blocked | create
          locations |                             | warehouse=W1 code=A-1 locked_in=yes | error missing_lock_reason at lock_reason
          locations |                             | warehouse=W1 code=A-1 locked_out=yes lock_reason=mood | error out_of_range at lock_reason
          locations | pick_sequence=7             | warehouse=W1 code=A-1 locked_out=yes lock_reason=blocked | change guarded
          locations | locked_in=true lock_reason=blocked | warehouse=W1 code=A-1 locked_in=no lock_reason=blocked | change guarded
          locations | locked_in=true lock_reason=blocked | warehouse=W1 code=A-1 locked_in=yes | same
          locations | locked_in=true lock_reason=blocked | warehouse=W1 code=A-1 zone=COLD | change
          locations | locked_in=true lock_reason=old  | warehouse=W1 code=A-1 lock_reason=old | same
          locations |                             | warehouse=W1 code=A-1 lock_reason=blocked | create
          suppliers | lead_days=7                 | code=H lead_days=1001             | error invalid_lead_days
          suppliers | lead_days=7                 | code=H lead_days=14               | change
          minimums  |                             | warehouse=W1 sku=S-1 quantity=24  | create
          minimums  | quantity=24                 | warehouse=W1 sku=S-1 quantity=24  | same
          minimums  | quantity=24                 | warehouse=W1 sku=S-1 quantity=0   | change guarded
          minimums  |                             | warehouse=W1 sku=S-1              | error missing_quantity at quantity
          """)
  void aRowDoesWhatItsLineSays(String name, String there, String wanted, String expected) {
    assertEquals(expected, came(name, there, wanted));
  }

  private static String came(String name, String there, String wanted) {
    Sheet sheet = Sheet.of(name).orElseThrow();
    Map<String, String> given = words(wanted);
    try {
      Row row =
          Row.of(
              sheet,
              sheet.header().stream()
                  .map(column -> Optional.ofNullable(given.get(column)))
                  .toList(),
              Optional.ofNullable(given.get("version")).map(Long::valueOf),
              given.containsKey("strict"));
      Optional<Kept> kept =
          there == null ? Optional.empty() : Optional.of(kept(sheet, words(there), given));
      return said(SheetRules.decide(sheet, row, kept, KNOWN));
    } catch (InvalidValue e) {
      return "error " + e.code();
    }
  }

  private static Kept kept(Sheet sheet, Map<String, String> there, Map<String, String> key) {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < sheet.columns().size(); i++) {
      Column column = sheet.columns().get(i);
      String otherwise = column.otherwise().orElse("Something");
      String text =
          i < sheet.keys()
              ? key.getOrDefault(column.name(), "")
              : there.getOrDefault(column.name(), otherwise).replace('+', ' ');
      boolean counted = column.name().equals("units") && !there.containsKey("pack");
      cells.add(counted ? "1" : text);
    }
    return new Kept(
        cells,
        Long.parseLong(there.getOrDefault("version", "1")),
        there.containsKey("moved"),
        Long.parseLong(there.getOrDefault("units", "0")));
  }

  private static Map<String, String> words(String text) {
    Map<String, String> words = new HashMap<>();
    Arrays.stream(text.strip().split(" +"))
        .map(word -> word.split("=", 2))
        .forEach(part -> words.put(part[0], part.length == 1 ? "" : part[1]));
    return words;
  }

  private static String said(Effect effect) {
    return switch (effect) {
      case Effect.Create _ -> "create";
      case Effect.Change change -> change.guarded() ? "change guarded" : "change";
      case Effect.Same _ -> "same";
      case Effect.Faulty(String field, Refusal why) ->
          "error "
              + (why instanceof Refusal.Malformed bad
                  ? bad.field()
                  : Wire.jsonb()
                      .type(Refusal.class)
                      .toJson(why)
                      .replaceFirst(".*?\"code\":\"([a-z_]+)\".*", "$1"))
              + " at "
              + field;
    };
  }
}
