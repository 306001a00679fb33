package dev.stockwright.mobile.card;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.mobile.harness.Phone;
import dev.stockwright.mobile.harness.RealCards;
import java.util.Objects;
import javafx.scene.control.Label;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LookUpOnTheScreenTest {
  private static boolean saysSinceWhen(Phone phone, String screen) {
    phone.fresh(Objects.requireNonNull(RealCards.all().get(screen)));
    return !phone
        .window
        .all(node -> node instanceof Label label && label.getText().contains("As of 08:00"))
        .isEmpty();
  }

  @Test
  @DisplayName("H45 In a dead spot looking up says since when it is as it is, even on a low screen")
  void h45LookingUpOffLineSaysSinceWhen() {
    try (Phone phone = new Phone(320, 533)) {
      assertTrue(saysSinceWhen(phone, "look-8-dead-spot"));
      assertFalse(saysSinceWhen(phone, "look-2-goods"), "on line figures are as of now");
    }
  }
}
