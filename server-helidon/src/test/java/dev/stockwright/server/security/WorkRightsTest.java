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
      ...SAI {"kind":"set_alert_rule","covers":{"only_in":"OWN"},"watch":{"out":true}}
      ....AI {"kind":"set_alert_rule","covers":{"category":"Tools"},"watch":{"out":true}}
      ...SAI {"kind":"remove_alert_rule","covers":{"only_in":"OWN"}}
      ....AI {"kind":"remove_alert_rule","covers":{}}
      WRCSAI {"kind":"acknowledge_alert","warehouse":"OWN","alert":"AL-1"}
      ...SAI {"kind":"snooze_alert","warehouse":"OWN","alert":"AL-1","until":"2026-11-21T06:00:00Z"}
      WRCSAI {"kind":"escalate_alert","warehouse":"OWN","alert":"AL-1"}
      ...SAI {"kind":"resolve_alert","warehouse":"OWN","alert":"AL-1","reason":"other"}
      ...SAI {"kind":"review_alerts","warehouse":"OWN"}
      ...SAI {"kind":"set_reorder_rule","warehouse":"OWN","sku":"S","supplier":"X","point":1,"fixed":5}
      ...SAI {"kind":"remove_reorder_rule","warehouse":"OWN","sku":"S"}
      ...SAI {"kind":"review_reorder","warehouse":"OWN","skus":[]}
      ...SAI {"kind":"change_proposal","warehouse":"OWN","proposal":"RP-1","quantity":5}
      ...SAI {"kind":"approve_proposals","warehouse":"OWN","proposals":["RP-1"]}
      ...SAI {"kind":"reject_proposal","warehouse":"OWN","proposal":"RP-1","reason":"other"}
      ....AI {"kind":"set_channel","name":"c","medium":"email","address":"a@b.example"}
      ....AI {"kind":"drop_channel","name":"c"}
      ....AI {"kind":"try_channel","name":"c"}
      ....AI {"kind":"retry_message","message":"m"}
      ....AI {"kind":"run_job","job":"j"}
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
