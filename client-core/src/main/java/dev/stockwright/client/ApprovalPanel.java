package dev.stockwright.client;

import dev.stockwright.client.card.Card;
import dev.stockwright.client.card.Icon;
import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.sync.Credentials;
import dev.stockwright.client.sync.PinProof;
import dev.stockwright.client.words.CommonPhrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.workflow.Sighting;
import dev.stockwright.client.workflow.Signal;
import dev.stockwright.client.workflow.Step.Said;
import dev.stockwright.client.workflow.signin.SignInState;
import dev.stockwright.vocabulary.CommandBarcode;
import dev.stockwright.vocabulary.Identified;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// A supervisor's badge and PIN for one decision, over the work of whoever is signed in. Nothing is
/// recorded while it is open; back leaves the work where it was. It holds a PIN, so it is never
/// written down.
///
/// @param way how it goes on
record ApprovalPanel(Decisions asked, Way way, Phase phase) implements Panel {

  /// How it goes on.
  ///
  /// @param server absent: all is allowed; else why not; takes a while
  /// @param waiting what is said before the server is asked
  /// @param allowed records the step that waited
  record Way(
      BiFunction<Decisions, Complete, Optional<Said>> server,
      Consumer<Turn> waiting,
      Supplier<Turn> allowed) {}

  /// What is expected next.
  sealed interface Phase {}

  /// A supervisor's badge.
  record Badge() implements Phase {}

  /// Whose badge it is.
  ///
  /// @param name of the person, where this device knows them
  /// @param length of the PIN, where this device knows it
  /// @param typed it is a user name, typed at a desk
  record Shown(String badge, Optional<String> name, Optional<Integer> length, boolean typed) {
    PinProof proof(String pin) {
      return typed ? new PinProof.User(badge, pin) : new Credentials.Badge(badge, pin);
    }

    /// What a screen may show of it.
    Optional<String> shown() {
      return typed ? Optional.of(badge) : name;
    }
  }

  /// The PIN of a badge.
  record Pin(Shown who, String digits) implements Phase {
    int whole() {
      return who.length().orElse(SignInState.PIN_MOST);
    }

    @Override
    public String toString() {
      return "Pin[]";
    }
  }

  /// Badge and PIN are there: the server is asked.
  record Complete(Shown who, String pin) {
    @Override
    public String toString() {
      return "Complete[]";
    }
  }

  static ApprovalPanel of(Decisions asked, Way way) {
    return new ApprovalPanel(asked, way, new Badge());
  }

  private ApprovalPanel in(Phase next) {
    return new ApprovalPanel(asked, way, next);
  }

  /// What was scanned while it is open; a card of the command sheet is back or OK, as at the door.
  ///
  /// @param person whose badge it is, where this device knows them
  /// @param seen what else this device knows of it; unknown texts may be a badge: the server knows
  After seen(Identified read, Optional<KnownPerson> person, Sighting seen) {
    Optional<CommandBarcode> card =
        read instanceof Identified.PlainCode(String code)
            ? CommandBarcode.of(code.strip())
            : Optional.empty();
    if (card.isPresent()) {
      return give(new Input.Press(card.get() == CommandBarcode.BACK ? Key.BACK : Key.OK));
    }
    boolean maybe = person.isPresent() || seen instanceof Sighting.Unknown;
    if (!(read instanceof Identified.PlainCode(String text)) || !maybe) {
      return no(this, Text.of(ApprovalPhrase.NOT_A_BADGE), ApprovalPhrase.SCAN_BADGE);
    }
    return person
        .map(known -> shown(known, text.strip()))
        .orElseGet(() -> shown(new Shown(text.strip(), Optional.empty(), Optional.empty(), false)));
  }

  /// A badge of somebody whom this device knows.
  After shown(KnownPerson person, String badge) {
    if (!person.supervisor()) {
      return no(
          this,
          Text.of(ApprovalPhrase.NOT_A_SUPERVISOR, person.name()),
          ApprovalPhrase.SCAN_BADGE_DETAIL);
    }
    return shown(
        new Shown(badge, Optional.of(person.name()), Optional.of(person.pinLength()), false));
  }

  /// A user name that was typed at a desk.
  After named(String user) {
    return phase instanceof Badge && !user.isBlank()
        ? shown(new Shown(user.strip(), Optional.empty(), Optional.empty(), true))
        : new After(Optional.of(this), Optional.of(Turn.of(Signal.REJECT, expects())));
  }

  /// A PIN that was typed whole at a desk: the server is asked.
  After whole(String digits) {
    boolean fits =
        digits.length() >= SignInState.PIN_LEAST
            && digits.length() <= SignInState.PIN_MOST
            && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    return phase instanceof Pin pin && fits
        ? ask(new Complete(pin.who(), digits))
        : new After(Optional.of(this), Optional.of(Turn.of(Signal.REJECT, expects())));
  }

  /// What is waited for, as it is said when something else comes.
  Said expects() {
    return switch (phase) {
      case Badge badge -> wanted();
      case Pin pin -> Said.of(Text.of(ApprovalPhrase.TYPE_PIN), Text.of(ApprovalPhrase.TO_ALLOW));
    };
  }

  private After shown(Shown who) {
    return yes(in(new Pin(who, "")), ApprovalPhrase.TYPE_PIN);
  }

