package dev.stockwright.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.InvalidValue;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WireTest {
  private static final String RECEIVE =
      """
      {"id":"0192c8f4-7a1e-7cc3-98c4-dc0c0c07398f","device":"DESK-1","sequence":7,\
      "author":"ana","occurred_at":"2026-11-20T10:00:00Z","scan":"]C1010950","insisted":false,\
      "command":{"kind":"receive_goods","warehouse":"NORTH","sku":"HM-0500","quantity":12,\
      "location":"DOCK-1","lot":"L1","expiry":"2027-01-31","purchase_order":"PO-1001"}}""";

  @Test
  void anEnvelopeIsWrittenAsItWasRead() {
    assertEquals(RECEIVE, Wire.ENVELOPE.text(Wire.ENVELOPE.read(RECEIVE)));
  }

  @Test
  void unknownFieldsAreIgnoredAndTheKindMayComeLast() {
    Command command =
        Wire.COMMAND.read(
            "{\"warehouse\":\"W\",\"new\":{\"a\":[1]},\"sku\":\"S\",\"quantity\":1,"
                + "\"kind\":\"receive_goods\"}");
    assertEquals(
        "{\"kind\":\"receive_goods\",\"warehouse\":\"W\",\"sku\":\"S\",\"quantity\":1}",
        Wire.COMMAND.text(command));
  }

  @Test
  void anExplicitNullAndAnEmptyListAreAbsentNotNull() {
    ReceiveGoods command =
        (ReceiveGoods)
            Wire.COMMAND.read(
                "{\"kind\":\"receive_goods\",\"warehouse\":\"W\",\"sku\":\"S\",\"quantity\":1,"
                    + "\"lot\":null,\"purchase_order\":null}");
    assertEquals(Optional.empty(), command.lot());
    assertEquals(Optional.empty(), command.purchaseOrder());
    CommandId id = CommandId.of("0192c8f4-7a1e-7cc3-98c4-dc0c0c07398f");
    Answer none = new Answer.Accepted(id, List.of());
    assertEquals(none, Wire.ANSWER.read(Wire.ANSWER.text(none)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0|invalid_quantity",
        "-3|invalid_quantity",
        "1.5|invalid_quantity",
        "1000000001|invalid_quantity",
        "99999999999999999999|invalid_quantity",
        "1e3000000|invalid_quantity",
        "\"x\"|invalid_json",
        "null|invalid_json",
        "true|invalid_json",
        "[]|invalid_json",
      })
  void aQuantityThatIsNoneIsRefusedWithItsCode(String quantity, String code) {
    InvalidValue refused =
        assertThrows(
            InvalidValue.class,
            () ->
                Wire.COMMAND.read(
                    "{\"kind\":\"receive_goods\",\"warehouse\":\"W\",\"sku\":\"S\",\"quantity\":"
                        + quantity
                        + "}"));
    assertEquals(code, refused.code(), refused.getMessage());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "[]",
        "nonsense",
        "{\"kind\":\"fly\"}",
        "{\"kind\":\"receive_goods\"}",
        "{\"kind\":\"receive_goods\",\"warehouse\":\"W\",\"sku\":\"S\"}",
        "{\"kind\":",
        "null",
        "{\"kind\":\"receive_goods\",\"warehouse\":7,\"sku\":\"S\",\"quantity\":1}",
      })
  void whatIsNoCommandIsRefused(String json) {
    assertThrows(InvalidValue.class, () -> Wire.COMMAND.read(json));
  }
}
