package dev.stockwright.protocol;

import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.InvalidValue;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.SerialNumber;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import io.avaje.jsonb.Json;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What people do with a cycle count. A counter says what is there and is never told what should
/// be. Nothing stands still meanwhile: each line is compared with the balance at the event number
/// that the counter's device had when it was scanned.
@Json(typeProperty = "kind", naming = Json.Naming.LowerUnderscore)
@Json.SubType(type = CountCommand.RequestCount.class, name = "request_count")
@Json.SubType(type = CountCommand.StartCount.class, name = "start_count")
@Json.SubType(type = CountCommand.CountFromTask.class, name = "count_from_task")
@Json.SubType(type = CountCommand.CountLine.class, name = "count_line")
@Json.SubType(type = CountCommand.CountTags.class, name = "count_tags")
@Json.SubType(type = CountCommand.CloseBin.class, name = "close_bin")
@Json.SubType(type = CountCommand.CheckZero.class, name = "check_zero")
@Json.SubType(type = CountCommand.FinishCount.class, name = "finish_count")
@Json.SubType(type = CountCommand.RequestRecount.class, name = "request_recount")
@Json.SubType(type = CountCommand.ReviewVariance.class, name = "review_variance")
@Json.SubType(type = CountCommand.CancelCount.class, name = "cancel_count")
public sealed interface CountCommand extends WorkCommand {
  /// Where is counted.
  WarehouseCode warehouse();

  @Override
  default List<WarehouseCode> warehouses() {
    return List.of(warehouse());
  }

  /// Have something counted. What is given is added together: these bins, the bins of a zone, the
  /// bins in which these products or the products of a class lie. Where products or a class are
  /// given, only they are counted; without them everything in the bins is.
  ///
  /// @param number the count's own; a new one when absent
  /// @param trigger why, such as `exception`; `manual` when absent
  /// @param countClass `A`, `B` or `C`
  /// @param assignee who alone may count it
  @Json(naming = Json.Naming.LowerUnderscore)
  record RequestCount(
      WarehouseCode warehouse,
      Optional<Reference> number,
      Optional<String> trigger,
      List<LocationCode> bins,
      List<Sku> skus,
      Optional<String> zone,
      Optional<String> countClass,
      Optional<Operator> assignee,
      Optional<LocalDate> dueOn)
      implements CountCommand {
    public RequestCount {
      Required.field("warehouse", warehouse);
      number = Required.orEmpty(number);
      trigger = Required.orEmpty(trigger);
      bins = Required.orEmpty(bins);
      skus = Required.orEmpty(skus);
      zone = Required.orEmpty(zone);
      countClass = Required.orEmpty(countClass);
      assignee = Required.orEmpty(assignee);
      dueOn = Required.orEmpty(dueOn);
    }
  }

  /// I count along.
  @Json(naming = Json.Naming.LowerUnderscore)
  record StartCount(WarehouseCode warehouse, Reference count) implements CountCommand {
    public StartCount {
      Required.field("warehouse", warehouse);
      Required.field("count", count);
    }
  }

  /// Have the bin of a task counted that came from elsewhere, such as a short pick.
  @Json(naming = Json.Naming.LowerUnderscore)
  record CountFromTask(WarehouseCode warehouse, Reference task) implements CountCommand {
    public CountFromTask {
      Required.field("warehouse", warehouse);
      Required.field("task", task);
    }
  }

  /// So many of this are in the bin; they are added to what was counted of it there before.
  ///
  /// @param sku the product; or `code`
  /// @param code the barcode of goods that nobody knows
  /// @param quantity base units, 0 says that none is there; one when a serial number is given
  /// @param seen the number of the last event that the device knew at the scan; now when absent
  /// @param replace instead of all that this person has counted of it there before
  /// @param together along with the person who counts in this bin already
  @Json(naming = Json.Naming.LowerUnderscore)
  record CountLine(
      WarehouseCode warehouse,
      Reference count,
      LocationCode bin,
      Optional<Sku> sku,
      Optional<String> code,
      Optional<Long> quantity,
      Optional<LotCode> lot,
      Optional<SerialNumber> serial,
      Optional<HandlingUnit> handlingUnit,
      Optional<Condition> condition,
      Optional<Long> seen,
      boolean replace,
      boolean together)
      implements CountCommand {
    private static final int CODE_MAX = 120;

    public CountLine {
      Required.field("warehouse", warehouse);
      Required.field("count", count);
      Required.field("bin", bin);
      sku = Required.orEmpty(sku);
      code = Required.orEmpty(code);
      quantity = Required.orEmpty(quantity);
      lot = Required.orEmpty(lot);
      serial = Required.orEmpty(serial);
      handlingUnit = Required.orEmpty(handlingUnit);
      condition = Required.orEmpty(condition);
      seen = Required.orEmpty(seen);
      if (sku.isPresent() == code.isPresent()
          || code.filter(text -> text.isBlank() || text.length() > CODE_MAX).isPresent()) {
        throw new InvalidValue(
            "invalid_goods", "a counted line names a sku or the code of unknown goods; give one");
      }
      if (serial.isEmpty() && quantity.isEmpty()) {
        throw new InvalidValue("missing_quantity", "quantity is missing; add it");
      }
      long most = serial.isPresent() ? 1 : Quantity.MAX;
      if (quantity.filter(units -> units < 0 || units > most).isPresent()) {
        throw new InvalidValue(
            "invalid_quantity", "quantity " + quantity.get() + " is not from 0 to " + most);
      }
    }
  }

