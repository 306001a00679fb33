package dev.stockwright.server.security;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stockwright.protocol.Wire;
import dev.stockwright.protocol.WorkCommand;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Who may give which command of an activity, by the first letter of the role: Worker, Receiver,
/// Counter, Supervisor, Admin, Integration; a dot stands for each who may not.
class WorkRightsTest {
  private static final String MATRIX =
      """
      WRCSAI {"kind":"propose_adjustment","warehouse":"OWN","sku":"S","change":-1,"location":"A","reason":"lost"}
      ...SAI {"kind":"approve_adjustment","warehouse":"OWN","adjustment":"AJ-1"}
      ...SAI {"kind":"reject_adjustment","warehouse":"OWN","adjustment":"AJ-1","reason":"other"}
      ....AI {"kind":"set_alert_rule","covers":{"category":"Tools"},"watch":{"out":true}}
      ....AI {"kind":"remove_alert_rule","covers":{}}
      WRCSAI {"kind":"acknowledge_alert","warehouse":"OWN","alert":"AL-1"}
      ...SAI {"kind":"snooze_alert","warehouse":"OWN","alert":"AL-1","until":"2026-11-21T06:00:00Z"}
      WRCSAI {"kind":"escalate_alert","warehouse":"OWN","alert":"AL-1"}
      ...SAI {"kind":"resolve_alert","warehouse":"OWN","alert":"AL-1","reason":"other"}
      ...SAI {"kind":"review_alerts","warehouse":"OWN"}
      ....AI {"kind":"save_product","sku":"S-1"}
      ....AI {"kind":"save_barcode","barcode":"1","sku":"S-1"}
      ....AI {"kind":"save_kit","sku":"S-1","components":[{"sku":"S-2","quantity":1}]}
      WRCSAI {"kind":"learn_barcode","barcode":"1","sku":"S-1"}
      ....AI {"kind":"remove_barcode","barcode":"1"}
      ....AI {"kind":"save_supplier","supplier":"H"}
      ....AI {"kind":"save_customer","customer":"C"}
      ....AI {"kind":"save_reason","reason":"wet"}
      ....AI {"kind":"save_setting","setting":"a.b"}
      ....AI {"kind":"tell_import","imported":"I-1"}
      ...SAI {"kind":"request_count","warehouse":"OWN","bins":["A-01"]}
      WRCSAI {"kind":"start_count","warehouse":"OWN","count":"C-1"}
      WRCSAI {"kind":"count_from_task","warehouse":"OWN","task":"T-1"}
      WRCSAI {"kind":"count_line","warehouse":"OWN","count":"C-1","bin":"A","sku":"S","quantity":1}
      WRCSAI {"kind":"count_tags","warehouse":"OWN","count":"C-1","bin":"A-01","tags":["30"]}
      WRCSAI {"kind":"close_bin","warehouse":"OWN","count":"C-1","bin":"A-01"}
      WRCSAI {"kind":"check_zero","warehouse":"OWN","bin":"A-01","empty":true}
      WRCSAI {"kind":"finish_count","warehouse":"OWN","count":"C-1"}
      ...SAI {"kind":"request_recount","warehouse":"OWN","count":"C-1"}
      ...SAI {"kind":"review_variance","warehouse":"OWN","count":"C-1","verdicts":[{"line":1,"decision":"reject"}]}
      ...SAI {"kind":"cancel_count","warehouse":"OWN","count":"C-1","reason":"other"}
      ...SAI {"kind":"schedule_count","warehouse":"OWN","schedule":"S","every_days":7,"zone":"Z1"}
      ...SAI {"kind":"end_schedule","warehouse":"OWN","schedule":"S"}
      ...SAI {"kind":"plan_counts","warehouse":"OWN"}
      ...SAI {"kind":"compute_classes","warehouse":"OWN"}
      ...SAI {"kind":"set_count_class","warehouse":"OWN","product":"S-1","count_class":"A"}
      ...SAI {"kind":"reconcile_day","warehouse":"OWN","day":"2026-11-20"}
      WR.SAI {"kind":"move_goods","warehouse":"OWN","sku":"S","quantity":1,"from":"A","to":"B"}
      WR.SAI {"kind":"move_handling_unit","warehouse":"OWN","unit":"HU-1","to":"B"}
      WR.SAI {"kind":"nest_handling_unit","warehouse":"OWN","unit":"HU-1","into":"HU-2"}
      WR.SAI {"kind":"free_handling_unit","warehouse":"OWN","unit":"HU-1"}
      ...SAI {"kind":"place_order","warehouse":"OWN","order":"O-1","lines":[{"sku":"S-1","quantity":1}]}
      ...SAI {"kind":"renew_order","warehouse":"OWN","order":"O-1"}
      ...SAI {"kind":"confirm_order","warehouse":"OWN","order":"O-1"}
      ...SAI {"kind":"release_order","warehouse":"OWN","order":"O-1"}
      ...SAI {"kind":"change_order","warehouse":"OWN","order":"O-1","priority":1}
      ...SAI {"kind":"fill_order","warehouse":"OWN","order":"O-1"}
      ...SAI {"kind":"cancel_order","warehouse":"OWN","order":"O-1","reason":"other"}
      ....AI {"kind":"tidy_orders","warehouse":"OWN"}
      ...SAI {"kind":"release_to_pick","warehouse":"OWN","orders":["SO-1"]}
      ...SAI {"kind":"cancel_wave","warehouse":"OWN","wave":"WV-1","reason":"other"}
      WR.SAI {"kind":"pick_stock","warehouse":"OWN","pick":"P-1","quantity":1,"cart":"CART"}
      WR.SAI {"kind":"short_pick","warehouse":"OWN","pick":"P-1","reason":"empty"}
      WR.SAI {"kind":"skip_pick","warehouse":"OWN","pick":"P-1","reason":"blocked"}
      WR.SAI {"kind":"swap_pick","warehouse":"OWN","pick":"P-1","lot":"L1"}
      WR.SAI {"kind":"propose_substitute","warehouse":"OWN","pick":"P-1","substitute":"S-2"}
      ...SAI {"kind":"decide_substitute","warehouse":"OWN","pick":"P-1","approved":true}
      WR.SAI {"kind":"drop_goods","warehouse":"OWN","cart":"CART","to":"PACK"}
      WR.SAI {"kind":"put_back_goods","warehouse":"OWN","task":"T-1","to":"A-01"}
      ...SAI {"kind":"review_picks","warehouse":"OWN"}
      ....AI {"kind":"open_warehouse","warehouse":"NEW"}
      ....AI {"kind":"change_warehouse","warehouse":"OWN"}
      ....AI {"kind":"save_zone","warehouse":"OWN","zone_code":"Z"}
      ....AI {"kind":"save_location","warehouse":"OWN","location":"A-1"}
      ...SAI {"kind":"lock_location","warehouse":"OWN","location":"A-1","reason":"other"}
      ...SAI {"kind":"unlock_location","warehouse":"OWN","location":"A-1"}
      ...SAI {"kind":"save_minimum","warehouse":"OWN","sku":"S-1","low_at":5}
      ...SAI {"kind":"open_purchase_order","warehouse":"OWN","order":"P","supplier":"A","lines":[{"sku":"S","quantity":1}]}
      ...SAI {"kind":"change_purchase_order","warehouse":"OWN","order":"P"}
      ...SAI {"kind":"close_purchase_order","warehouse":"OWN","order":"P","reason":"other"}
      ...SAI {"kind":"cancel_purchase_order","warehouse":"OWN","order":"P","reason":"other"}
      ...SAI {"kind":"allow_over_receipt","warehouse":"OWN","order":"P","sku":"S","quantity":1,"reason":"other"}
      ...SAI {"kind":"announce_delivery","warehouse":"OWN","asn":"N","supplier":"A","contents":[{"sku":"S","quantity":1}]}
      ...SAI {"kind":"close_asn","warehouse":"OWN","asn":"N","reason":"other"}
      WR.SAI {"kind":"open_put_away","warehouse":"OWN","sku":"S","at":"A","quantity":1}
      WR.SAI {"kind":"put_away","warehouse":"OWN","task":"T-1","to":"A"}
      WR.SAI {"kind":"put_unit_away","warehouse":"OWN","unit":"U","to":"A"}
      WR.SAI {"kind":"redirect_put_away","warehouse":"OWN","task":"T-1","to":"A","why":"other"}
      WR.SAI {"kind":"direct_put_away","warehouse":"OWN","task":"T-1"}
      ...SAI {"kind":"review_put_aways","warehouse":"OWN"}
      WR.SAI {"kind":"start_receipt","warehouse":"OWN"}
      WR.SAI {"kind":"receive_line","warehouse":"OWN","receipt":"R","sku":"S","quantity":1}
      WR.SAI {"kind":"receive_unit","warehouse":"OWN","unit":"U"}
      WR.SAI {"kind":"take_back_line","warehouse":"OWN","receipt":"R","line":1}
      WR.SAI {"kind":"gather_receipt","warehouse":"OWN"}
      WR.SAI {"kind":"match_receipt","warehouse":"OWN","receipt":"R","order":"PO-1"}
      WR.SAI {"kind":"close_receipt","warehouse":"OWN","receipt":"R"}
      WR.SAI {"kind":"receive_return","warehouse":"OWN","sku":"S","quantity":1,"grade":"damaged","why":"other"}
      WRCSAI {"kind":"hold_goods","warehouse":"OWN","sku":"S","at":"A","quantity":1,"why":"other"}
      ...SAI {"kind":"release_goods","warehouse":"OWN","sku":"S","at":"A","quantity":1,"why":"other"}
      ...SAI {"kind":"reject_goods","warehouse":"OWN","sku":"S","at":"A","quantity":1,"why":"other"}
      WRCSAI {"kind":"refer_refusal","warehouse":"OWN","refused":"0192c8f4-7a1e-7cc3-98c4-dc0c0c07398f","told":"x","worked_by":"ana"}
      ...SAI {"kind":"record_referral","warehouse":"OWN","referral":"0192c8f4-7a1e-7cc3-98c4-dc0c0c07398f"}
      ...SAI {"kind":"reject_referral","warehouse":"OWN","referral":"0192c8f4-7a1e-7cc3-98c4-dc0c0c07398f","reason":"no"}
      WRCSAI {"kind":"note_mismatch","warehouse":"OWN","activity":"pick","mistaken":"lot","expected":"A","scanned":"B"}
      ...SAI {"kind":"set_reorder_rule","warehouse":"OWN","sku":"S","supplier":"X","point":1,"fixed":5}
      ...SAI {"kind":"remove_reorder_rule","warehouse":"OWN","sku":"S"}
      ...SAI {"kind":"review_reorder","warehouse":"OWN","skus":[]}
      ...SAI {"kind":"change_proposal","warehouse":"OWN","proposal":"RP-1","quantity":5}
      ...SAI {"kind":"approve_proposals","warehouse":"OWN","proposals":["RP-1"]}
      ...SAI {"kind":"reject_proposal","warehouse":"OWN","proposal":"RP-1","reason":"other"}
      ...SAI {"kind":"set_pick_face","warehouse":"OWN","location":"A-01","sku":"S-1","minimum":1,"maximum":9}
      ...SAI {"kind":"review_replenishment","warehouse":"OWN"}
      WR.SAI {"kind":"replenish","warehouse":"OWN","task":"T-1","quantity":1}
      WR.SAI {"kind":"pack_goods","warehouse":"OWN","order":"SO-1","sku":"S-1","quantity":1,"at":"PACK"}
      WR.SAI {"kind":"pack_order","warehouse":"OWN","order":"SO-1","at":"PACK"}
      WR.SAI {"kind":"close_package","warehouse":"OWN","unit":"U-1","grams":1}
      WR.SAI {"kind":"open_shipment","warehouse":"OWN","dock":"DOCK"}
      WR.SAI {"kind":"load_package","warehouse":"OWN","shipment":"SH-1","unit":"U-1"}
      WR.SAI {"kind":"unload_package","warehouse":"OWN","unit":"U-1","to":"PACK"}
      WR.SAI {"kind":"unpack_package","warehouse":"OWN","unit":"U-1"}
      WR.SAI {"kind":"ship_goods","warehouse":"OWN","shipment":"SH-1"}
      ...SAI {"kind":"cancel_shipment","warehouse":"OWN","shipment":"SH-1"}
      ....AI {"kind":"set_channel","name":"c","medium":"email","address":"a@b.example"}
      ....AI {"kind":"drop_channel","name":"c"}
      ....AI {"kind":"try_channel","name":"c"}
      ....AI {"kind":"retry_message","message":"m"}
      ....AI {"kind":"run_job","job":"j"}
      WRCSAI {"kind":"take_task","warehouse":"OWN"}
      WRCSAI {"kind":"keep_task","warehouse":"OWN","task":"T-1"}
      WRCSAI {"kind":"skip_task","warehouse":"OWN","task":"T-1","reason":"other"}
      WRCSAI {"kind":"return_task","warehouse":"OWN","task":"T-1"}
      WRCSAI {"kind":"hand_over_task","warehouse":"OWN","task":"T-1","to":"ben"}
      ...SAI {"kind":"rank_task","warehouse":"OWN","task":"T-1","priority":1}
      ...SAI {"kind":"cancel_task","warehouse":"OWN","task":"T-1","reason":"other"}
      ....AI {"kind":"post_till_batch","warehouse":"OWN","batch":"B","entries":[{"till":"T","number":"1","type":"sale","code":"S-1","quantity":1,"at":"2026-11-20T10:00:00Z"}]}
      ...SAI {"kind":"retry_till_entries","warehouse":"OWN"}
      ...SAI {"kind":"correct_till_entry","warehouse":"OWN","entry":"1","sku":"S-1"}
      ...SAI {"kind":"cover_till_entry","warehouse":"OWN","entry":"1"}
      ...SAI {"kind":"dismiss_till_entry","warehouse":"OWN","entry":"1","reason":"other"}
      ...SAI {"kind":"request_transfer","from_warehouse":"OTHER","to_warehouse":"OWN","lines":[{"sku":"S","quantity":1}]}
      ...SAI {"kind":"approve_transfer","warehouse":"OWN","transfer":"TR-1"}
      ...SAI {"kind":"reject_transfer","warehouse":"OWN","transfer":"TR-1","reason":"other"}
      WR.SAI {"kind":"pack_transfer","warehouse":"OWN","transfer":"TR-1","sku":"S","quantity":1,"from":"A"}
      WR.SAI {"kind":"pack_transfer_unit","warehouse":"OWN","transfer":"TR-1","unit":"HU-1"}
      WR.SAI {"kind":"ship_transfer","warehouse":"OWN","transfer":"TR-1"}
      WR.SAI {"kind":"receive_transfer","warehouse":"OWN","transfer":"TR-1","last":true}
      ...SAI {"kind":"close_transfer","warehouse":"OWN","transfer":"TR-1","reason":"lost"}
      ...SAI {"kind":"cancel_transfer","warehouse":"OWN","transfer":"TR-1","reason":"other"}
      ...SAI {"kind":"transfer_at_once","from_warehouse":"OWN","to_warehouse":"OWN","lines":[{"sku":"S","quantity":1}]}
      ...SAI {"kind":"accept_over","from_warehouse":"OWN","to_warehouse":"OWN","transfer":"TR-1","sku":"S","quantity":1,"from":"A","held_in":"B"}
      ...SAI {"kind":"set_lead_time","from_warehouse":"OWN","to_warehouse":"OWN","hours":8}
      """;

