package dev.stockwright.mobile.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.client.card.Card;
import dev.stockwright.client.card.Input;
import dev.stockwright.fx.harness.Headless;
import dev.stockwright.mobile.harness.Phone;
import dev.stockwright.mobile.harness.RealCards;
import dev.stockwright.mobile.harness.Samples;
import dev.stockwright.mobile.look.TextPad;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The small keyboard over the card.
class TypingOnTheScreenTest {
  private final Phone phone = new Phone(320, 533);

  @AfterEach
  void close() {
    phone.close();
  }

  private static Shown screen(String name) {
    return Objects.requireNonNull(RealCards.all().get(name));
  }

  private void tap(String id) {
    Headless.run(phone.window.find(id, Button.class)::fire);
    phone.window.settle();
  }

  private boolean open() {
    return Headless.call(() -> phone.window.find("text-pad", TextPad.class).isVisible());
  }

  @Test
  @DisplayName("Digits and letters are tapped, taken back and saved")
  void digitsAndLettersAreTappedTakenBackAndSaved() {
    phone.fresh(screen("move-1-from"));
    phone.window.press(KeyCode.F3);
    assertTrue(open());
    for (String key : List.of("2", "4", "-", "7", "page", "A", "space", "B", "C")) {
      tap(key.equals("page") ? "page" : "sign-" + key);
    }
    Headless.run(phone.view::shorter);
    tap("primary");
    assertEquals(List.of(new Input.Typed("24-7A B")), phone.given);
    assertFalse(open());
  }

  @Test
  @DisplayName("Nothing typed is nothing said, and going back closes the keyboard only")
  void nothingTypedIsNothingSaid() {
    phone.fresh(screen("move-1-from"));
    Headless.run(phone.view::openText);
    assertFalse(Headless.call(phone.view::primary));
    tap("sign-space");
    assertFalse(Headless.call(phone.view::primary));
    Headless.run(phone.view::back);
    phone.window.settle();
    assertFalse(open());
    assertEquals(List.of(), phone.given);
  }

  @Test
  @DisplayName("A real keyboard types into it, and small letters become capital ones")
  void aRealKeyboardTypesIntoIt() {
    phone.fresh(screen("move-1-from"));
    Headless.run(phone.view::openText);
    "l-7".chars().forEach(sign -> Headless.run(() -> phone.view.typed((char) sign)));
    assertTrue(Headless.call(phone.view::primary));
    assertEquals(List.of(new Input.Typed("L-7")), phone.given);
  }

  @Test
  @DisplayName("Where nothing can be typed, no keyboard opens")
  void whereNothingCanBeTypedNoKeyboardOpens() {
    phone.fresh(screen("adjust-4-how"));
    assertFalse(Headless.call(phone.view::openText));
    phone.fresh(screen("count-empty"));
    assertFalse(Headless.call(phone.view::openText));
    phone.fresh(screen("door-3-pin"));
    assertFalse(Headless.call(phone.view::openText));
    assertEquals(List.of(), phone.given);
  }

  @Test
  @DisplayName("A note that a workflow asks for is typed the same way")
  void aNoteIsTypedTheSameWay() {
    phone.fresh(screen("adjust-7-note"));
    assertTrue(Headless.call(phone.view::openText));
    "TORN".chars().forEach(sign -> Headless.run(() -> phone.view.typed((char) sign)));
    tap("primary");
    assertEquals(List.of(new Input.Typed("TORN")), phone.given);
  }

  @Test
  @DisplayName("A question that takes a text opens the keyboard by its answer")
  void aQuestionCanBeAnsweredByAText() {
    phone.fresh(screen("ship-2-begin"));
    Headless.run(() -> phone.view.digit('3'));
    phone.window.settle();
    assertTrue(open());
    "SH-77".chars().forEach(sign -> Headless.run(() -> phone.view.typed((char) sign)));
    tap("primary");
    assertEquals(List.of(new Input.Typed("SH-77")), phone.given);
  }

  @Test
  @DisplayName("Typing is the last rare action of a card that wants a scan, and of no other")
  void typingIsTheLastOfTheRareActions() {
    Card scan = Typable.of(Samples.decision().card());
    assertEquals(Samples.decision().card(), scan);
    Card pick = screen("pick-3-go").card();
    assertEquals(new Input.Typed(""), pick.more().get(pick.more().size() - 1).input());
    Card how = screen("adjust-4-how").card();
    assertEquals(how, Typable.of(how));
    Card full = Samples.pick().card();
    assertEquals(Card.CHOICES_MAX, full.more().size());
    assertEquals(full, Typable.of(full));
  }

  @Test
  @DisplayName("Progress and figures give way before the place and the buttons do")
  void progressAndFiguresGiveWay() {
    Shown pick = screen("pick-6-at-bin");
    phone.fresh(pick);
    assertTrue(seen("progress"));
    Card crowded = pick.card().figures(screen("adjust-8-post").card().figures());
    phone.show(
        new Shown(crowded, Optional.of(Samples.rejected()), pick.last(), pick.sync(), 0, true));
    assertFalse(seen("progress"));
    assertFalse(seen("figures"));
    assertTrue(seen("bottom"));
    assertTrue(seen("band"));
  }

  private boolean seen(String id) {
    return Headless.call(() -> phone.window.find(id, Region.class).isVisible());
  }
}