  /// These tags are in the bin. Each counts once, however often it is heard, and once with the
  /// barcode of the same piece.
  ///
  /// @param tags EPC memory in hexadecimal digits, or EPC URIs
  /// @param seen as in [CountLine]
  @Json(naming = Json.Naming.LowerUnderscore)
  record CountTags(
      WarehouseCode warehouse,
      Reference count,
      LocationCode bin,
      @Filled List<String> tags,
      Optional<Long> seen,
      boolean together)
      implements CountCommand {
    /// More tags than this go into several commands.
    public static final int TAGS_MAX = 10_000;

    public CountTags {
      Required.field("warehouse", warehouse);
      Required.field("count", count);
      Required.field("bin", bin);
      tags = Required.orEmpty(tags);
      seen = Required.orEmpty(seen);
      if (tags.isEmpty() || tags.size() > TAGS_MAX) {
        throw new InvalidValue(
            "invalid_tags", tags.size() + " tags are not from 1 to " + TAGS_MAX + "; send parts");
      }
    }
  }

  /// The bin is counted; what was not counted in it is not there.
  ///
  /// @param empty nothing at all is there, I have looked
  /// @param seen as in [CountLine]
  @Json(naming = Json.Naming.LowerUnderscore)
  record CloseBin(
      WarehouseCode warehouse,
      Reference count,
      LocationCode bin,
      Optional<Long> seen,
      boolean empty)
      implements CountCommand {
    public CloseBin {
      Required.field("warehouse", warehouse);
      Required.field("count", count);
      Required.field("bin", bin);
      seen = Required.orEmpty(seen);
    }
  }

  /// Is this bin empty, as it should be after the last pick? A count of one bin in one go; where
  /// something is there, a count is requested.
  @Json(naming = Json.Naming.LowerUnderscore)
  record CheckZero(WarehouseCode warehouse, LocationCode bin, Optional<Long> seen, boolean empty)
      implements CountCommand {
    public CheckZero {
      Required.field("warehouse", warehouse);
      Required.field("bin", bin);
      seen = Required.orEmpty(seen);
    }
  }

  /// The count is done.
  ///
  /// @param partial bins that nobody visited stay uncounted
  @Json(naming = Json.Naming.LowerUnderscore)
  record FinishCount(WarehouseCode warehouse, Reference count, boolean partial)
      implements CountCommand {
    public FinishCount {
      Required.field("warehouse", warehouse);
      Required.field("count", count);
    }
  }

  /// Have bins counted again by somebody who has not counted them yet.
  ///
  /// @param bins those with a variance that waits when empty
  /// @param assignee who alone may do it
  @Json(naming = Json.Naming.LowerUnderscore)
  record RequestRecount(
      WarehouseCode warehouse,
      Reference count,
      List<LocationCode> bins,
      Optional<Operator> assignee)
      implements CountCommand {
    public RequestRecount {
      Required.field("warehouse", warehouse);
      Required.field("count", count);
      bins = Required.orEmpty(bins);
      assignee = Required.orEmpty(assignee);
    }
  }

  /// Decide about variances.
  @Json(naming = Json.Naming.LowerUnderscore)
  record ReviewVariance(WarehouseCode warehouse, Reference count, @Filled List<Verdict> verdicts)
      implements CountCommand {
    /// More than this go into several commands.
    public static final int VERDICTS_MAX = 1_000;

    public ReviewVariance {
      Required.field("warehouse", warehouse);
      Required.field("count", count);
      verdicts = Required.orEmpty(verdicts);
      long different = verdicts.stream().map(Verdict::line).distinct().count();
      if (verdicts.isEmpty() || verdicts.size() > VERDICTS_MAX || different < verdicts.size()) {
        throw new InvalidValue(
            "invalid_verdicts", "give 1 to " + VERDICTS_MAX + " verdicts, each line once");
      }
    }

    /// About one line.
    ///
    /// @param decision `accept`: the books follow the count; `reject`: they stay as they are
    /// @param reason why there was a variance; must be there to accept
    /// @param sku what the goods with an unknown barcode are
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Verdict(
        int line, String decision, Optional<ReasonCode> reason, Optional<Sku> sku) {
      public static final String ACCEPT = "accept";
      public static final String REJECT = "reject";

      public Verdict {
        reason = Required.orEmpty(reason);
        sku = Required.orEmpty(sku);
        Required.field("decision", decision);
        if (!decision.equals(ACCEPT) && !decision.equals(REJECT)) {
          throw new InvalidValue(
              "invalid_decision", "decision " + decision + " is not accept or reject");
        }
        if (decision.equals(ACCEPT) && reason.isEmpty()) {
          throw new InvalidValue("invalid_reason", "to accept a variance needs a reason; give one");
        }
      }

      /// Shall the books follow the count?
      public boolean accepts() {
        return decision.equals(ACCEPT);
      }
    }
  }

  /// It need not be counted any more; what was counted changes nothing.
  @Json(naming = Json.Naming.LowerUnderscore)
  record CancelCount(WarehouseCode warehouse, Reference count, ReasonCode reason)
      implements CountCommand {
    public CancelCount {
      Required.field("warehouse", warehouse);
      Required.field("count", count);
      Required.field("reason", reason);
    }
  }
}
