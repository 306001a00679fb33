package dev.stockwright.client.workflow.signin;

import dev.stockwright.client.card.Card;
import dev.stockwright.client.card.Icon;
import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.words.CommonPhrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.workflow.Step;
import dev.stockwright.client.workflow.Step.Said;
import dev.stockwright.client.workflow.signin.SignInState.Badge;
import dev.stockwright.client.workflow.signin.SignInState.Blocked;
import dev.stockwright.client.workflow.signin.SignInState.Complete;
import dev.stockwright.client.workflow.signin.SignInState.Covered;
import dev.stockwright.client.workflow.signin.SignInState.Pin;
import dev.stockwright.client.workflow.signin.SignInState.Who;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A badge, then its PIN: one scan and four digits. What else was scanned is no badge and nothing
/// is said about it, since nobody has signed in. The states are drawn in
/// `docs/workflows/sign-in.md`, which a test keeps equal to the table that it runs.
public final class SignInWorkflow {
  /// What was scanned, as far as it matters before anybody has signed in.
  public sealed interface Shown {}

  /// The badge of somebody whom this device knows.
  ///
  /// @param length of their PIN
  public record KnownBadge(String badge, String name, Optional<Integer> length, boolean supervisor)
      implements Shown {}

  /// A text that may be a badge: the server will know.
  public record MaybeBadge(String badge) implements Shown {}

  /// Goods, a place, a document: no badge.
  public record NoBadge() implements Shown {}

  /// What came of badge and PIN.
  public sealed interface Answer {}

  /// They were right.
  public record Right() implements Answer {}

  /// @param left tries; absent: nobody says
  public record Wrong(Optional<Integer> left) implements Answer {}

  public record TooOften(Optional<Instant> until) implements Answer {}

  /// The server is not reached, and this device has not seen the person lately.
  public record NotReached() implements Answer {}

  /// The person may not work in the warehouse of this device.
  public record NotHere() implements Answer {}

  /// Something was scanned.
  public Step<SignInState> seen(SignInState state, Shown shown) {
    return switch (state.phase()) {
      case Badge badge -> badge(state, shown);
      case Pin pin -> badge(state, shown);
      case Blocked blocked -> free(state, blocked, shown);
      case Covered covered -> uncover(state, covered, shown);
      case Complete complete -> mistaken(state, SignInPhrase.ASKING, SignInPhrase.WAIT_A_MOMENT);
    };
  }

  private static Step<SignInState> badge(SignInState state, Shown shown) {
    return switch (shown) {
      case KnownBadge known ->
          new Step.Asked<>(
              state.in(
                  new Pin(new Who(known.badge(), Optional.of(known.name()), known.length()), "")),
              Said.of(Text.of(SignInPhrase.HELLO, known.name()), Text.of(SignInPhrase.TYPE_PIN)));
      case MaybeBadge maybe ->
          new Step.Asked<>(
              state.in(new Pin(new Who(maybe.badge(), Optional.empty(), Optional.empty()), "")),
              Said.of(Text.of(SignInPhrase.TYPE_PIN)));
      case NoBadge none -> mistaken(state, SignInPhrase.NOT_A_BADGE, SignInPhrase.SCAN_BADGE);
    };
  }

  /// A supervisor's badge frees a blocked one; any other badge begins anew.
  private static Step<SignInState> free(SignInState state, Blocked blocked, Shown shown) {
    if (shown instanceof KnownBadge known && known.supervisor()) {
      return new Step.Asked<>(
          state.in(new Pin(blocked.who(), "")),
          Said.of(Text.of(SignInPhrase.FREED), Text.of(SignInPhrase.TYPE_PIN)));
    }
    boolean other =
        shown instanceof KnownBadge known && !known.badge().equals(blocked.who().badge())
            || shown instanceof MaybeBadge maybe && !maybe.badge().equals(blocked.who().badge());
    return other
        ? badge(state, shown)
        : mistaken(state, SignInPhrase.BLOCKED, SignInPhrase.ASK_SUPERVISOR);
  }

