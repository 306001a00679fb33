package dev.stockwright.protocol;

import dev.stockwright.protocol.WireSamples.Sample;
import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Samples of what all activities with documents share, and of tasks.
final class WorkSamples {
  static final WarehouseCode NORTH = new WarehouseCode("NORTH");
  static final CommandId ID = CommandId.of("0192c8f4-7a1e-7cc3-98c4-dc0c0c07398f");
  static final Instant AT = Instant.parse("2026-11-20T10:00:00.123456Z");
  static final Reference TASK = new Reference("T-17");
  static final ReasonCode REASON = new ReasonCode("blocked_aisle");
  static final Operator BEN = new Operator("ben");

  private WorkSamples() {}

  static List<Sample<?>> all() {
    return List.of(
        Sample.command(
            "take_task",
            new TaskCommand.TakeTask(
                NORTH, Optional.empty(), List.of(), Optional.empty(), Optional.empty())),
        Sample.command(
            "take_task.full",
            new TaskCommand.TakeTask(
                NORTH,
                Optional.of(TASK),
                List.of("pick", "count"),
                Optional.of("COLD"),
                Optional.of(new LocationCode("A-01-02")))),
        Sample.command("keep_task", new TaskCommand.KeepTask(NORTH, TASK)),
        Sample.command("skip_task", new TaskCommand.SkipTask(NORTH, TASK, REASON)),
        Sample.command("return_task", new TaskCommand.ReturnTask(NORTH, TASK)),
        Sample.command("hand_over_task", new TaskCommand.HandOverTask(NORTH, TASK, BEN)),
        Sample.command("rank_task", new TaskCommand.RankTask(NORTH, TASK, 10)),
        Sample.command("cancel_task", new TaskCommand.CancelTask(NORTH, TASK, REASON)),
        Sample.answer(
            "accepted.full",
            new Answer.Accepted(
                ID,
                List.of(new Answer.Change(NORTH, new Sku("HM-0500"), 5, 17, 41, 42)),
                List.of(new Answer.Document(DocumentKind.TASK, TASK, "leased")))),
        Sample.event(
            "document_changed",
            new Event.DocumentChanged(
                44, AT, ID, DocumentKind.TASK, TASK, "open", Optional.empty(), List.of())),
        Sample.event(
            "document_changed.full",
            new Event.DocumentChanged(
                45, AT, ID, DocumentKind.TASK, TASK, "leased", Optional.of("ben"), List.of())),
        Sample.refusal(
            "unknown_document", new DocumentRefusal.UnknownDocument(DocumentKind.TASK, TASK)),
        Sample.refusal(
            "document_exists",
            new DocumentRefusal.DocumentExists(DocumentKind.ORDER, new Reference("SO-7001"))),
        Sample.refusal(
            "wrong_state",
            new DocumentRefusal.WrongState(DocumentKind.TASK, TASK, "done", "open or leased")),
        Sample.refusal("mismatch", new DocumentRefusal.Mismatch("location", "A-01", "A-02")),
        Sample.refusal("out_of_range", new DocumentRefusal.OutOfRange("quantity", "0 to 6", "7")),
        Sample.refusal(
            "other_person_needed",
            new DocumentRefusal.OtherPersonNeeded("approve this adjustment", BEN)),
        Sample.refusal("task_taken", new TaskRefusal.TaskTaken(TASK, BEN)),
        Sample.refusal("no_task", new TaskRefusal.NoTask(NORTH)));
  }
}
