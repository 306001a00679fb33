package dev.stockwright.server.referring;

import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.protocol.ReferralCommand;
import dev.stockwright.protocol.ReferralCommand.NoteMismatch;
import dev.stockwright.protocol.ReferralCommand.RecordReferral;
import dev.stockwright.protocol.ReferralCommand.ReferRefusal;
import dev.stockwright.protocol.ReferralCommand.RejectReferral;
import dev.stockwright.protocol.Wire;
import dev.stockwright.server.desk.Submission;
import dev.stockwright.server.stock.Decision;
import dev.stockwright.server.work.Clerk;
import dev.stockwright.server.work.Work;
import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.InvalidValue;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.WarehouseCode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;

/// Keeps refused work that was referred to a supervisor until it is settled, and notes mismatches.
/// What is recorded is judged by the desk as a command of its own, before the referral is settled
/// in the same transaction (decisions/0028).
public final class ReferralClerk implements Clerk<ReferralCommand> {
  private static final String FIND =
      """
      SELECT r.refused, r.state, r.worked_by FROM referral r JOIN warehouse w ON w.id = r.warehouse_id
       WHERE r.refused = ? AND w.code = ?""";

  private static final String REMEMBERED =
      "SELECT device, sequence, content_hash, answer FROM answered_command WHERE id = ?";

  private static final String REFER =
      """
      INSERT INTO referral (refused, warehouse_id, kind, told, code, sentence, device, worked_by,
                            happened_at, referred_by, referred_at, note)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?::timestamptz, ?, ?::timestamptz, ?)""";

  private static final String SETTLE =
      """
      UPDATE referral SET state = ?, settled_at = ?::timestamptz, settled_by = ?, reason = ?,
                          recorded_as = ?::uuid
       WHERE refused = ?""";

  private static final String NOTE =
      """
      INSERT INTO mismatch (warehouse_id, activity, document, mistaken, expected, scanned, device,
                            noted_by, happened_at, noted_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?::timestamptz, ?::timestamptz)""";

  @Override
  public Decision handle(ReferralCommand command, Work work) {
    return switch (command) {
      case ReferRefusal c -> refer(c, work);
      case RecordReferral c -> settle(c, c.referral(), Settlement.recorded(c.referral()), work);
      case RejectReferral c ->
          settle(c, c.referral(), new Settlement("rejected", c.reason(), Optional.empty()), work);
      case NoteMismatch c -> note(c, work);
    };
  }

  /// What becomes of a referral.
  private record Settlement(String state, String reason, Optional<CommandId> as) {
    static Settlement recorded(CommandId referral) {
      return new Settlement("recorded", "", Optional.of(recordedAs(referral)));
    }
  }

  /// Under which id a referred command is recorded: it follows from the referral, so that the same
  /// work can never be recorded twice.
  static CommandId recordedAs(CommandId referral) {
    byte[] name = ("recorded " + referral).getBytes(StandardCharsets.UTF_8);
    return new CommandId(UUID.nameUUIDFromBytes(name));
  }

  /// Why it cannot be recorded, before the work itself is judged; empty when it can.
  public Optional<Refusal> refusal(RecordReferral command, Work work) {
    return ReferralRules.refusal(
        command.referral(), find(command.warehouse(), command.referral(), work), work.author());
  }

  /// The work that is recorded with the referral, as if it were told now and insisted on, under
  /// the name of who did it; empty when there is no such referral.
  public Optional<Submission> recorded(RecordReferral command, DSLContext sql) {
    return sql
        .fetchOptional(
            "SELECT told, device, worked_by, happened_at FROM referral WHERE refused = ?",
            command.referral().uuid())
        .map(
            row ->
                Submission.again(
                    recordedAs(command.referral()),
                    new DeviceId(text(row, "device")),
                    new Operator(text(row, "worked_by")),
                    moment(row, "happened_at"),
                    Wire.COMMAND.read(text(row, "told"))));
  }

