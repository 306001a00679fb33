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
      WRCSAI {"kind":"take_task","warehouse":"OWN"}
      WRCSAI {"kind":"keep_task","warehouse":"OWN","task":"T-1"}
      WRCSAI {"kind":"skip_task","warehouse":"OWN","task":"T-1","reason":"other"}
      WRCSAI {"kind":"return_task","warehouse":"OWN","task":"T-1"}
      WRCSAI {"kind":"hand_over_task","warehouse":"OWN","task":"T-1","to":"ben"}
      ...SAI {"kind":"rank_task","warehouse":"OWN","task":"T-1","priority":1}
      ...SAI {"kind":"cancel_task","warehouse":"OWN","task":"T-1","reason":"other"}
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
      ...SAI {"kind":"set_pick_face","warehouse":"OWN","location":"A-01","sku":"S-1","minimum":1,"maximum":9}
      ...SAI {"kind":"review_replenishment","warehouse":"OWN"}
      WR.SAI {"kind":"replenish","warehouse":"OWN","task":"T-1","quantity":1}
      WR.SAI {"kind":"pack_goods","warehouse":"OWN","order":"SO-1","sku":"S-1","quantity":1,"at":"PACK"}
      WR.SAI {"kind":"pack_order","warehouse":"OWN","order":"SO-1","at":"PACK"}
      WR.SAI {"kind":"close_package","warehouse":"OWN","unit":"U-1","grams":1}
      WR.SAI {"kind":"open_shipment","warehouse":"OWN","dock":"DOCK"}
      WR.SAI {"kind":"load_package","warehouse":"OWN","shipment":"SH-1","unit":"U-1"}
      WR.SAI {"kind":"unload_package","warehouse":"OWN","unit":"U-1","to":"PACK"}
      WR.SAI {"kind":"ship_goods","warehouse":"OWN","shipment":"SH-1"}
      ...SAI {"kind":"cancel_shipment","warehouse":"OWN","shipment":"SH-1"}
      ....AI {"kind":"post_till_batch","warehouse":"OWN","batch":"B","entries":[{"till":"T","number":"1","type":"sale","code":"S-1","quantity":1,"at":"2026-11-20T10:00:00Z"}]}
      ...SAI {"kind":"retry_till_entries","warehouse":"OWN"}
      ...SAI {"kind":"correct_till_entry","warehouse":"OWN","entry":"1","sku":"S-1"}
      ...SAI {"kind":"cover_till_entry","warehouse":"OWN","entry":"1"}
      ...SAI {"kind":"dismiss_till_entry","warehouse":"OWN","entry":"1","reason":"other"}
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
