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
      ...SAI {"kind":"open_purchase_order","warehouse":"OWN","order":"P","supplier":"A","lines":[{"sku":"S","quantity":1}]}
      ...SAI {"kind":"change_purchase_order","warehouse":"OWN","order":"P"}
      ...SAI {"kind":"close_purchase_order","warehouse":"OWN","order":"P","reason":"other"}
      ...SAI {"kind":"cancel_purchase_order","warehouse":"OWN","order":"P","reason":"other"}
      ...SAI {"kind":"allow_over_receipt","warehouse":"OWN","order":"P","sku":"S","quantity":1,"reason":"other"}
      ...SAI {"kind":"announce_delivery","warehouse":"OWN","asn":"N","supplier":"A","contents":[{"sku":"S","quantity":1}]}
      ...SAI {"kind":"close_asn","warehouse":"OWN","asn":"N","reason":"other"}
      WR.SAI {"kind":"start_receipt","warehouse":"OWN"}
      WR.SAI {"kind":"receive_line","warehouse":"OWN","receipt":"R","sku":"S","quantity":1}
      WR.SAI {"kind":"receive_unit","warehouse":"OWN","unit":"U"}
      WR.SAI {"kind":"take_back_line","warehouse":"OWN","receipt":"R","line":1}
      WR.SAI {"kind":"close_receipt","warehouse":"OWN","receipt":"R"}
      WR.SAI {"kind":"receive_return","warehouse":"OWN","sku":"S","quantity":1,"grade":"damaged","why":"other"}
      WRCSAI {"kind":"hold_goods","warehouse":"OWN","sku":"S","at":"A","quantity":1,"why":"other"}
      ...SAI {"kind":"release_goods","warehouse":"OWN","sku":"S","at":"A","quantity":1,"why":"other"}
      ...SAI {"kind":"reject_goods","warehouse":"OWN","sku":"S","at":"A","quantity":1,"why":"other"}
      WR.SAI {"kind":"open_put_away","warehouse":"OWN","sku":"S","at":"A","quantity":1}
      WR.SAI {"kind":"put_away","warehouse":"OWN","task":"T-1","to":"A"}
      WR.SAI {"kind":"put_unit_away","warehouse":"OWN","unit":"U","to":"A"}
      WR.SAI {"kind":"redirect_put_away","warehouse":"OWN","task":"T-1","to":"A","why":"other"}
      WR.SAI {"kind":"direct_put_away","warehouse":"OWN","task":"T-1"}
      ...SAI {"kind":"place_order","warehouse":"OWN","order":"O-1","lines":[{"sku":"S-1","quantity":1}]}
      ...SAI {"kind":"renew_order","warehouse":"OWN","order":"O-1"}
      ...SAI {"kind":"confirm_order","warehouse":"OWN","order":"O-1"}
      ...SAI {"kind":"release_order","warehouse":"OWN","order":"O-1"}
      ...SAI {"kind":"change_order","warehouse":"OWN","order":"O-1","priority":1}
      ...SAI {"kind":"fill_order","warehouse":"OWN","order":"O-1"}
      ...SAI {"kind":"cancel_order","warehouse":"OWN","order":"O-1","reason":"other"}
      ....AI {"kind":"tidy_orders","warehouse":"OWN"}
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
