package dev.stockwright.client;

import dev.stockwright.client.card.Card;
import dev.stockwright.client.card.Input;
import dev.stockwright.client.known.WaitingTask;
import dev.stockwright.client.known.Watched;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.workflow.Activity;
import dev.stockwright.client.workflow.Sighting;
import dev.stockwright.protocol.Command;
import dev.stockwright.vocabulary.Identified;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Scan;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// One person at work in one warehouse: the activity that is open, and what follows when it is
/// left. Not safe for threads: its owner guards it.
final class PersonAtWork {
  private static final int ACTIVITIES_IN_ONE_STEP = 3;

  private final ClientCore client;
  private final Activities activities;
  private final Operator person;
  private final Set<Activity> elsewhere;
  private Activity activity;
  private WorkSession<?> session;

  /// Goes on where the person was.
  ///
  /// @param elsewhere activities that have a screen of their own on this device: leaving for them
  /// leads home, and the turn says so
  PersonAtWork(ClientCore client, Activities activities, Operator person, Set<Activity> elsewhere) {
    this.client = client;
    this.activities = activities;
    this.person = person;
    this.elsewhere = Set.copyOf(elsewhere);
    Activity before = LastActivity.of(client.store(), person);
    this.activity = elsewhere.contains(before) ? Activity.HOME : before;
    this.session = activities.open(activity, person);
  }

  Turn scanned(Scan scan) {
    return followed(session.scanned(scan));
  }

  Turn given(Input input) {
    return followed(session.given(input));
  }

  /// What a supervisor is needed for now.
  Optional<Input> allowed() {
    return CardKeys.forSupervisors(card());
  }

  /// What a supervisor has to give before the step that waits is recorded.
  List<Command> wanted() {
    return session.wanted();
  }

  /// A supervisor has given it.
  Turn approved() {
    return followed(session.approved());
  }

  /// Where no supervisor can be asked.
  Turn unasked() {
    return session.unasked();
  }

  /// What this device knows of a thing that was read.
  Sighting known(Identified read) {
    return activities.sightings().of(read);
  }

  /// Where tags are counted now; absent: nowhere.
  Optional<LocationCode> swept() {
    return session.swept();
  }

  /// What is on the screen that others may change.
  Optional<Watched> watched() {
    return session.watched();
  }

  /// Hands in what was seen otherwise than by a scan.
  Turn handed(Sighting sighting) {
    return followed(session.handed(sighting));
  }

  /// The server has refused a command.
  void refused(Command command) {
    session.refused(command);
  }

  /// Opens what comes after an activity that was left, and hands it what was seen.
  private Turn followed(Turn turn) {
    Turn last = turn;
    for (int i = 0; i < ACTIVITIES_IN_ONE_STEP && last.left().isPresent(); i++) {
      Turn.Leaving leaving = last.left().get();
      boolean away = elsewhere.contains(leaving.next());
      at(away ? Activity.HOME : leaving.next());
      if (away || leaving.seen().isEmpty()) {
        return last;
      }
      last = session.handed(leaving.seen().get());
    }
    return last;
  }

  private void at(Activity next) {
    activity = next;
    session = activities.open(next, person);
    LastActivity.keep(client.store(), person, next);
  }

  Operator person() {
    return person;
  }

  /// The warehouse and the device.
  Text place() {
    return Text.of(ShiftPhrase.PLACE_AND_DEVICE, activities.warehouse().code(), client.device());
  }

  Activity activity() {
    return activity;
  }

  Card card() {
    return session.card();
  }

  /// The tasks of the open activity that this person holds.
  Set<Reference> held(WarehouseDesk desk) {
    Optional<Operator> holder = Optional.of(person);
    return desk.work().tasks().stream()
        .filter(task -> task.heldBy().equals(holder) && Activity.ofTask(task.kind()) == activity)
        .map(WaitingTask::number)
        .collect(Collectors.toSet());
  }

  int undoable() {
    return session.undoable();
  }
}