  @Override
  public After give(Input input) {
    if (input instanceof Input.Press(Key key) && leaves(key)) {
      return new After(
          Optional.empty(),
          Optional.of(
              Turn.of(
                  Signal.ACCEPT,
                  said(Text.of(ApprovalPhrase.NOTHING_RECORDED), ApprovalPhrase.WORK_ON))));
    }
    if (!(phase instanceof Pin pin)) {
      return no(this, Text.of(ApprovalPhrase.SCAN_BADGE), ApprovalPhrase.SCAN_BADGE_DETAIL);
    }
    return switch (input) {
      case Input.Typed(String text) -> typed(pin, text);
      case Input.Keyed(long units) -> typed(pin, Long.toString(units));
      case Input.Press(Key key) -> pressed(pin, key);
      case Input.Point point -> digitsOnly(pin);
      case Input.Because because -> digitsOnly(pin);
    };
  }

  /// Back first clears what was typed, then leaves the badge, then the question.
  private boolean leaves(Key key) {
    return !(phase instanceof Pin) && (key == Key.BACK || key == Key.DISCARD);
  }

  private After pressed(Pin pin, Key key) {
    if (key == Key.OK || key == Key.DONE) {
      return pin.digits().length() < SignInState.PIN_LEAST
          ? digitsOnly(pin)
          : ask(new Complete(pin.who(), pin.digits()));
    }
    if (key == Key.DISCARD || key == Key.BACK && !pin.digits().isEmpty()) {
      return yes(in(new Pin(pin.who(), "")), ApprovalPhrase.CLEARED);
    }
    return key == Key.BACK ? yes(in(new Badge()), ApprovalPhrase.SCAN_BADGE) : digitsOnly(pin);
  }

  private After typed(Pin pin, String text) {
    String digits = pin.digits() + text;
    if (!text.chars().allMatch(c -> c >= '0' && c <= '9') || digits.length() > pin.whole()) {
      return digitsOnly(pin);
    }
    return digits.length() == pin.whole()
        ? ask(new Complete(pin.who(), digits))
        : yes(in(new Pin(pin.who(), digits)), ApprovalPhrase.TYPE_PIN);
  }

  private After digitsOnly(Pin pin) {
    return no(in(pin), Text.of(ApprovalPhrase.DIGITS_ONLY), ApprovalPhrase.TYPE_PIN);
  }

  /// When the server does not allow it, badge and question stay, so that it can be tried again.
  private After ask(Complete complete) {
    way.waiting()
        .accept(
            Turn.of(
                Signal.ACCEPT, said(Text.of(ApprovalPhrase.ASKING), ApprovalPhrase.WAIT_A_MOMENT)));
    return way.server()
        .apply(asked, complete)
        .map(
            why ->
                new After(
                    Optional.of(in(new Pin(complete.who(), ""))),
                    Optional.of(Turn.of(Signal.REJECT, why))))
        .orElseGet(() -> new After(Optional.empty(), Optional.of(way.allowed().get())));
  }

  @Override
  public boolean asks() {
    return true;
  }

  @Override
  public Card card() {
    return switch (phase) {
      case Badge badge ->
          card(Card.Means.SCAN, ApprovalPhrase.SCAN_BADGE, Optional.of(allowed()))
              .more(List.of(back(ApprovalPhrase.GO_BACK)));
      case Pin pin -> pinCard(pin);
    };
  }

  private static Text allowed() {
    return Text.of(ApprovalPhrase.SCAN_BADGE_DETAIL);
  }

  private static Card card(Card.Means means, ApprovalPhrase instruction, Optional<Text> detail) {
    return Card.of(
        Text.of(ApprovalPhrase.TITLE), new Card.Prompt(means, Text.of(instruction), detail));
  }

  private static Card.Action back(ApprovalPhrase label) {
    return Card.Action.press(Icon.LEAVE, Text.of(label), Key.BACK);
  }

  private static Card pinCard(Pin pin) {
    Card card =
        card(
                Card.Means.PIN,
                ApprovalPhrase.TYPE_PIN,
                pin.who().name().map(name -> Text.of(CommonPhrase.AS_IS, name)))
            .progress(
                new Card.Progress(
                    pin.digits().length(),
                    pin.who().length().orElse(SignInState.PIN_LEAST),
                    Text.of(ApprovalPhrase.TITLE)))
            .more(List.of(back(ApprovalPhrase.OTHER_BADGE)));
    return pin.digits().length() >= SignInState.PIN_LEAST
        ? card.primary(Card.Action.press(Icon.DONE, Text.of(ApprovalPhrase.ALLOW), Key.OK))
        : card;
  }

  private static After yes(ApprovalPanel next, ApprovalPhrase said) {
    return new After(
        Optional.of(next), Optional.of(Turn.of(Signal.ACCEPT, Said.of(Text.of(said)))));
  }

  private static After no(ApprovalPanel next, Text headline, ApprovalPhrase detail) {
    return new After(
        Optional.of(next), Optional.of(Turn.of(Signal.REJECT, said(headline, detail))));
  }

  /// What is said when a supervisor is wanted.
  static Said wanted() {
    return said(Text.of(ApprovalPhrase.SCAN_BADGE), ApprovalPhrase.SCAN_BADGE_DETAIL);
  }

  static Said said(Text headline, ApprovalPhrase detail) {
    return Said.of(headline, Text.of(detail));
  }
}
