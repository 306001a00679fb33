package dev.stockwright.mobile.harness;

import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.words.HandheldPhrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.workflow.Scene;
import dev.stockwright.client.workflow.Scenes;
import dev.stockwright.client.workflow.Sighting;
import dev.stockwright.client.workflow.Signal;
import dev.stockwright.client.workflow.Step;
import dev.stockwright.client.workflow.Workflow;
import dev.stockwright.mobile.card.Shown;
import dev.stockwright.mobile.card.Typable;
import dev.stockwright.mobile.look.Band;
import dev.stockwright.mobile.look.LastAction;
import java.util.Map;
import java.util.Optional;

/// Somebody's way through a pure workflow, whose screens are kept by name.
///
/// @param <S> the state of the workflow
final class Walk<S> {
  private final Map<String, Shown> screens;
  private final Workflow<S> workflow;
  private final Scene scene;
  private S state;
  private Optional<Band> band = Optional.empty();
  private Optional<LastAction> last = Optional.empty();

  Walk(Map<String, Shown> screens, Workflow<S> workflow, S start, Scene scene) {
    this.screens = screens;
    this.workflow = workflow;
    this.scene = scene;
    this.state = start;
  }

  Walk<S> scan(Sighting sighting) {
    return after(workflow.seen(state, sighting, scene));
  }

  Walk<S> give(Input input) {
    return after(workflow.given(state, input, scene));
  }

  Walk<S> press(Key key) {
    return give(new Input.Press(key));
  }

  /// Keeps the screen as it is now.
  Walk<S> at(String name) {
    Shown now =
        new Shown(Typable.of(workflow.card(state, scene)), band, last, CardParts.LIVE, 0, true);
    if (screens.put(name, now) != null) {
      throw new IllegalStateException(name + " twice");
    }
    return this;
  }

  private Walk<S> after(Step<S> step) {
    state = step.state();
    band = Optional.of(new Band(signal(step), step.said()));
    if (step instanceof Step.Recorded<S>) {
      last = Optional.of(new LastAction(Text.of(HandheldPhrase.LAST_SENT, Scenes.NOW), true));
    }
    return this;
  }

  private static <S> Signal signal(Step<S> step) {
    return switch (step) {
      case Step.Asked<S> asked -> Signal.ACCEPT;
      case Step.Left<S> left -> Signal.ACCEPT;
      case Step.Mistaken<S> mistaken -> Signal.REJECT;
      case Step.Warned<S> warned -> Signal.REJECT;
      case Step.Undecided<S> open -> Signal.ATTENTION;
      case Step.Recorded<S> recorded -> recorded.complete() ? Signal.DONE : Signal.ACCEPT;
    };
  }
}
