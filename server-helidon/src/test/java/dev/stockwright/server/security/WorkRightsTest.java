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
