package dev.stockwright.protocol;

import dev.stockwright.vocabulary.InvalidValue;
import io.avaje.json.JsonAdapter;
import io.avaje.json.JsonReader;
import io.avaje.json.JsonWriter;
import io.avaje.json.stream.BufferRecycleStrategy;
import io.avaje.jsonb.Jsonb;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Gives a command to the codec of its family. A family's codec knows the fields of all its
/// commands together, so the families are kept apart: none becomes too big for the compiler, and a
/// word may have another type in another activity.
final class CommandAdapter implements JsonAdapter<Command> {
  /// Readers of their own buffers: the one that reads the envelope around is still at work.
  private static final Jsonb INNER =
      Jsonb.builder().bufferRecycling(BufferRecycleStrategy.LOCK_FREE).build();

  /// A family and the wire names of its commands.
  private record Kinds<C extends Command>(Class<C> type, String names) {}

  private static final List<Kinds<?>> FAMILIES =
      List.of(
          new Kinds<>(
              StockCommand.class,
              "receive_goods move_stock adjust_stock transfer_stock place_reservation"
                  + " confirm_reservation release_reservation undo_command"),
          new Kinds<>(
              AdjustmentCommand.class, "propose_adjustment approve_adjustment reject_adjustment"),
          new Kinds<>(
              AlertCommand.class,
              "set_alert_rule remove_alert_rule acknowledge_alert snooze_alert"
                  + " escalate_alert resolve_alert review_alerts"),
          new Kinds<>(
              CatalogCommand.class,
              "save_product save_barcode learn_barcode remove_barcode save_supplier"
                  + " save_customer save_reason save_setting save_kit tell_import"),
          new Kinds<>(
              CountCommand.class,
              "request_count start_count count_from_task count_line count_tags"
                  + " close_bin check_zero finish_count request_recount review_variance"
                  + " cancel_count"),
          new Kinds<>(
              CountPlanCommand.class,
              "schedule_count end_schedule plan_counts compute_classes"
                  + " set_count_class reconcile_day"),
          new Kinds<>(
              MoveCommand.class,
              "move_goods move_handling_unit nest_handling_unit free_handling_unit"),
          new Kinds<>(
              OrderCommand.class,
              "place_order renew_order confirm_order release_order change_order"
                  + " fill_order cancel_order tidy_orders"),
          new Kinds<>(
              PickingCommand.class,
              "release_to_pick cancel_wave pick_stock short_pick skip_pick swap_pick"
                  + " propose_substitute decide_substitute drop_goods put_back_goods"
                  + " review_picks"),
          new Kinds<>(
              PlaceCommand.class,
              "open_warehouse change_warehouse save_zone save_location lock_location"
                  + " unlock_location save_minimum"),
          new Kinds<>(
              PurchaseCommand.class,
              "open_purchase_order change_purchase_order close_purchase_order"
                  + " cancel_purchase_order allow_over_receipt announce_delivery close_asn"),
          new Kinds<>(
              PutAwayCommand.class,
              "open_put_away put_away put_unit_away redirect_put_away direct_put_away"
                  + " review_put_aways"),
          new Kinds<>(
              ReceivingCommand.class,
              "start_receipt receive_line receive_unit take_back_line close_receipt"
                  + " gather_receipt match_receipt receive_return hold_goods release_goods reject_goods"),
          new Kinds<>(
              ReferralCommand.class,
              "refer_refusal record_referral reject_referral note_mismatch"),
          new Kinds<>(
              ReorderCommand.class,
              "set_reorder_rule remove_reorder_rule review_reorder change_proposal"
                  + " approve_proposals reject_proposal"),
          new Kinds<>(ReplenishCommand.class, "set_pick_face review_replenishment replenish"),
          new Kinds<>(
              ShippingCommand.class,
              "pack_goods pack_order close_package open_shipment load_package"
                  + " unload_package ship_goods cancel_shipment unpack_package"),
          new Kinds<>(
              SystemCommand.class, "set_channel drop_channel try_channel retry_message run_job"),
          new Kinds<>(
              TaskCommand.class,
              "take_task keep_task skip_task return_task hand_over_task rank_task"
                  + " cancel_task"),
          new Kinds<>(
              TillCommand.class,
              "post_till_batch retry_till_entries correct_till_entry cover_till_entry"
                  + " dismiss_till_entry"),
          new Kinds<>(
              TransferCommand.class,
              "request_transfer approve_transfer reject_transfer pack_transfer"
                  + " pack_transfer_unit ship_transfer receive_transfer close_transfer"
                  + " cancel_transfer transfer_at_once accept_over set_lead_time"));

  /// What writes the commands of one family.
  private record Family<C extends Command>(Class<C> type, JsonAdapter<C> adapter) {
    static <C extends Command> Family<C> of(Class<C> type, Jsonb jsonb) {
      return new Family<>(type, jsonb.adapter(type));
    }

    boolean writes(JsonWriter writer, Command command) {
      if (!type.isInstance(command)) {
        return false;
      }
      adapter.toJson(writer, type.cast(command));
      return true;
    }
  }

  private final Map<String, JsonAdapter<? extends Command>> byKind = new HashMap<>();
  private final List<Family<?>> families = new ArrayList<>();

  CommandAdapter(Jsonb jsonb) {
    for (Kinds<?> kinds : FAMILIES) {
      Family<?> family = Family.of(kinds.type(), jsonb);
      families.add(family);
      for (String name : kinds.names().split(" ")) {
        byKind.put(name, family.adapter());
      }
    }
  }

  @Override
  public void toJson(JsonWriter writer, Command command) {
    for (Family<?> family : families) {
      if (family.writes(writer, command)) {
        return;
      }
    }
    throw new IllegalArgumentException("no family has " + command.getClass());
  }

  @Override
  public Command fromJson(JsonReader reader) {
    return fromText(reader.readRaw());
  }

  /// The codec has no raw text of a whole message, only of a field.
  Command fromText(String raw) {
    String kind = kind(raw);
    JsonAdapter<? extends Command> family = byKind.get(kind);
    if (family == null) {
      throw new InvalidValue("unknown_kind", "command kind " + kind + " is not known; check it");
    }
    try (JsonReader again = INNER.reader(raw)) {
      return family.fromJson(again);
    }
  }

  static String kind(String raw) {
    try (JsonReader reader = INNER.reader(raw)) {
      reader.beginObject();
      while (reader.hasNextField()) {
        if (reader.nextField().equals("kind")) {
          return reader.readString();
        }
        reader.skipValue();
      }
    }
    throw new InvalidValue("missing_kind", "the command has no kind; add it");
  }
}
