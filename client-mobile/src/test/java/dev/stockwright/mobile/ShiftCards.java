package dev.stockwright.mobile;

import dev.stockwright.client.Shift;
import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import dev.stockwright.fx.harness.Headless;
import dev.stockwright.mobile.card.Shown;
import dev.stockwright.mobile.card.Typable;
import dev.stockwright.mobile.look.Band;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The screens that the shift itself makes, around the workflows: home with its panels.
public final class ShiftCards {
  private ShiftCards() {}

  public static Map<String, Shown> all(Path folder) {
    Map<String, Shown> all = new LinkedHashMap<>();
    try (HandheldInHand hand = HandheldInHand.open(folder, 3, 360, 720)) {
      all.put("shift-1-home", shown(hand));
      press(hand, new Input.Point("SETTINGS"), "Choose one");
      all.put("shift-2-settings", shown(hand));
      press(hand, new Input.Press(Key.BACK), "Scan anything");
      press(hand, new Input.Point("SYNC"), "Nothing needs you");
      all.put("shift-3-sync", shown(hand));
      press(hand, new Input.Press(Key.BACK), "Scan anything");
      hand.scan("SW-ANA");
      hand.await("the question", () -> Headless.call(() -> asks(hand)));
      all.put("shift-4-sign-out", shown(hand));
    }
    return all;
  }

  private static boolean asks(HandheldInHand hand) {
    return hand.app.seen().card().question().isPresent();
  }

  private static void press(HandheldInHand hand, Input input, String then) {
    Headless.run(() -> hand.app.given(input));
    hand.await(then, () -> hand.instruction().equals(then));
  }

  private static Shown shown(HandheldInHand hand) {
    Shift.View now = Headless.call(hand.app::seen);
    Optional<Band> band = now.said().map(turn -> new Band(turn.signal(), turn.said()));
    return new Shown(
        Typable.of(now.card()),
        band,
        Optional.empty(),
        hand.app.client().syncStatus(),
        0,
        now.back());
  }
}
