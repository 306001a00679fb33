package dev.stockwright.client;

import dev.stockwright.client.store.DeviceStore;
import dev.stockwright.client.store.Note;
import dev.stockwright.client.store.Notes;
import dev.stockwright.protocol.Wire;
import dev.stockwright.vocabulary.CommandId;
import io.avaje.json.JsonException;
import io.avaje.jsonb.JsonType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps where a person is in one activity as notes of the device: a line for the state, and one
/// for each step that can be taken back (the ids of its commands, a tab, the state before it).
final class WorkPlace<S> {
  private static final Logger LOG = LoggerFactory.getLogger(WorkPlace.class);

  private final DeviceStore store;
  private final String name;
  private final JsonType<S> form;

  /// @param name of the activity and whose it is, such as `work/NORTH/moving`
  /// @param type of the state
  WorkPlace(DeviceStore store, String name, Class<S> type) {
    this.store = store;
    this.name = name;
    this.form = Wire.full().type(type);
  }

  /// What is to be written for these.
  List<Note> notes(Whereabouts<S> at) {
    StringJoiner lines = new StringJoiner("\n");
    for (Whereabouts.Recorded<S> step : at.steps()) {
      StringJoiner ids = new StringJoiner(" ");
      step.commands().forEach(id -> ids.add(id.toString()));
      lines.add(ids + "\t" + form.toJson(step.before()));
    }
    return List.of(
        new Note(name + "/state", form.toJson(at.state())),
        new Note(name + "/steps", lines.toString()));
  }

  /// Writes them; durable when it returns.
  void keep(Whereabouts<S> at) {
    boolean kept =
        store.write(
            connection -> {
              for (Note note : notes(at)) {
                Notes.put(connection, note);
              }
              return true;
            });
    assert kept;
  }

  /// Where the person was; absent at the first time, and when an app of another version wrote it in
  /// a way that this one cannot read (what was recorded is in the outbox all the same).
  Optional<Whereabouts<S>> resume() {
    Optional<String> state = note("/state");
    if (state.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Whereabouts<>(
              form.fromJson(state.get()),
              note("/steps")
                  .orElse("")
                  .lines()
                  .filter(line -> !line.isEmpty())
                  .map(this::step)
                  .toList()));
    } catch (JsonException | IllegalArgumentException | IllegalStateException unreadable) {
      LOG.warn("{} cannot be read, beginning anew", name, unreadable);
      return Optional.empty();
    }
  }

  private Whereabouts.Recorded<S> step(String line) {
    int tab = line.indexOf('\t');
    List<CommandId> ids = new ArrayList<>();
    int at = 0;
    for (int end = line.indexOf(' '); at < tab; end = line.indexOf(' ', at)) {
      int stop = end < 0 || end > tab ? tab : end;
      ids.add(CommandId.of(line.substring(at, stop)));
      at = stop + 1;
    }
    return new Whereabouts.Recorded<>(ids, form.fromJson(line.substring(tab + 1)));
  }

  private Optional<String> note(String what) {
    return store.read(connection -> Notes.find(connection, name + what));
  }
}
