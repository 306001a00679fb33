package dev.stockwright.client;

import dev.stockwright.client.card.Card;
import dev.stockwright.client.card.Icon;
import dev.stockwright.client.card.Input;
import dev.stockwright.client.replica.Catalogue;
import dev.stockwright.client.rfid.HeardTag;
import dev.stockwright.client.rfid.Pass;
import dev.stockwright.client.rfid.TagReader;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.workflow.Sighting;
import dev.stockwright.client.workflow.Signal;
import dev.stockwright.client.workflow.Step.Said;
import dev.stockwright.vocabulary.LocationCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/// The reader of RFID tags in a shift: sweeps the place that is counted, or looks for one item. A
/// sweep ends with its place, so that no tag of one bin is told in the next. Guarded by the shift.
final class Sweeping {
  /// What is pressed to begin and to end a sweep.
  static final String SWEEP = "RFID";

  /// What is pressed to look for an item.
  private static final String LOCATE = "LOCATE";

  private final Catalogue catalogue;
  private Optional<TagReader> reader = Optional.empty();
  private TagNames names;
  private Optional<LocationCode> place = Optional.empty();
  private boolean seeking;
  private boolean lossSaid;

  Sweeping(Catalogue catalogue) {
    this.catalogue = catalogue;
    this.names = new TagNames(catalogue);
  }

  void use(TagReader at) {
    stop();
    reader = Optional.of(at);
  }

  /// A pass is under way.
  boolean on() {
    return place.isPresent() || seeking;
  }

  /// Where a sweep can begin; nowhere without a reader.
  Optional<LocationCode> possible(Optional<LocationCode> here) {
    return here.filter(any -> reader.isPresent());
  }

  /// Begins the sweep of a place, or ends it.
  Turn pressed(LocationCode here) {
    if (place.isPresent()) {
      stop();
      return Turn.of(
          Signal.ACCEPT, Said.of(Text.of(RfidPhrase.STOPPED), Text.of(RfidPhrase.SCAN_ON)));
    }
    begin();
    place = Optional.of(here);
    return Turn.of(
        Signal.ACCEPT,
        Said.of(Text.of(RfidPhrase.READING_AT, here), Text.of(RfidPhrase.WALK_ALONG)));
  }

  /// Tags were heard where nobody counts.
  static Turn notCounting() {
    return Turn.of(
        Signal.REJECT, Said.of(Text.of(RfidPhrase.NOT_COUNTING), Text.of(RfidPhrase.OPEN_A_BIN)));
  }

  /// Looks for one item from now on.
  Optional<Panel> locate(String what) {
    if (reader.isEmpty() || !what.equals(LOCATE)) {
      return Optional.empty();
    }
    begin();
    seeking = true;
    return Optional.of(new LocatePanel());
  }

  private void begin() {
    stop();
    names = new TagNames(catalogue);
    reader.ifPresent(TagReader::begin);
  }

  void stop() {
    if (on()) {
      reader.ifPresent(TagReader::end);
    }
    place = Optional.empty();
    seeking = false;
    lossSaid = false;
  }

  /// Ends with what it was begun for.
  ///
  /// @param here the place whose tags are of use now
  /// @param seeks somebody looks for an item
  void follow(Optional<LocationCode> here, boolean seeks) {
    if (place.isPresent() && !place.equals(here) || seeking && !seeks) {
      stop();
    }
  }

  /// The tags since the last time, when a place is swept.
  List<Sighting.Tag> news() {
    return place.isPresent() ? heard(reader.map(TagReader::news).orElse(List.of())) : List.of();
  }

  private List<Sighting.Tag> heard(List<HeardTag> tags) {
    return tags.stream().map(names::of).toList();
  }

  /// How loud the loudest of the wanted tags is just now.
  OptionalDouble loudest(Predicate<Sighting.Tag> wanted) {
    return reader.map(TagReader::now).orElse(List.of()).stream()
        .filter(tag -> wanted.test(names.of(tag)))
        .mapToDouble(HeardTag::rssiDbm)
        .max();
  }

  /// What is said when the reader was lost, once.
  Optional<Turn> trouble() {
    boolean lost = on() && state().filter(Pass.State.LOST::equals).isPresent();
    boolean fresh = lost && !lossSaid;
    lossSaid = lost;
    return fresh
        ? Optional.of(
            Turn.of(
                Signal.SYSTEM, Said.of(Text.of(RfidPhrase.LOST), Text.of(RfidPhrase.LOST_DETAIL))))
        : Optional.empty();
  }

  private Optional<Pass.State> state() {
    return reader.map(at -> at.pass().state());
  }

  /// What a reader adds to the card of a place that is counted.
  Card onto(Card card) {
    if (reader.isEmpty() || card.question().isPresent()) {
      return card;
    }
    List<Card.Action> more = new ArrayList<>(card.more());
    more.add(
        action(
            place.isPresent() ? Icon.CLOSE : Icon.RFID,
            place.isPresent() ? RfidPhrase.STOP_READING : RfidPhrase.COUNT_BY_RFID,
            SWEEP));
    Card with = locatable(card.more(more));
    return place.isPresent() ? with.hint(Optional.of(hint(reader.get().pass()))) : with;
  }

  /// Offers to look for an item, where there is a reader and room for it.
  Card locatable(Card card) {
    if (reader.isEmpty() || card.more().size() >= Card.CHOICES_MAX) {
      return card;
    }
    List<Card.Action> more = new ArrayList<>(card.more());
    more.add(action(Icon.LOOK_UP, RfidPhrase.LOCATE, LOCATE));
    return card.more(more);
  }

  private static Text hint(Pass pass) {
    return switch (pass.state()) {
      case CONNECTING -> Text.of(RfidPhrase.CONNECTING);
      case LOST -> Text.of(RfidPhrase.LOST_HINT);
      case READING ->
          pass.complete()
              ? Text.of(RfidPhrase.PASS_COMPLETE, pass.tags())
              : Text.of(RfidPhrase.PASS, pass.tags(), pass.perSecond());
    };
  }

  private static Card.Action action(Icon icon, RfidPhrase label, String what) {
    return new Card.Action(icon, Text.of(label), Optional.empty(), new Input.Point(what), false);
  }
}
