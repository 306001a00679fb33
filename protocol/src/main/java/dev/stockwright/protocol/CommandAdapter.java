package dev.stockwright.protocol;

import dev.stockwright.vocabulary.InvalidValue;
import io.avaje.json.JsonAdapter;
import io.avaje.json.JsonReader;
import io.avaje.json.JsonWriter;
import io.avaje.json.stream.BufferRecycleStrategy;
import io.avaje.jsonb.Jsonb;
import java.util.HashMap;
import java.util.Map;

/// Gives a command to the codec of its family. A family's codec knows the fields of all its
/// commands together, so the families are kept apart: none becomes too big for the compiler, and a
/// word may have another type in another activity.
final class CommandAdapter implements JsonAdapter<Command> {
  /// Readers of their own buffers: the one that reads the envelope around is still at work.
  private static final Jsonb INNER =
      Jsonb.builder().bufferRecycling(BufferRecycleStrategy.LOCK_FREE).build();

  private final Map<String, JsonAdapter<? extends Command>> byKind = new HashMap<>();
  private final JsonAdapter<StockCommand> stock;
  private final JsonAdapter<AdjustmentCommand> adjustment;
  private final JsonAdapter<AlertCommand> alert;
  private final JsonAdapter<CatalogCommand> catalog;
  private final JsonAdapter<CountCommand> count;
  private final JsonAdapter<CountPlanCommand> countPlan;
  private final JsonAdapter<MoveCommand> move;
  private final JsonAdapter<OrderCommand> order;
  private final JsonAdapter<PickingCommand> picking;
  private final JsonAdapter<PlaceCommand> place;
  private final JsonAdapter<PurchaseCommand> purchase;
  private final JsonAdapter<PutAwayCommand> putAway;
  private final JsonAdapter<ReceivingCommand> receiving;
  private final JsonAdapter<ReorderCommand> reorder;
  private final JsonAdapter<ReplenishCommand> replenish;
  private final JsonAdapter<ShippingCommand> shipping;
  private final JsonAdapter<SystemCommand> system;
  private final JsonAdapter<TaskCommand> task;
  private final JsonAdapter<TillCommand> till;
  private final JsonAdapter<TransferCommand> transfer;

  CommandAdapter(Jsonb jsonb) {
    this.stock =
        family(
            jsonb,
            StockCommand.class,
            "receive_goods move_stock adjust_stock transfer_stock place_reservation"
                + " confirm_reservation release_reservation undo_command");
    this.adjustment =
        family(
            jsonb,
            AdjustmentCommand.class,
            "propose_adjustment approve_adjustment reject_adjustment");
    this.alert =
        family(
            jsonb,
            AlertCommand.class,
            "set_alert_rule remove_alert_rule acknowledge_alert snooze_alert"
                + " escalate_alert resolve_alert review_alerts");
    this.catalog =
        family(
            jsonb,
            CatalogCommand.class,
            "save_product save_barcode learn_barcode remove_barcode save_supplier"
                + " save_customer save_reason save_setting");
    this.count =
        family(
            jsonb,
            CountCommand.class,
            "request_count start_count count_from_task count_line count_tags"
                + " close_bin check_zero finish_count request_recount review_variance"
                + " cancel_count");
    this.countPlan =
        family(
            jsonb,
            CountPlanCommand.class,
            "schedule_count end_schedule plan_counts compute_classes"
                + " set_count_class reconcile_day");
    this.move =
        family(
            jsonb,
            MoveCommand.class,
            "move_goods move_handling_unit nest_handling_unit free_handling_unit");
    this.order =
        family(
            jsonb,
            OrderCommand.class,
            "place_order renew_order confirm_order release_order change_order"
                + " fill_order cancel_order tidy_orders");
    this.picking =
        family(
            jsonb,
            PickingCommand.class,
            "release_to_pick cancel_wave pick_stock short_pick skip_pick swap_pick"
                + " propose_substitute decide_substitute drop_goods put_back_goods"
                + " review_picks");
    this.place =
        family(
            jsonb,
            PlaceCommand.class,
            "open_warehouse change_warehouse save_zone save_location lock_location"
                + " unlock_location save_minimum");
    this.purchase =
        family(
            jsonb,
            PurchaseCommand.class,
            "open_purchase_order change_purchase_order close_purchase_order"
                + " cancel_purchase_order allow_over_receipt announce_delivery close_asn");
    this.putAway =
        family(
            jsonb,
            PutAwayCommand.class,
            "open_put_away put_away put_unit_away redirect_put_away direct_put_away");
    this.receiving =
        family(
            jsonb,
            ReceivingCommand.class,
            "start_receipt receive_line receive_unit take_back_line close_receipt"
                + " receive_return hold_goods release_goods reject_goods");
    this.reorder =
        family(
            jsonb,
            ReorderCommand.class,
            "set_reorder_rule remove_reorder_rule review_reorder change_proposal"
                + " approve_proposals reject_proposal");
    this.replenish =
        family(jsonb, ReplenishCommand.class, "set_pick_face review_replenishment replenish");
    this.shipping =
        family(
            jsonb,
            ShippingCommand.class,
            "pack_goods pack_order close_package open_shipment load_package"
                + " unload_package ship_goods cancel_shipment");
    this.system =
        family(
            jsonb,
            SystemCommand.class,
            "set_channel drop_channel try_channel retry_message run_job");
    this.task =
        family(
            jsonb,
            TaskCommand.class,
            "take_task keep_task skip_task return_task hand_over_task rank_task" + " cancel_task");
    this.till =
        family(
            jsonb,
            TillCommand.class,
            "post_till_batch retry_till_entries correct_till_entry cover_till_entry"
                + " dismiss_till_entry");
    this.transfer =
        family(
            jsonb,
            TransferCommand.class,
            "request_transfer approve_transfer reject_transfer pack_transfer"
                + " pack_transfer_unit ship_transfer receive_transfer close_transfer"
                + " cancel_transfer transfer_at_once accept_over set_lead_time");
  }

  private <C extends Command> JsonAdapter<C> family(Jsonb jsonb, Class<C> type, String kinds) {
    JsonAdapter<C> adapter = jsonb.adapter(type);
    for (String kind : kinds.split(" ")) {
      byKind.put(kind, adapter);
    }
    return adapter;
  }

  @Override
  public void toJson(JsonWriter writer, Command command) {
    switch (command) {
      case StockCommand c -> stock.toJson(writer, c);
      case AdjustmentCommand c -> adjustment.toJson(writer, c);
      case AlertCommand c -> alert.toJson(writer, c);
      case CatalogCommand c -> catalog.toJson(writer, c);
      case CountCommand c -> count.toJson(writer, c);
      case CountPlanCommand c -> countPlan.toJson(writer, c);
      case MoveCommand c -> move.toJson(writer, c);
      case OrderCommand c -> order.toJson(writer, c);
      case PickingCommand c -> picking.toJson(writer, c);
      case PlaceCommand c -> place.toJson(writer, c);
      case PurchaseCommand c -> purchase.toJson(writer, c);
      case PutAwayCommand c -> putAway.toJson(writer, c);
      case ReceivingCommand c -> receiving.toJson(writer, c);
      case ReorderCommand c -> reorder.toJson(writer, c);
      case ReplenishCommand c -> replenish.toJson(writer, c);
      case ShippingCommand c -> shipping.toJson(writer, c);
      case SystemCommand c -> system.toJson(writer, c);
      case TaskCommand c -> task.toJson(writer, c);
      case TillCommand c -> till.toJson(writer, c);
      case TransferCommand c -> transfer.toJson(writer, c);
    }
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
