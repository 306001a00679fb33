package dev.stockwright.client;

import dev.stockwright.client.card.Card;
import dev.stockwright.client.card.Icon;
import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.outbox.Added;
import dev.stockwright.client.outbox.Entry;
import dev.stockwright.client.refusals.RefusalWords;
import dev.stockwright.client.sync.SyncStatus;
import dev.stockwright.client.words.CommonPhrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.workflow.Signal;
import dev.stockwright.client.workflow.Step.Said;
import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.vocabulary.CommandId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How the device stands with the server: what is not sent, what was refused. A refused command
/// stays until a person sends it again, insists or gives it up with a reason, or until a supervisor
/// to whom it was sent has decided about it.
///
/// @param chosen the refused command that is looked at
/// @param asking what is asked about it
record SyncPanel(ClientCore client, Optional<CommandId> chosen, Asking asking) implements Panel {
  private static final List<ShiftPhrase> WHY =
      List.of(
          ShiftPhrase.WHY_MISTAKE,
          ShiftPhrase.WHY_DONE_OTHERWISE,
          ShiftPhrase.WHY_NOT_HAPPENED,
          ShiftPhrase.WHY_SUPERVISOR);

  static SyncPanel of(ClientCore client) {
    return new SyncPanel(client, Optional.empty(), Asking.NOTHING);
  }

  /// What is asked about the refused command.
  enum Asking {
    NOTHING,
    /// Why it is given up.
    WHY,
    /// What the supervisor should know.
    NOTE
  }

  @Override
  public Card card() {
    Optional<Entry> entry = entry();
    return entry.isEmpty()
        ? all(client.syncStatus(), client.attention())
        : switch (asking) {
          case NOTHING -> one(entry.get());
          case WHY -> why();
          case NOTE -> note(entry.get());
        };
  }

  @Override
  public boolean asks() {
    return entry().isPresent();
  }

  /// The refused command that was chosen, if it still waits.
  private Optional<Entry> entry() {
    return client.attention().stream()
        .filter(entry -> chosen.filter(entry.envelope().id()::equals).isPresent())
        .filter(entry -> entry.referredAt().isEmpty())
        .findFirst();
  }

  /// All that was refused.
  static Card all(SyncStatus status, List<Entry> refused) {
    List<Card.Row> rows = refused.stream().map(SyncPanel::row).toList();
    int open = (int) refused.stream().filter(entry -> entry.referredAt().isEmpty()).count();
    return Card.of(
            Text.of(ShiftPhrase.SYNC),
            new Card.Prompt(
                Card.Means.TOUCH,
                open == 0
                    ? Text.of(ShiftPhrase.NOTHING_REFUSED)
                    : Text.of(ShiftPhrase.REFUSED, open),
                Optional.of(
                    status.unsent() == 0
                        ? Text.of(ShiftPhrase.ALL_SENT)
                        : Text.of(ShiftPhrase.UNSENT, status.unsent()))))
        .rows(rows)
        .primary(Card.Action.press(Icon.TRANSFER, Text.of(ShiftPhrase.TRY_NOW), Key.AGAIN));
  }

  /// What a supervisor has is only looked at.
  private static Card.Row row(Entry entry) {
    return entry
        .referredAt()
        .map(
            since ->
                new Card.Row(
                    Icon.PERSON,
                    refusal(entry),
                    Optional.of(Text.of(ShiftPhrase.WITH_SUPERVISOR, since)),
                    Optional.empty(),
                    Optional.empty()))
        .orElseGet(
            () ->
                new Card.Row(
                    Icon.WARNING,
                    refusal(entry),
                    Optional.of(when(entry)),
                    Optional.empty(),
                    Optional.of(new Input.Point(entry.envelope().id().toString()))));
  }

  private static Text when(Entry entry) {
    return entry
        .envelope()
        .scan()
        .map(scan -> Text.of(ShiftPhrase.REFUSED_ROW, entry.addedAt(), scan))
        .orElseGet(() -> Text.of(ShiftPhrase.REFUSED_ROW_NO_SCAN, entry.addedAt()));
  }

  private static Text refusal(Entry entry) {
    return entry.answer().orElse(null) instanceof Answer.Refused refused
        ? refusal(refused.refusal(), refused.message())
        : Text.of(CommonPhrase.AS_IS, entry.refusalSentence());
  }

  /// What is refused in words that no catalogue has stands as the server has said it.
  private static Text refusal(Refusal refusal, String message) {
    return refusal instanceof Refusal.Malformed
        ? Text.of(CommonPhrase.AS_IS, message)
        : RefusalWords.of(refusal);
  }

  /// The ways out of a refusal.
  static Card one(Entry entry) {
    List<Card.Action> answers = new ArrayList<>();
    answers.add(Card.Action.press(Icon.TRANSFER, Text.of(ShiftPhrase.SEND_AGAIN), Key.AGAIN));
    if (Referring.possible(entry)) {
      answers.add(
          new Card.Action(
              Icon.PERSON,
              Text.of(ShiftPhrase.REFER),
              Optional.of(Text.of(ShiftPhrase.REFER_DETAIL)),
              new Input.Press(Key.REFER),
              false));
    }
    answers.add(
        new Card.Action(
            Icon.WARNING,
            Text.of(ShiftPhrase.INSIST),
            Optional.empty(),
            new Input.Press(Key.INSIST),
            true));
    answers.add(
        new Card.Action(
            Icon.CLOSE,
            Text.of(ShiftPhrase.DISCARD),
            Optional.of(Text.of(ShiftPhrase.DISCARD_DETAIL)),
            new Input.Press(Key.DISCARD),
            false));
    return Card.of(
            Text.of(ShiftPhrase.SYNC),
            new Card.Prompt(Card.Means.DECIDE, Text.of(ShiftPhrase.WHAT_NOW), Optional.empty()))
        .question(
            Optional.of(
                new Card.Question(
                    refusal(entry), when(entry), answers, Text.of(ShiftPhrase.OR_SCAN_ON))));
  }

