package dev.stockwright.protocol;

import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.InvalidValue;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.WarehouseCode;
import io.avaje.jsonb.Json;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What went wrong on the floor, for a supervisor to see: refused work that somebody refers to
/// them, what they decide about it, and scans that did not belong to the work.
@Json(typeProperty = "kind", naming = Json.Naming.LowerUnderscore)
@Json.SubType(type = ReferralCommand.ReferRefusal.class, name = "refer_refusal")
@Json.SubType(type = ReferralCommand.RecordReferral.class, name = "record_referral")
@Json.SubType(type = ReferralCommand.RejectReferral.class, name = "reject_referral")
@Json.SubType(type = ReferralCommand.NoteMismatch.class, name = "note_mismatch")
public sealed interface ReferralCommand extends WorkCommand {
  /// The longest note or reason, in characters.
  int WORDS_MAX = 500;

  /// Where it happened.
  WarehouseCode warehouse();

  @Override
  default List<WarehouseCode> warehouses() {
    return List.of(warehouse());
  }

  /// Where a command is done, when it can be referred if it is refused. What names no warehouse
  /// moves nothing by itself, and what is told of a referral is not referred again.
  static Optional<WarehouseCode> place(Command command) {
    return switch (command) {
      case ReceiveGoods c -> Optional.of(c.warehouse());
      case MoveStock c -> Optional.of(c.warehouse());
      case AdjustStock c -> Optional.of(c.warehouse());
      case TransferStock c -> Optional.of(c.fromWarehouse());
      case PlaceReservation c -> Optional.empty();
      case ConfirmReservation c -> Optional.empty();
      case ReleaseReservation c -> Optional.empty();
      case UndoCommand c -> Optional.empty();
      case ReferralCommand c -> Optional.empty();
      case WorkCommand c -> c.warehouses().stream().findFirst();
    };
  }

  /// The server has refused this; a supervisor should decide what becomes of it.
  ///
  /// @param refused the id of the refused command; the referral is known by it
  /// @param told the refused command, as it was sent
  /// @param workedBy whose command it was
  /// @param happenedAt when it was done, by the device's clock
  @Json(naming = Json.Naming.LowerUnderscore)
  record ReferRefusal(
      WarehouseCode warehouse,
      CommandId refused,
      String told,
      Operator workedBy,
      Optional<Instant> happenedAt,
      Optional<String> note)
      implements ReferralCommand {
    public ReferRefusal {
      Required.field("warehouse", warehouse);
      Required.field("refused", refused);
      Required.field("told", told);
      Required.field("worked_by", workedBy);
      happenedAt = Required.orEmpty(happenedAt);
      note = Required.orEmpty(note);
      note.ifPresent(words -> sensible("note", words));
    }
  }

  /// It happened: the refused command is recorded although the books say otherwise, under the name
  /// of who did it.
  ///
  /// @param referral the id of the refused command
  @Json(naming = Json.Naming.LowerUnderscore)
  record RecordReferral(WarehouseCode warehouse, CommandId referral) implements ReferralCommand {
    public RecordReferral {
      Required.field("warehouse", warehouse);
      Required.field("referral", referral);
    }
  }

  /// It is not recorded.
  ///
  /// @param referral the id of the refused command
  /// @param reason why, for who did it
  @Json(naming = Json.Naming.LowerUnderscore)
  record RejectReferral(WarehouseCode warehouse, CommandId referral, String reason)
      implements ReferralCommand {
    public RejectReferral {
      Required.field("warehouse", warehouse);
      Required.field("referral", referral);
      Required.field("reason", reason);
      sensible("reason", reason);
    }
  }

  /// Something was scanned that did not belong to the work; nothing was done with it.
  ///
  /// @param activity such as `pick`, `put_away`
  /// @param document the task or order that was worked on
  /// @param mistaken what was wrong: `location`, `product`, `lot`, `unit` or `code`; `unknown` and
  /// `over_receipt` were left for a supervisor, `settled` says that one has seen it
  /// @param expected what should have been scanned; else what was done, or by how many it is over
  /// @param scanned what was
  @Json(naming = Json.Naming.LowerUnderscore)
  record NoteMismatch(
      WarehouseCode warehouse,
      String activity,
      Optional<String> document,
      String mistaken,
      String expected,
      String scanned)
      implements ReferralCommand {
    public NoteMismatch {
      Required.field("warehouse", warehouse);
      Required.field("activity", activity);
      Required.field("mistaken", mistaken);
      Required.field("expected", expected);
      Required.field("scanned", scanned);
      document = Required.orEmpty(document);
      sensible("activity", activity);
      sensible("mistaken", mistaken);
      sensible("expected", expected);
      sensible("scanned", scanned);
      document.ifPresent(number -> sensible("document", number));
    }
  }

  private static void sensible(String field, String words) {
    if (words.isBlank()
        || words.length() > WORDS_MAX
        || words.chars().anyMatch(Character::isISOControl)) {
      throw new InvalidValue(
          "invalid_" + field,
          field + " is not from 1 to " + WORDS_MAX + " characters in one line; change it");
    }
  }
}