  private static Step<SignInState> uncover(SignInState state, Covered covered, Shown shown) {
    boolean same =
        shown instanceof KnownBadge known && known.badge().equals(covered.badge())
            || shown instanceof MaybeBadge maybe && maybe.badge().equals(covered.badge());
    return same
        ? new Step.Left<>(state, Said.of(Text.of(SignInPhrase.HELLO, covered.name())))
        : badge(state, shown);
  }

  /// Something was pressed or typed: digits come one by one.
  public Step<SignInState> given(SignInState state, Input input) {
    if (!(state.phase() instanceof Pin pin)) {
      return mistaken(state, SignInPhrase.NOTHING_TYPED, SignInPhrase.SCAN_BADGE);
    }
    return switch (input) {
      case Input.Typed typed -> typed(state, pin, typed.text());
      case Input.Press(Key key) -> pressed(state, pin, key);
      case Input.Keyed keyed -> typed(state, pin, Long.toString(keyed.units()));
      case Input.Point point -> mistaken(state, SignInPhrase.NOTHING_TYPED, SignInPhrase.TYPE_PIN);
      case Input.Because because ->
          mistaken(state, SignInPhrase.NOTHING_TYPED, SignInPhrase.TYPE_PIN);
    };
  }

  private static Step<SignInState> typed(SignInState state, Pin pin, String text) {
    String digits = pin.digits() + text;
    if (!text.chars().allMatch(c -> c >= '0' && c <= '9') || digits.length() > pin.whole()) {
      return mistaken(state, SignInPhrase.NOTHING_TYPED, SignInPhrase.TYPE_PIN);
    }
    if (digits.length() == pin.whole()) {
      return complete(state, pin.who(), digits);
    }
    return new Step.Asked<>(
        state.in(new Pin(pin.who(), digits)), Said.of(Text.of(SignInPhrase.TYPE_PIN)));
  }

  private static Step<SignInState> complete(SignInState state, Who who, String digits) {
    return new Step.Asked<>(
        state.in(new Complete(who, digits)), Said.of(Text.of(SignInPhrase.ASKING)));
  }

  private static Step<SignInState> pressed(SignInState state, Pin pin, Key key) {
    if (key == Key.OK || key == Key.DONE) {
      return pin.digits().length() < SignInState.PIN_LEAST
          ? mistaken(state, SignInPhrase.NOTHING_TYPED, SignInPhrase.TYPE_PIN)
          : complete(state, pin.who(), pin.digits());
    }
    if (key == Key.DISCARD || key == Key.BACK && !pin.digits().isEmpty()) {
      return new Step.Asked<>(
          state.in(new Pin(pin.who(), "")),
          Said.of(Text.of(SignInPhrase.CLEARED), Text.of(SignInPhrase.TYPE_PIN)));
    }
    return key == Key.BACK
        ? new Step.Asked<>(SignInState.start(), Said.of(Text.of(SignInPhrase.SCAN_BADGE)))
        : mistaken(state, SignInPhrase.NOTHING_TYPED, SignInPhrase.TYPE_PIN);
  }

