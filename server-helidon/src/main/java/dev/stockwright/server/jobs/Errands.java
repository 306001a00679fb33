package dev.stockwright.server.jobs;

import dev.stockwright.db.Database;
import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.Envelope;
import dev.stockwright.server.desk.Desk;
import dev.stockwright.server.desk.Submission;
import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/// Gives commands to the desk in the name of the system itself.
final class Errands {
  /// Who the books name for what nobody asked for.
  static final Operator SYSTEM = Submission.ITSELF;

  static final DeviceId SERVER = Submission.SERVER;
  private static final int WAIT_SECONDS = 60;

  private final Database database;
  private final Desk desk;

  Errands(Database database, Desk desk) {
    this.database = database;
    this.desk = desk;
  }

  /// The same command for every warehouse that is in use and has something to do, one after the
  /// other. Where one is refused or fails, the others get theirs all the same.
  ///
  /// @param where what a warehouse `w` must have, in SQL: a command that has nothing to do would
  ///     stay in the books for ever
  /// @return in how many something changed, in words; empty when in none
  /// @throws IllegalStateException when one failed, with its reason
  String everywhere(String where, Function<WarehouseCode, Command> command)
      throws InterruptedException {
    int changed = 0;
    List<String> wrong = new ArrayList<>();
    List<WarehouseCode> warehouses = warehouses(where);
    for (WarehouseCode warehouse : warehouses) {
      switch (ask(command.apply(warehouse))) {
        case Answer.Accepted accepted ->
            changed += accepted.changes().isEmpty() && accepted.documents().isEmpty() ? 0 : 1;
        case Answer.Refused refused -> wrong.add(warehouse + ": " + refused.message());
        case Answer.Deferred deferred -> wrong.add(warehouse + ": " + deferred.message());
      }
    }
    if (!wrong.isEmpty()) {
      throw new IllegalStateException(String.join("; ", wrong));
    }
    return changed == 0 ? "" : "changed something in " + changed + " of " + warehouses.size();
  }

  /// Asks the desk and waits.
  Answer ask(Command command) throws InterruptedException {
    CommandId id = new CommandId(UUID.randomUUID());
    Envelope envelope =
        new Envelope(
            id, SERVER, 0, Optional.empty(), Optional.empty(), Optional.empty(), false, command);
    try {
      return desk.submit(Submission.of(envelope, SYSTEM)).get(WAIT_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("the desk gave no answer", e);
    }
  }

  /// Those that are in use and have something.
  List<WarehouseCode> warehouses(String where) {
    return database
        .reading()
        .fetch("SELECT w.code FROM warehouse w WHERE w.active AND " + where + " ORDER BY w.code")
        .map(row -> new WarehouseCode(row.get(0, String.class)));
  }
}