  static Stream<String> lines() {
    return MATRIX.lines();
  }

  @ParameterizedTest
  @MethodSource("lines")
  void eachRoleMayWhatItsLineSaysInItsOwnWarehouse(String line) {
    WorkCommand command = command(line);
    String may =
        Arrays.stream(Role.values())
            .map(role -> allowed(role, command, "OWN") ? role.name().substring(0, 1) : ".")
            .collect(Collectors.joining());
    assertEquals(line.substring(0, 6), may);
    if (!command.warehouses().isEmpty()) {
      for (Role role : Role.values()) {
        assertEquals(false, allowed(role, command, "FOREIGN"), role + " elsewhere");
      }
    }
  }

  @Test
  void everyCommandHasALine() {
    Set<String> shown =
        lines().map(line -> command(line).getClass().getSimpleName()).collect(Collectors.toSet());
    assertEquals(new TreeSet<>(leaves(WorkCommand.class).toList()), new TreeSet<>(shown));
  }

  private static Stream<String> leaves(Class<?> type) {
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses()).flatMap(WorkRightsTest::leaves)
        : Stream.of(type.getSimpleName());
  }

  private static boolean allowed(Role role, WorkCommand command, String where) {
    Principal who =
        new Principal(
            1, new Operator("x"), "X", role, Set.of(new WarehouseCode(where)), Principal.NO_DEVICE);
    return Rights.refusal(who, command, Rights.named(command)).isEmpty();
  }

  private static WorkCommand command(String line) {
    return (WorkCommand) Wire.COMMAND.read(line.substring(7));
  }
}
