package dev.stockwright.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.InvalidValue;
import dev.stockwright.vocabulary.Operator;
import org.junit.jupiter.api.Test;

class IdempotencyKeyTest {
  private static final Operator ANA = new Operator("ana");

  @Test
  void aUuidIsTheIdItself() {
    String uuid = "0192c8f4-7a1e-7cc3-98c4-dc0c0c07398f";
    assertEquals(CommandId.of(uuid), IdempotencyKey.of(ANA, uuid));
  }

  @Test
  void anotherTextIsAVersion8UuidOfUserAndKey() {
    CommandId id = IdempotencyKey.of(ANA, "order 17");
    assertEquals(8, id.uuid().version());
    assertEquals(2, id.uuid().variant());
    assertEquals(id, IdempotencyKey.of(ANA, "order 17"));
    assertNotEquals(id, IdempotencyKey.of(ANA, "order 18"));
    assertNotEquals(id, IdempotencyKey.of(new Operator("sam"), "order 17"));
  }

  @Test
  void aKeyThatIsTooLongOrNotPrintableIsRefused() {
    assertThrows(InvalidValue.class, () -> IdempotencyKey.of(ANA, "x".repeat(256)));
    assertThrows(InvalidValue.class, () -> IdempotencyKey.of(ANA, "a\u00e9"));
    assertEquals(8, IdempotencyKey.of(ANA, "x".repeat(255)).uuid().version());
  }
}