  private static Decision refer(ReferRefusal c, Work work) {
    Optional<Command> told = told(c.told());
    Optional<Record> row = work.sql().fetchOptional(REMEMBERED, c.refused().uuid());
    Optional<ReferralRules.Remembered> remembered =
        row.flatMap(
            found ->
                told.map(
                    command ->
                        new ReferralRules.Remembered(
                            Wire.ANSWER.read(text(found, "answer")), same(found, c, command))));
    boolean known =
        work.sql()
            .fetchOptional("SELECT 1 FROM referral WHERE refused = ?", c.refused().uuid())
            .isPresent();
    Optional<Refusal> refusal = ReferralRules.refusal(c, told, remembered, known);
    if (refusal.isPresent()) {
      return new Decision.Refuse(refusal.get());
    }
    Answer.Refused answer =
        (Answer.Refused) remembered.map(ReferralRules.Remembered::answer).orElseThrow();
    int written =
        work.sql()
            .execute(
                REFER,
                c.refused().uuid(),
                work.warehouseId(c.warehouse()),
                Wire.kind(told.orElseThrow()),
                c.told(),
                code(answer.refusal()),
                answer.message(),
                text(row.orElseThrow(), "device"),
                c.workedBy().code(),
                c.happenedAt().map(Instant::toString).orElse(null),
                work.author().code(),
                work.at().toString(),
                c.note().orElse(""));
    return done(c, c.refused(), "waiting", written);
  }

  /// The stable name of a refusal.
  private static String code(Refusal why) {
    String head = "{\"code\":\"";
    String json = Wire.jsonb().type(Refusal.class).toJson(why);
    return json.substring(head.length(), json.indexOf('"', head.length()));
  }

  private static Optional<Command> told(String text) {
    try {
      return Optional.of(Wire.COMMAND.read(text));
    } catch (InvalidValue unreadable) {
      return Optional.empty();
    }
  }

  /// Nobody has put other words into the mouth of who did it: the content is the one that was
  /// answered, whether it was insisted on or not.
  private static boolean same(Record row, ReferRefusal c, Command told) {
    Submission.Fingerprint kept =
        new Submission.Fingerprint(
            Objects.requireNonNull(row.get("content_hash", byte[].class)));
    long sequence = Objects.requireNonNull(row.get("sequence", Long.class));
    return Submission.isOf(
        kept, new DeviceId(text(row, "device")), sequence, c.workedBy(), told);
  }

  private static Decision settle(
      ReferralCommand c, CommandId referral, Settlement settlement, Work work) {
    Optional<Refusal> refusal =
        ReferralRules.refusal(referral, find(c.warehouse(), referral, work), work.author());
    if (refusal.isPresent()) {
      return new Decision.Refuse(refusal.get());
    }
    int written =
        work.sql()
            .execute(
                SETTLE,
                settlement.state(),
                work.at().toString(),
                work.author().code(),
                settlement.reason(),
                settlement.as().map(CommandId::toString).orElse(null),
                referral.uuid());
    return done(c, referral, settlement.state(), written);
  }

  private static Decision done(ReferralCommand c, CommandId referral, String state, int written) {
    if (written != 1) {
      throw new IllegalStateException(written + " rows for referral " + referral);
    }
    return new Decision.Act(
        List.of(
            Work.note(
                c.warehouse(), DocumentKind.REFERRAL, ReferralRules.number(referral), state)));
  }

  private static Optional<ReferralRules.Referral> find(
      WarehouseCode warehouse, CommandId referral, Work work) {
    return work.sql()
        .fetchOptional(FIND, referral.uuid(), warehouse.code())
        .map(
            row ->
                new ReferralRules.Referral(
                    referral, text(row, "state"), new Operator(text(row, "worked_by"))));
  }

  /// Tells nobody: there may be many, and nobody has to do anything now.
  private static Decision note(NoteMismatch c, Work work) {
    int written =
        work.sql()
            .execute(
                NOTE,
                work.warehouseId(c.warehouse()),
                c.activity(),
                c.document().orElse(""),
                c.mistaken(),
                c.expected(),
                c.scanned(),
                work.device().code(),
                work.author().code(),
                work.by().occurredAt().orElse(work.now()).toString(),
                work.at().toString());
    if (written != 1) {
      throw new IllegalStateException(written + " rows for a mismatch");
    }
    return new Decision.Act(List.of());
  }

  private static String text(Record row, String column) {
    return Objects.requireNonNull(row.get(column, String.class), column);
  }

  private static Optional<Instant> moment(Record row, String column) {
    return Optional.ofNullable(row.get(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
