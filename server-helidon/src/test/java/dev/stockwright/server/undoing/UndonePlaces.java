package dev.stockwright.server.undoing;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

/// What undoing does with every kind of command, and what must be as before after it.
final class UndonePlaces {
  private UndonePlaces() {}

  /// Work that is about stock alone; it goes back as it came.
  static final Set<String> STOCK =
      words(
          """
          receive_goods move_stock adjust_stock transfer_stock undo_command move_goods hold_goods
          release_goods reject_goods""");

  /// The last step of people on the floor; its documents follow.
  static final Set<String> WORK =
      words(
          """
          propose_adjustment move_handling_unit receive_line receive_unit put_away put_unit_away
          pick_stock pack_goods pack_order""");

  /// Work for a document; only with the document.
  static final Set<String> DOCUMENT =
      words(
          """
          approve_adjustment take_back_line receive_return replenish drop_goods
          put_back_goods unpack_package load_package unload_package ship_goods
          post_till_batch retry_till_entries correct_till_entry cover_till_entry pack_transfer
          ship_transfer receive_transfer close_transfer transfer_at_once
          accept_over review_variance reconcile_day""");

  /// Everything else moves nothing.
  static final Set<String> NOTHING =
      words(
          """
          place_reservation confirm_reservation release_reservation reject_adjustment
          set_alert_rule remove_alert_rule acknowledge_alert snooze_alert escalate_alert
          resolve_alert review_alerts save_product save_barcode learn_barcode remove_barcode
          save_supplier save_customer save_reason save_setting save_kit tell_import request_count start_count
          count_from_task count_line count_tags close_bin check_zero finish_count request_recount
          cancel_count schedule_count end_schedule plan_counts compute_classes set_count_class
          nest_handling_unit free_handling_unit place_order renew_order confirm_order release_order
          change_order fill_order cancel_order tidy_orders release_to_pick cancel_wave short_pick
          skip_pick swap_pick propose_substitute decide_substitute review_picks open_warehouse
          change_warehouse save_zone save_location lock_location unlock_location save_minimum
          open_purchase_order change_purchase_order close_purchase_order cancel_purchase_order
          allow_over_receipt announce_delivery close_asn open_put_away redirect_put_away
          direct_put_away review_put_aways start_receipt close_receipt set_reorder_rule remove_reorder_rule
          review_reorder change_proposal approve_proposals reject_proposal set_pick_face
          review_replenishment close_package open_shipment cancel_shipment set_channel drop_channel
          try_channel retry_message run_job take_task keep_task skip_task return_task
          hand_over_task rank_task cancel_task dismiss_till_entry request_transfer
          approve_transfer reject_transfer cancel_transfer pack_transfer_unit
          set_lead_time refer_refusal record_referral reject_referral note_mismatch
          gather_receipt match_receipt""");

  /// What waits, what lies where and for whom.
  static final String STANDING =
      """
      SELECT 'pile ' || l.code || ' ' || p.sku || ' ' || b.lot || ' ' || b.handling_unit || ' '
             || b.condition || ' ' || b.on_hand
        FROM balance b JOIN location l ON l.id = b.location_id JOIN product p ON p.id = b.product_id
       WHERE b.on_hand <> 0
      UNION ALL SELECT 'level ' || warehouse_id || ' ' || product_id || ' ' || on_hand || ' '
             || reserved FROM stock_level WHERE on_hand <> 0
      UNION ALL SELECT 'task ' || number || ' ' || kind || ' ' || quantity || ' ' || place || ' '
             || to_place FROM task WHERE state IN ('open', 'leased') AND kind <> 'pack'
      UNION ALL SELECT 'task pack ' || reference || ' ' || place
        FROM task WHERE state IN ('open', 'leased') AND kind = 'pack'
      UNION ALL SELECT 'done ' || task_id || ' ' || done FROM put_away WHERE done > 0
      UNION ALL SELECT 'pick ' || id || ' ' || state || ' ' || picked || ' ' || location_id FROM pick
      UNION ALL SELECT 'wave ' || number || ' ' || state FROM wave
      UNION ALL SELECT 'picked ' || location_id || ' ' || order_id || ' ' || line || ' ' || tote
             || ' ' || quantity || ' ' || put_back FROM picked_goods
      UNION ALL SELECT 'order ' || number || ' ' || state FROM sales_order
      UNION ALL SELECT 'line ' || order_id || ' ' || line || ' ' || picked || ' ' || packed
        FROM sales_order_line
      UNION ALL SELECT 'package ' || code FROM package WHERE state IN ('open', 'closed')
      UNION ALL SELECT 'in package ' || k.code || ' ' || k.line || ' ' || k.quantity
        FROM package_line k JOIN package g ON g.code = k.code AND g.state IN ('open', 'closed')
      UNION ALL SELECT 'bought ' || purchase_order_id || ' ' || line || ' ' || received
        FROM purchase_order_line
      UNION ALL SELECT 'announced ' || asn_id || ' ' || line || ' ' || received FROM asn_line
      UNION ALL SELECT 'received ' || receipt_id || ' ' || product_id || ' ' || sum(quantity)
        FROM receipt_line WHERE taken_back_at IS NULL GROUP BY receipt_id, product_id
      UNION ALL SELECT 'unit ' || code || ' ' || state FROM handling_unit u
       WHERE EXISTS (SELECT FROM balance b WHERE b.handling_unit = u.code AND b.on_hand > 0)
      UNION ALL SELECT 'corrected ' || product_id || ' ' || sum(change)
        FROM adjustment WHERE state = 'applied' GROUP BY product_id
      ORDER BY 1""";

  private static Set<String> words(String text) {
    return new TreeSet<>(Arrays.asList(text.trim().split("\\s+")));
  }
}
