package dev.stockwright.client.outbox;

import dev.stockwright.client.store.Note;
import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.Envelope;
import dev.stockwright.protocol.ReferralCommand;
import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.DeviceId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The commands of this device in their order. Safe for many threads. What throws throws
/// [dev.stockwright.client.store.StoreFailure], and then nothing was changed.
public interface Outbox {
  /// How many settled commands are remembered.
  int HISTORY = 200;

  /// The name under which the envelopes are sent.
  DeviceId sender();

  /// Gives the command its id and the device's next number and keeps it; returns when that is
  /// durable.
  Added add(Command command, Origin origin);

  /// Does so for the commands of one step, in their order, and keeps notes with them, such as where
  /// the person is after it: all of it or nothing.
  ///
  /// @param commands 1 or more
  /// @param notes made when the commands have their ids
  Added add(List<Command> commands, Origin origin, Function<List<CommandId>, List<Note>> notes);

  /// The oldest commands without an answer, in order, at most `limit`.
  List<Envelope> pending(int limit);

  /// All commands still held from number `sequence` on, answered or not, in order, at most `limit`:
  /// for a server that asks for them again.
  List<Envelope> from(long sequence, int limit);

  /// Files the server's answers: accepted and refused are final, deferred changes nothing. An
  /// answer that was filed before, or belongs to nothing here, changes nothing. Returns how many
  /// were final and new.
  int settle(List<Answer> answers);

  /// The commands without an answer, except those that go along in the background.
  int pendingCount();

  /// The refused commands that need somebody here; a supervisor has the others.
  int attentionCount();

  /// The newest commands first, settled or not, at most `limit`: "what happened to my last 20
  /// actions".
  List<Entry> newest(int limit);

  /// The refused commands that wait for a person, oldest first, those a supervisor has as well.
  List<Entry> attention();

  Optional<Entry> find(CommandId id);

  /// Gives a refused command again under a new id and number; the old one leaves the list. Both
  /// happen or none.
  Added resend(CommandId refused, Origin origin);

  /// Gives a refused command up. False when it is not in the list.
  boolean discard(CommandId refused, String reason);

  /// Sends a refused command to a supervisor; it stays in the list until that is settled. Both
  /// happen or none.
  Added refer(ReferralCommand.ReferRefusal referral, Origin origin);

  /// A supervisor has recorded a command that was referred. False when it is not in the list.
  boolean recorded(CommandId refused, String as);

  void listen(OutboxListener listener);

  void forget(OutboxListener listener);
}
