package dev.stockwright.mobile.harness;

import dev.stockwright.client.card.Input;
import dev.stockwright.client.workflow.Scenes;
import dev.stockwright.client.workflow.Signal;
import dev.stockwright.client.workflow.Step;
import dev.stockwright.client.workflow.signin.SignInState;
import dev.stockwright.client.workflow.signin.SignInState.Covered;
import dev.stockwright.client.workflow.signin.SignInWorkflow;
import dev.stockwright.mobile.card.Shown;
import dev.stockwright.mobile.card.Typable;
import dev.stockwright.mobile.look.Band;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The screens of whoever comes in.
final class DoorCards {
  private static final SignInWorkflow WORKFLOW = new SignInWorkflow();
  private static final SignInWorkflow.Shown ANA =
      new SignInWorkflow.KnownBadge("SW-ANA", "Ana Reyes de la Fuente", Optional.of(6), false);

  private DoorCards() {}

  static Map<String, Shown> all() {
    Map<String, Shown> all = new LinkedHashMap<>();
    SignInState start = SignInState.start();
    all.put("door-1-badge", shown(start, Optional.empty()));
    Step<SignInState> not = WORKFLOW.seen(start, new SignInWorkflow.NoBadge());
    all.put("door-2-no-badge", shown(not.state(), Optional.of(not)));
    Step<SignInState> pin = WORKFLOW.seen(start, ANA);
    Step<SignInState> two = digits(pin.state(), "12");
    all.put("door-3-pin", shown(two.state(), Optional.empty()));
    Step<SignInState> full = digits(pin.state(), "123456");
    all.put("door-4-asking", shown(full.state(), Optional.empty()));
    Step<SignInState> wrong =
        WORKFLOW.answered(full.state(), new SignInWorkflow.Wrong(Optional.of(3)));
    all.put("door-5-wrong-pin", shown(wrong.state(), Optional.of(wrong)));
    Step<SignInState> blocked =
        WORKFLOW.answered(
            full.state(), new SignInWorkflow.TooOften(Optional.of(Scenes.NOW.plusSeconds(300))));
    all.put("door-6-blocked", shown(blocked.state(), Optional.of(blocked)));
    SignInState covered = new SignInState(new Covered("SW-ANA", "Ana Reyes de la Fuente"));
    all.put("door-7-covered", shown(covered, Optional.empty()));
    return all;
  }

  private static Step<SignInState> digits(SignInState from, String digits) {
    Step<SignInState> step = WORKFLOW.given(from, new Input.Typed(digits.substring(0, 1)));
    for (int i = 1; i < digits.length(); i++) {
      step = WORKFLOW.given(step.state(), new Input.Typed(digits.substring(i, i + 1)));
    }
    return step;
  }

  private static Shown shown(SignInState state, Optional<Step<SignInState>> said) {
    Optional<Band> band =
        said.map(
            step ->
                new Band(
                    step instanceof Step.Mistaken<SignInState> ? Signal.REJECT : Signal.ACCEPT,
                    step.said()));
    return new Shown(
        Typable.of(WORKFLOW.card(state, "TC-07")),
        band,
        Optional.empty(),
        CardParts.LIVE,
        0,
        state.phase() instanceof SignInState.Pin);
  }
}
