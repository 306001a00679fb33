package dev.stockwright.desktop.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.desktop.harness.Asked;
import dev.stockwright.desktop.harness.Spoken;
import dev.stockwright.desktop.signin.SignInViewModel.Stage;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignInViewModelTest {
  private final Asked asked = new Asked();
  private final SignInViewModel model = new SignInViewModel(asked, 4, Spoken.english());

  @Test
  void enterAsksWithThePinWhateverItsLength() {
    model.scanned("B-0417");
    type("314");
    assertFalse(model.enter());
    assertEquals(List.of(), asked.lines());
    type("15926");
    assertTrue(model.enter());
    assertEquals(List.of("badge B-0417 31415926"), asked.lines());
    assertTrue(model.asking().get());
    type("9");
    model.enter();
    assertEquals(1, asked.lines().size(), "nothing is asked twice");
  }

  @Test
  void aRefusalIsSaidAndThePinCanBeTypedAgain() {
    model.scanned("B-0417");
    type("3141");
    model.enter();
    model.refused("PIN is wrong. Type it again.");
    assertEquals("PIN is wrong. Type it again.", model.message().get());
    assertEquals(0, model.pinTyped().get());
    type("3142");
    model.enter();
    assertEquals(List.of("badge B-0417 3141", "badge B-0417 3142"), asked.lines());
  }

  @Test
  void lockedGoesBackToTheBadgeAndSaysUntilWhen() {
    model.scanned("B-0417");
    type("3141");
    model.enter();
    model.locked("Too many tries. Wait until 10:47 or ask a supervisor.");
    assertEquals(Stage.BADGE, model.stage().get());
    assertTrue(model.locked().get());
    assertEquals("Too many tries. Wait until 10:47 or ask a supervisor.", model.message().get());
  }

  @Test
  void aPinTypedAsFastAsAScannerIsStillAPin() {
    model.scanned("B-0417");
    model.scanned("314159");
    assertEquals(List.of("badge B-0417 314159"), asked.lines());
  }

  @Test
  void digitsWithoutABadgeAskNothing() {
    type("3141");
    model.enter();
    assertEquals(List.of(), asked.lines());
  }

  @Test
  void anotherBadgeBeginsAnew() {
    model.scanned("B-0417");
    type("31");
    model.scanned("B-0500");
    assertEquals(0, model.pinTyped().get());
    type("2718");
    model.enter();
    assertEquals(List.of("badge B-0500 2718"), asked.lines());
  }

  @Test
  void userAndPasswordAreBothNeeded() {
    model.usePassword();
    model.user().set("ines.ferrer");
    assertFalse(model.submit());
    assertEquals("Type user and password, then press Enter.", model.message().get());
    model.password().set("secret");
    assertTrue(model.submit());
    assertEquals(List.of("password ines.ferrer secret"), asked.lines());
    model.refused("User or password is wrong.");
    assertEquals("", model.password().get());
    assertEquals("ines.ferrer", model.user().get());
  }

  private void type(String digits) {
    digits.chars().forEach(c -> model.typed((char) c));
  }
}