  /// What came of a complete badge and PIN.
  public Step<SignInState> answered(SignInState state, Answer answer) {
    if (!(state.phase() instanceof Complete complete)) {
      return mistaken(state, SignInPhrase.NOTHING_TYPED, SignInPhrase.SCAN_BADGE);
    }
    SignInState again = state.in(new Pin(complete.who(), ""));
    return switch (answer) {
      case Right right -> new Step.Left<>(SignInState.start(), Said.of(Text.of(SignInPhrase.KEPT)));
      case Wrong wrong ->
          mistaken(
              again,
              Said.of(
                  Text.of(SignInPhrase.WRONG_PIN),
                  wrong
                      .left()
                      .map(left -> Text.of(SignInPhrase.TRIES_LEFT, left))
                      .orElseGet(() -> Text.of(SignInPhrase.NOT_KNOWN))));
      case TooOften often ->
          mistaken(
              state.in(new Blocked(complete.who(), often.until())),
              Said.of(
                  often
                      .until()
                      .map(until -> Text.of(SignInPhrase.BLOCKED_UNTIL, until))
                      .orElseGet(() -> Text.of(SignInPhrase.BLOCKED)),
                  Text.of(SignInPhrase.ASK_SUPERVISOR)));
      case NotReached unreached ->
          mistaken(
              SignInState.start(),
              Said.of(Text.of(SignInPhrase.NOT_REACHED), Text.of(SignInPhrase.NEEDS_NETWORK_ONCE)));
      case NotHere elsewhere ->
          mistaken(
              SignInState.start(),
              Said.of(
                  Text.of(SignInPhrase.MAY_NOT_WORK_HERE), Text.of(SignInPhrase.ASK_FOR_RIGHT)));
    };
  }

  private static Step<SignInState> mistaken(
      SignInState state, SignInPhrase headline, SignInPhrase detail) {
    return mistaken(state, Said.of(Text.of(headline), Text.of(detail)));
  }

  private static Step<SignInState> mistaken(SignInState state, Said said) {
    return new Step.Mistaken<>(state, said);
  }

  /// What the screen shows.
  ///
  /// @param device as people call it
  public Card card(SignInState state, String device) {
    Text title = Text.of(CommonPhrase.AS_IS, device);
    return switch (state.phase()) {
      case Badge badge -> scan(title, SignInPhrase.SCAN_BADGE, SignInPhrase.THEN_PIN);
      case Pin pin ->
          pin(
              title,
              pin,
              pin.who().name().map(name -> Text.of(CommonPhrase.AS_IS, name)),
              SignInPhrase.OTHER_BADGE);
      case Complete complete ->
          Card.of(
              title,
              new Card.Prompt(
                  Card.Means.TOUCH,
                  Text.of(SignInPhrase.ASKING),
                  Optional.of(Text.of(SignInPhrase.WAIT_A_MOMENT))));
      case Blocked blocked -> scan(title, SignInPhrase.BLOCKED, SignInPhrase.ASK_SUPERVISOR);
      case Covered covered ->
          Card.of(
              title,
              new Card.Prompt(
                  Card.Means.SCAN,
                  Text.of(SignInPhrase.SCAN_YOUR_BADGE, covered.name()),
                  Optional.of(Text.of(SignInPhrase.COVERED))));
    };
  }

  /// The server has ended the session of somebody who works on: their PIN is asked over the work.
  public Card again(SignInState state, String device) {
    return state.phase() instanceof Pin pin
        ? pin(
            Text.of(CommonPhrase.AS_IS, device),
            pin,
            Optional.of(Text.of(SignInPhrase.OR_WORK_ON)),
            SignInPhrase.LATER)
        : card(state, device);
  }

  private static Card scan(Text title, SignInPhrase instruction, SignInPhrase detail) {
    return Card.of(
        title,
        new Card.Prompt(Card.Means.SCAN, Text.of(instruction), Optional.of(Text.of(detail))));
  }

  private static Card pin(Text title, Pin pin, Optional<Text> detail, SignInPhrase away) {
    Card card =
        Card.of(title, new Card.Prompt(Card.Means.PIN, Text.of(SignInPhrase.TYPE_PIN), detail))
            .progress(
                new Card.Progress(
                    pin.digits().length(),
                    pin.who().length().orElse(SignInState.PIN_LEAST),
                    Text.of(SignInPhrase.TITLE)))
            .more(List.of(Card.Action.press(Icon.PERSON, Text.of(away), Key.BACK)));
    boolean enough = pin.digits().length() >= SignInState.PIN_LEAST;
    return enough
        ? card.primary(Card.Action.press(Icon.DONE, Text.of(SignInPhrase.SIGN_IN), Key.OK))
        : card;
  }
}
