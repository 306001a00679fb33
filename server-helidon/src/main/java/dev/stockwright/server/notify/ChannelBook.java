package dev.stockwright.server.notify;

import static dev.stockwright.db.tables.Tables.CHANNEL;
import static dev.stockwright.db.tables.Tables.MESSAGE;
import static dev.stockwright.db.tables.Tables.WAREHOUSE;

import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.protocol.DocumentRefusal;
import dev.stockwright.protocol.MasterRefusal;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.protocol.SystemCommand;
import dev.stockwright.server.work.Work;
import dev.stockwright.vocabulary.Reference;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.URISyntaxException;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Record;

/// The channels and messages, for one command at work.
public final class ChannelBook {
  private static final int SECRET_AT_LEAST = 16;

  private final Work work;

  public ChannelBook(Work work) {
    this.work = work;
  }

  /// Sets a channel up or changes it; a refusal when it cannot be.
  public Optional<Refusal> set(SystemCommand.SetChannel command) {
    Optional<Record> found = row(command.name());
    Optional<Refusal> wrong =
        wrongAddress(command)
            .or(() -> wrongVersion(command, found))
            .or(() -> wrongSecret(command, found));
    if (wrong.isPresent()) {
      return wrong;
    }
    int warehouse = 0;
    if (command.warehouse().isPresent()) {
      Optional<Integer> id =
          work.sql()
              .select(WAREHOUSE.ID)
              .from(WAREHOUSE)
              .where(WAREHOUSE.CODE.eq(command.warehouse().get().code()))
              .fetchOptional(WAREHOUSE.ID);
      if (id.isEmpty()) {
        return Optional.of(new Refusal.UnknownWarehouse(command.warehouse().get()));
      }
      warehouse = id.get();
    }
    return write(command, warehouse, found)
        ? Optional.empty()
        : refuse("version", "that of the channel which somebody has just made", "none");
  }

  private boolean write(SystemCommand.SetChannel command, int warehouse, Optional<Record> found) {
    SystemCommand.Timing timing = command.timing().orElseGet(SystemCommand.Timing::always);
    short severity =
        switch (timing.severity().orElse("notice")) {
          case "critical" -> 1;
          case "warning" -> 2;
          default -> 3;
        };
    var row = work.sql().newRecord(CHANNEL);
    row.setMedium(command.medium());
    row.setAddress(command.address().strip());
    row.setSecret(command.secret().orElse(found.map(old -> old.get(CHANNEL.SECRET)).orElse("")));
    row.setWarehouseId(warehouse);
    row.setKinds(timing.alertKinds().toArray(String[]::new));
    row.setSeverity(severity);
    row.setQuietFrom(timing.quietFrom().map(LocalTime::parse).orElse(null));
    row.setQuietUntil(timing.quietUntil().map(LocalTime::parse).orElse(null));
    row.setTimeZone(timing.timeZone().orElse("UTC"));
    row.setDigestMinutes(timing.digestMinutes());
    row.setPaused(command.paused());
    row.setDropped(false);
    row.setVersion(found.map(old -> old.get(CHANNEL.VERSION)).orElse(0L) + 1);
    row.setChangedAt(work.at());
    row.setChangedBy(work.author().code());
    if (found.isPresent()) {
      return work.sql()
              .update(CHANNEL)
              .set(row)
              .where(CHANNEL.NAME.eq(command.name().code()))
              .execute()
          == 1;
    }
    row.setName(command.name().code());
    return work.sql().insertInto(CHANNEL).set(row).onConflictDoNothing().execute() == 1;
  }

  private static Optional<Refusal> wrongAddress(SystemCommand.SetChannel command) {
    try {
      switch (command.medium()) {
        case "email" -> InternetAddress.parse(command.address(), true);
        case "slack", "webhook" -> HttpCourier.address(command.address());
        default -> {
          return refuse("medium", "email, slack or webhook", command.medium());
        }
      }
      return Optional.empty();
    } catch (AddressException e) {
      return refuse("address", "e-mail addresses with commas between", command.address());
    } catch (URISyntaxException e) {
      return refuse("address", "an address like https://host/path", command.address());
    }
  }

