package dev.stockwright.protocol;

import dev.stockwright.protocol.WireSamples.Sample;
import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.SerialNumber;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Samples of counting.
final class CountSamples {
  private static final WarehouseCode NORTH = new WarehouseCode("NORTH");
  private static final Reference COUNT = new Reference("C-7");
  private static final LocationCode BIN = new LocationCode("A-01-02");
  private static final Sku SKU = new Sku("HM-0500");
  private static final Operator BEN = new Operator("ben");
  private static final ReasonCode REASON = new ReasonCode("count");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

  private CountSamples() {}

  static List<Sample<?>> all() {
    return List.of(counts(), lines(), bins(), plans(), refusals()).stream()
        .flatMap(List::stream)
        .toList();
  }

  private static List<Sample<?>> counts() {
    return List.of(
        Sample.command(
            "request_count",
            new CountCommand.RequestCount(
                NORTH, no(), no(), List.of(), List.of(), no(), no(), no(), no())),
        Sample.command(
            "request_count.full",
            new CountCommand.RequestCount(
                NORTH,
                Optional.of(COUNT),
                Optional.of("exception"),
                List.of(BIN),
                List.of(SKU),
                Optional.of("COLD"),
                Optional.of("A"),
                Optional.of(BEN),
                Optional.of(DAY))),
        Sample.command("start_count", new CountCommand.StartCount(NORTH, COUNT)),
        Sample.command(
            "count_from_task", new CountCommand.CountFromTask(NORTH, new Reference("T-17"))));
  }

  private static List<Sample<?>> lines() {
    return List.of(
        Sample.command(
            "count_line",
            new CountCommand.CountLine(
                NORTH,
                COUNT,
                BIN,
                Optional.of(SKU),
                no(),
                Optional.of(0L),
                no(),
                no(),
                no(),
                no(),
                no(),
                false,
                false)),
        Sample.command(
            "count_line.full",
            new CountCommand.CountLine(
                NORTH,
                COUNT,
                BIN,
                Optional.of(SKU),
                no(),
                Optional.of(1L),
                Optional.of(new LotCode("L-4")),
                Optional.of(new SerialNumber("SN-9")),
                Optional.of(new HandlingUnit("106141411234567897")),
                Optional.of(Condition.DAMAGED),
                Optional.of(81_204L),
                true,
                true)),
        Sample.command(
            "count_line.serial",
            new CountCommand.CountLine(
                NORTH,
                COUNT,
                BIN,
                Optional.of(SKU),
                no(),
                no(),
                no(),
                Optional.of(new SerialNumber("SN-9")),
                no(),
                no(),
                no(),
                false,
                false)),
        Sample.command(
            "count_line.unknown",
            new CountCommand.CountLine(
                NORTH,
                COUNT,
                BIN,
                no(),
                Optional.of("4006381333931"),
                Optional.of(3L),
                no(),
                no(),
                no(),
                no(),
                no(),
                false,
                false)));
  }

  private static List<Sample<?>> bins() {
    return List.of(
        Sample.command(
            "count_tags",
            new CountCommand.CountTags(
                NORTH, COUNT, BIN, List.of("3034257bf468d480000003ea"), no(), false)),
        Sample.command(
            "count_tags.full",
            new CountCommand.CountTags(
                NORTH,
                COUNT,
                BIN,
                List.of("urn:epc:id:sgtin:0614141.812345.6789"),
                Optional.of(81_204L),
                true)),
        Sample.command("close_bin", new CountCommand.CloseBin(NORTH, COUNT, BIN, no(), false)),
        Sample.command(
            "close_bin.full",
            new CountCommand.CloseBin(NORTH, COUNT, BIN, Optional.of(81_204L), true)),
        Sample.command("check_zero", new CountCommand.CheckZero(NORTH, BIN, no(), false)),
        Sample.command(
            "check_zero.full", new CountCommand.CheckZero(NORTH, BIN, Optional.of(81_204L), true)),
        Sample.command("finish_count", new CountCommand.FinishCount(NORTH, COUNT, true)),
        Sample.command(
            "request_recount", new CountCommand.RequestRecount(NORTH, COUNT, List.of(), no())),
        Sample.command(
            "request_recount.full",
            new CountCommand.RequestRecount(NORTH, COUNT, List.of(BIN), Optional.of(BEN))),
        Sample.command(
            "review_variance",
            new CountCommand.ReviewVariance(
                NORTH,
                COUNT,
                List.of(new CountCommand.ReviewVariance.Verdict(3, "reject", no(), no())))),
        Sample.command(
            "review_variance.full",
            new CountCommand.ReviewVariance(
                NORTH,
                COUNT,
                List.of(
                    new CountCommand.ReviewVariance.Verdict(
                        3, "accept", Optional.of(REASON), Optional.of(SKU))))),
        Sample.command("cancel_count", new CountCommand.CancelCount(NORTH, COUNT, REASON)));
  }

  private static List<Sample<?>> plans() {
    return List.of(
        Sample.command(
            "schedule_count",
            new CountPlanCommand.ScheduleCount(
                NORTH, new Reference("WEEKLY"), 7, no(), List.of(), List.of(), no(), no())),
        Sample.command(
            "schedule_count.full",
            new CountPlanCommand.ScheduleCount(
                NORTH,
                new Reference("WEEKLY"),
                7,
                Optional.of(DAY),
                List.of(BIN),
                List.of(SKU),
                Optional.of("COLD"),
                Optional.of("A"))),
        Sample.command(
            "end_schedule", new CountPlanCommand.EndSchedule(NORTH, new Reference("WEEKLY"))),
        Sample.command("plan_counts", new CountPlanCommand.PlanCounts(NORTH)),
        Sample.command("compute_classes", new CountPlanCommand.ComputeClasses(NORTH)),
        Sample.command("set_count_class", new CountPlanCommand.SetCountClass(NORTH, SKU, no())),
        Sample.command(
            "set_count_class.full",
            new CountPlanCommand.SetCountClass(NORTH, SKU, Optional.of("A"))),
        Sample.command("reconcile_day", new CountPlanCommand.ReconcileDay(NORTH, DAY)));
  }

  private static List<Sample<?>> refusals() {
    return List.of(
        Sample.refusal("bin_taken", new CountRefusal.BinTaken(BIN, BEN)),
        Sample.refusal("bin_counted", new CountRefusal.BinCounted(BIN, COUNT)),
        Sample.refusal("bin_not_asked", new CountRefusal.BinNotAsked(BIN, COUNT)),
        Sample.refusal("zero_not_confirmed", new CountRefusal.ZeroNotConfirmed(BIN)),
        Sample.refusal("bin_not_empty", new CountRefusal.BinNotEmpty(BIN)),
        Sample.refusal("bins_left", new CountRefusal.BinsLeft(COUNT, List.of(BIN), 3)),
        Sample.refusal("moved_on", new CountRefusal.MovedOn(COUNT, 3, BIN)));
  }

  private static <T> Optional<T> no() {
    return Optional.empty();
  }
}