  /// What goes to the supervisor with it.
  static Card note(Entry entry) {
    return Card.of(
            Text.of(ShiftPhrase.SYNC),
            new Card.Prompt(
                Card.Means.TOUCH, Text.of(ShiftPhrase.REFER_NOTE), Optional.of(refusal(entry))))
        .more(
            List.of(
                new Card.Action(
                    Icon.KEYPAD,
                    Text.of(ShiftPhrase.REFER_WRITE),
                    Optional.empty(),
                    new Input.Typed(""),
                    false)))
        .primary(Card.Action.press(Icon.PERSON, Text.of(ShiftPhrase.REFER_SEND), Key.OK));
  }

  /// Why it is given up.
  static Card why() {
    return Card.of(
            Text.of(ShiftPhrase.SYNC),
            new Card.Prompt(Card.Means.TOUCH, Text.of(ShiftPhrase.WHY_DISCARD), Optional.empty()))
        .rows(
            WHY.stream()
                .map(
                    why ->
                        new Card.Row(
                            Icon.CLOSE,
                            Text.of(why),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of(new Input.Because(why.name()))))
                .toList());
  }

  @Override
  public After give(Input input) {
    return switch (input) {
      case Input.Point(String id) ->
          After.open(new SyncPanel(client, Optional.of(CommandId.of(id)), Asking.NOTHING));
      case Input.Because(String why) when chosen.isPresent() -> discarded(chosen.get(), why);
      case Input.Press(var key) when chosen.isEmpty() && key == Key.AGAIN -> tried();
      case Input.Press(var key) when asking == Asking.NOTE && chosen.isPresent() ->
          key == Key.OK ? referred(chosen.get(), Optional.empty()) : After.open(of(client));
      case Input.Typed(String note) when asking == Asking.NOTE && chosen.isPresent() ->
          note.isBlank() ? After.open(this) : referred(chosen.get(), Optional.of(note));
      case Input.Press(var key) when chosen.isPresent() -> answered(chosen.get(), key);
      case Input.Press press -> After.closed();
      case Input.Because because -> After.closed();
      case Input.Keyed keyed -> After.open(this);
      case Input.Typed typed -> After.open(this);
    };
  }

  private After tried() {
    client.tryNow();
    return new After(
        Optional.of(this),
        Optional.of(Turn.of(Signal.ACCEPT, Said.of(Text.of(ShiftPhrase.TRYING)))));
  }

  private After answered(CommandId id, Key key) {
    return switch (key) {
      case AGAIN, OK -> again(id, false);
      case INSIST ->
          client.signedIn().filter(person -> person.supervisor()).isPresent()
              ? again(id, true)
              : new After(
                  Optional.of(this),
                  Optional.of(
                      Turn.of(
                          Signal.REJECT,
                          Said.of(
                              Text.of(WorkPhrase.SUPERVISOR_MUST), Text.of(WorkPhrase.CALL_ONE)))));
      case DISCARD -> After.open(new SyncPanel(client, chosen, Asking.WHY));
      case REFER -> After.open(new SyncPanel(client, chosen, Asking.NOTE));
      default -> After.open(of(client));
    };
  }

  private After referred(CommandId id, Optional<String> note) {
    if (entry().filter(Referring::possible).isEmpty()) {
      return After.open(of(client)); // settled or sent meanwhile
    }
    boolean saved = client.refer(id, note) instanceof Added.Saved;
    return new After(
        Optional.of(of(client)),
        Optional.of(
            saved
                ? Turn.of(Signal.ACCEPT, Said.of(Text.of(ShiftPhrase.REFERRED)))
                : Turn.of(Signal.SYSTEM, Said.of(Text.of(DevicePhrase.NOTHING_RECORDED)))));
  }

  private After again(CommandId id, boolean insisted) {
    boolean saved = client.resend(id, insisted) instanceof Added.Saved;
    return new After(
        Optional.of(of(client)),
        Optional.of(
            saved
                ? Turn.of(Signal.ACCEPT, Said.of(Text.of(ShiftPhrase.SENT_AGAIN)))
                : Turn.of(Signal.SYSTEM, Said.of(Text.of(DevicePhrase.NOTHING_RECORDED)))));
  }

  private After discarded(CommandId id, String why) {
    String reason =
        WHY.stream()
            .filter(phrase -> phrase.name().equals(why))
            .findFirst()
            .map(phrase -> client.wording().say(Text.of(phrase)))
            .orElse(why);
    client.discard(id, reason);
    return new After(
        Optional.of(of(client)),
        Optional.of(Turn.of(Signal.ACCEPT, Said.of(Text.of(ShiftPhrase.DISCARDED)))));
  }
}