  private static Optional<Refusal> wrongVersion(
      SystemCommand.SetChannel command, Optional<Record> found) {
    long is = found.filter(row -> !row.get(CHANNEL.DROPPED)).map(Outbox::version).orElse(0L);
    long seen = command.version().orElse(0L);
    if (is == seen) {
      return Optional.empty();
    }
    return is == 0
        ? refuse("version", "none: it is new", Long.toString(seen))
        : Optional.of(
            new MasterRefusal.StaleVersion(DocumentKind.CHANNEL, command.name(), is, seen));
  }

  private static Optional<Refusal> wrongSecret(
      SystemCommand.SetChannel command, Optional<Record> found) {
    if (command.secret().filter(HttpCourier::unfit).isPresent()) {
      return refuse("secret", "Base64 after whsec_, or any text", "something else");
    }
    boolean has =
        command.secret().isPresent()
            || found.filter(row -> !row.get(CHANNEL.SECRET).isEmpty()).isPresent();
    return command.medium().equals("webhook") && !has
        ? refuse("secret", "at least " + SECRET_AT_LEAST + " characters", "none")
        : Optional.empty();
  }

  private static Optional<Refusal> refuse(String what, String expected, String given) {
    return Optional.of(new DocumentRefusal.OutOfRange(what, expected, given));
  }

  /// The channel that is in use under this name.
  Optional<Record> find(Reference name) {
    return row(name).filter(row -> !row.get(CHANNEL.DROPPED));
  }

  private Optional<Record> row(Reference name) {
    return work.sql()
        .selectFrom(CHANNEL)
        .where(CHANNEL.NAME.eq(name.code()))
        .forUpdate()
        .fetchOptional()
        .map(row -> row);
  }

  /// Takes a channel out of use; a refusal when there is none.
  public Optional<Refusal> drop(Reference name) {
    if (find(name).isEmpty()) {
      return unknown(DocumentKind.CHANNEL, name);
    }
    work.sql()
        .update(CHANNEL)
        .set(CHANNEL.DROPPED, true)
        .set(CHANNEL.VERSION, CHANNEL.VERSION.plus(1))
        .set(CHANNEL.CHANGED_AT, work.at())
        .set(CHANNEL.CHANGED_BY, work.author().code())
        .where(CHANNEL.NAME.eq(name.code()))
        .execute();
    return Optional.empty();
  }

  /// Queues a message that says it is a test; a refusal when there is no such channel.
  public Optional<Refusal> tell(Reference name) {
    Optional<Record> found = find(name);
    if (found.isEmpty()) {
      return unknown(DocumentKind.CHANNEL, name);
    }
    Letter letter = Letter.trial(UUID.randomUUID(), name.code(), work.now());
    Outbox.write(work.sql(), Outbox.channel(found.get()), letter, work.now());
    return Optional.empty();
  }

  /// Queues a message again that has failed for good; a refusal when it has not.
  public Optional<Refusal> retry(Reference message) {
    Optional<UUID> id = id(message);
    Optional<String> state =
        id.flatMap(
            known ->
                work.sql()
                    .select(MESSAGE.STATE)
                    .from(MESSAGE)
                    .where(MESSAGE.ID.eq(known))
                    .forUpdate()
                    .fetchOptional(MESSAGE.STATE));
    if (state.isEmpty()) {
      return unknown(DocumentKind.MESSAGE, message);
    }
    if (!state.get().equals("failed")) {
      return Optional.of(
          new DocumentRefusal.WrongState(DocumentKind.MESSAGE, message, state.get(), "failed"));
    }
    work.sql()
        .update(MESSAGE)
        .set(MESSAGE.STATE, "waiting")
        .set(MESSAGE.TRIES, 0)
        .set(MESSAGE.DUE_AT, work.at())
        .setNull(MESSAGE.ENDED_AT)
        .where(MESSAGE.ID.eq(id.orElseThrow()))
        .execute();
    return Optional.empty();
  }

  private static Optional<UUID> id(Reference message) {
    try {
      return Optional.of(UUID.fromString(message.code().toLowerCase(Locale.ROOT)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<Refusal> unknown(DocumentKind kind, Reference number) {
    return Optional.of(new DocumentRefusal.UnknownDocument(kind, number));
  }
}
