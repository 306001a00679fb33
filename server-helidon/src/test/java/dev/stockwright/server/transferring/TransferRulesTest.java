package dev.stockwright.server.transferring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stockwright.protocol.Refusal;
import dev.stockwright.protocol.TransferCommand;
import dev.stockwright.protocol.WorkRefusal;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The rules of transfers as tables that read like sentences.
class TransferRulesTest {
  /// Columns of `MAY`, in this order.
  private static final List<TransferRules.Act> ACTS =
      List.of(
          TransferRules.Act.APPROVE,
          TransferRules.Act.REJECT,
          TransferRules.Act.PACK,
          TransferRules.Act.SHIP,
          TransferRules.Act.SHIP_INCOMPLETE,
          TransferRules.Act.RECEIVE,
          TransferRules.Act.RECEIVE_LAST,
          TransferRules.Act.RECEIVE_LATE,
          TransferRules.Act.CLOSE,
          TransferRules.Act.CANCEL,
          TransferRules.Act.ACCEPT_OVER);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # a transfer that is | may be approved, rejected, packed, shipped, shipped incomplete, received, finally received, received late, closed, cancelled, accepted over
          requested            | yes yes -   -   -   -   -   -   -   yes -
          approved             | -   -   yes -   yes -   -   -   -   yes -
          packed               | -   -   -   yes yes -   -   -   -   yes -
          shipped              | -   -   -   -   -   yes yes -   yes -   yes
          short                | -   -   -   -   -   yes yes -   yes -   yes
          received             | -   -   -   -   -   -   -   yes -   -   yes
          closed               | -   -   -   -   -   -   -   yes -   -   yes
          refused              | -   -   -   -   -   -   -   -   -   -   -
          cancelled            | -   -   -   -   -   -   -   -   -   -   -
          """)
  void whatMayBeDoneWhen(String state, String may) {
    Transfer transfer = transfer(TransferState.of(state), 10, 10, 10, "");
    String allowed =
        ACTS.stream()
            .map(act -> TransferRules.refusal(transfer, act).isEmpty() ? "yes" : "-")
            .collect(Collectors.joining(" "));
    assertEquals(String.join(" ", may.split(" +")), allowed);
  }

  @Test
  void everyStateAndEveryActHasItsPlaceInTheTable() {
    assertEquals(TransferRules.Act.values().length, ACTS.size());
    assertEquals(9, TransferState.values().length);
  }

  @Test
  void theRefusalNamesWhatIsExpectedAndWhatIsGiven() {
    Transfer transfer = transfer(TransferState.RECEIVED, 10, 10, 10, "");
    assertEquals(
        "Transfer TR-1 is received; this needs one that is shipped or short.",
        sentence(TransferRules.refusal(transfer, TransferRules.Act.RECEIVE).orElseThrow()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # a transfer that is | after this        | with so much of | approved | packed | in transit | explained | is
          requested            | approve           |                 | 10       | 0      | 0          | 0         | approved
          requested            | reject            |                 | 0        | 0      | 0          | 0         | refused
          approved             | pack              |                 | 10       | 9      | 0          | 0         | approved
          approved             | pack              |                 | 10       | 10     | 0          | 0         | packed
          packed               | ship              |                 | 10       | 10     | 10         | 0         | shipped
          approved             | ship_incomplete   |                 | 10       | 4      | 4          | 0         | shipped
          shipped              | receive           |                 | 10       | 10     | 3          | 0         | shipped
          shipped              | receive           |                 | 10       | 10     | 0          | 0         | received
          shipped              | receive           |                 | 10       | 10     | 0          | 2         | closed
          shipped              | receive_last      |                 | 10       | 10     | 3          | 0         | short
          shipped              | receive_last      |                 | 10       | 10     | 0          | 0         | received
          short                | receive           |                 | 10       | 10     | 1          | 0         | short
          short                | receive           |                 | 10       | 10     | 0          | 0         | received
          short                | close             |                 | 10       | 10     | 1          | 2         | short
          short                | close             |                 | 10       | 10     | 0          | 3         | closed
          shipped              | close             |                 | 10       | 10     | 5          | 5         | shipped
          packed               | cancel            |                 | 10       | 10     | 0          | 0         | cancelled
          received             | accept_over       |                 | 10       | 10     | 0          | 0         | received
          """)
  void whatItIsAfterwards(
      String now,
      String act,
      String nothing,
      long approved,
      long packed,
      long inTransit,
      long explained,
      String then) {
    assertEquals(
        then,
        TransferRules.after(
                TransferState.of(now),
                TransferRules.Act.valueOf(act.toUpperCase(Locale.ROOT)),
                new Transfer.Progress(approved, packed, inTransit, explained))
            .code());
  }

  /// Sent: `L1*6 L2*4@P1` is 6 of lot L1 loose and 4 of lot L2 in unit P1. Counted: `5+1!2` of any
  /// lot is 5 good, 1 damaged, 2 over; `L2:4@P1` is 4 of lot L2 in unit P1.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # when this was sent | and this arrives | it is taken as
          -*10                 | 10               | -:10
          -*10                 | 7                | -:7
          -*10                 | 6+4              | -:6+4
          -*10                 | 10!2             | -:10, over 2
          -*10                 | 8!2              | Over of S-1 2 is not possible here. Expected 0 while 2 are missing.
          -*10                 | 12               | Quantity of S-1 12 is not possible here. Expected 0 to 10, what is beyond as over.
          -*10                 | 6 4              | -:6, -:4
          -*10                 | 6 5              | Quantity of S-1 5 is not possible here. Expected 0 to 4, what is beyond as over.
          L1*6 L2*4            | 10               | L1:6, L2:4
          L1*6 L2*4            | 0+10             | L1:0+6, L2:0+4
          L1*6 L2*4            | 7+3              | S-1 needs its lot. Scan or type it.
          L1*6 L2*4            | 7                | S-1 needs its lot. Scan or type it.
          L1*6 L2*4            | L1:6 L2:1+3      | L1:6, L2:1+3
          L1*6 L2*4            | L1:6 3           | L1:6, L2:3
          L1*6 L2*4            | L2:4             | L2:4
          L1*6 L2*4            | L2:5             | Quantity of S-1 5 is not possible here. Expected 0 to 4, what is beyond as over.
          L1*6 L2*4            | L3:1             | Wrong lot or handling unit: lot L3. Expected lot L1, lot L2.
          L1*6 L2*4            | L1:6!1           | L1:6, over 1
          L1*6 L2*4@P1         | L2:4@P1          | L2:4@P1
          L1*6 L2*4@P1         | L2:4@P2          | Wrong lot or handling unit: lot L2 in P2. Expected lot L1, lot L2 in P1.
          L1*6 L2*4@P1         | L2:4             | L2:4
          """)
  void howACountIsSpreadOverWhatWasSent(String sent, String counted, String taken) {
    Transfer transfer = transfer(TransferState.SHIPPED, 10, 10, 10, sent);
    List<TransferCommand.Arrived> arrived =
        Arrays.stream(counted.split(" ")).map(TransferRulesTest::arrived).toList();
    assertEquals(taken, words(TransferRules.arrived(transfer, List.of(), arrived, Set.of())));
  }

  /// Of goods with serial numbers it is never guessed which piece is missing, damaged or over.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # when these pieces were sent | and this arrives | it is taken as
          P1*1 P2*1 P3*1               | 3                | P1:1, P2:1, P3:1
          P1*1 P2*1 P3*1               | 2                | S-1 needs a serial number for each piece. Scan or type it.
          P1*1 P2*1 P3*1               | 2+1              | S-1 needs a serial number for each piece. Scan or type it.
          P1*1 P2*1 P3*1               | P3:1 P1:0+1      | P3:1, P1:0+1
          P1*1 P2*1 P3*1               | P3:1 2           | P3:1, P1:1, P2:1
          P1*1                         | 1!1              | S-1 needs a serial number for each piece. Scan or type it.
          """)
  void piecesAreAskedFor(String sent, String counted, String taken) {
    Transfer transfer = transfer(TransferState.SHIPPED, 3, 3, 3, sent);
    List<TransferCommand.Arrived> arrived =
        Arrays.stream(counted.split(" ")).map(TransferRulesTest::arrived).toList();
    assertEquals(
        taken, words(TransferRules.arrived(transfer, List.of(), arrived, Set.of(new Sku("S-1")))));
  }

  @Test
  void aWholeUnitIsTakenAsItWasSentAndNotTwice() {
    Transfer transfer = transfer(TransferState.SHIPPED, 10, 10, 10, "L1*6 L2*4@P1");
    List<Transfer.Content> unit = List.of(transfer.contents().get(1));
    assertEquals("L2:4@P1", words(TransferRules.arrived(transfer, unit, List.of(), Set.of())));
    assertEquals(
        "Quantity of S-1 10 is not possible here. Expected 0 to 6, what is beyond as over.",
        words(TransferRules.arrived(transfer, unit, List.of(arrived("10")), Set.of())));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # when this is in transit | and so much is explained (0: all) | it is taken from
          -*10                      | 0                                 | -:10
          -*10                      | 4                                 | -:4
          L1*6 L2*4                 | 0                                 | L1:6, L2:4
          L1*6 L2*4                 | 8                                 | L1:6, L2:2
          L1*6 L2*4                 | 11                                | Quantity of S-1 11 is not possible here. Expected 1 to 10.
          """)
  void whatIsMissingIsExplainedOnce(String sent, long units, String taken) {
    Transfer transfer = transfer(TransferState.SHORT, 10, 10, 10, sent);
    List<TransferCommand.Wanted> missing =
        units == 0
            ? List.of()
            : List.of(new TransferCommand.Wanted(new Sku("S-1"), new Quantity(units)));
    assertEquals(taken, words(TransferRules.missing(transfer, missing)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # of S-1 requested 10 | granted | is
          S-1                   | 10      | fine
          S-1                   | 4       | fine
          S-1                   | 11      | Quantity of S-1 11 is not possible here. Expected 0 to 10.
          S-1                   | 0       | Approval nothing is not possible here. Expected at least one product.
          S-9                   | 1       | Wrong product: S-9. Expected S-1.
          """)
  void nobodyGetsMoreThanWasAskedFor(String sku, long granted, String is) {
    Transfer transfer = transfer(TransferState.REQUESTED, 0, 0, 0, "");
    assertEquals(
        is,
        TransferRules.refusalToGrant(
                transfer, List.of(new TransferCommand.Granted(new Sku(sku), granted)))
            .map(TransferRulesTest::sentence)
            .orElse("fine"));
  }

  private static String sentence(Refusal refusal) {
    return ((WorkRefusal) refusal).sentence();
  }

  private static String words(TransferRules.Counted counted) {
    return switch (counted) {
      case TransferRules.Counted.Wrong(Refusal why) -> sentence(why);
      case TransferRules.Counted.Settled(var parts, var over) -> {
        List<String> words = new ArrayList<>();
        for (TransferRules.Part part : parts) {
          String lot = part.content().lot().isEmpty() ? "-" : part.content().lot();
          words.add(
              lot
                  + ":"
                  + part.good()
                  + (part.damaged() > 0 ? "+" + part.damaged() : "")
                  + (part.unit().isEmpty() ? "" : "@" + part.unit()));
        }
        over.forEach(each -> words.add("over " + each.units()));
        yield String.join(", ", words);
      }
    };
  }

  private static TransferCommand.Arrived arrived(String text) {
    String[] unit = text.split("@");
    String[] lot = unit[0].split(":");
    String[] over = lot[lot.length - 1].split("!");
    String[] damaged = over[0].split("\\+");
    return new TransferCommand.Arrived(
        new Sku("S-1"),
        lot.length > 1 ? Optional.of(new LotCode(lot[0])) : Optional.empty(),
        unit.length > 1 ? Optional.of(new HandlingUnit(unit[1])) : Optional.empty(),
        Long.parseLong(damaged[0]),
        damaged.length > 1 ? Long.parseLong(damaged[1]) : 0,
        over.length > 1 ? Long.parseLong(over[1]) : 0);
  }

  private static Transfer transfer(
      TransferState state, long approved, long packed, long shipped, String sent) {
    Sku sku = new Sku("S-1");
    List<Transfer.Content> contents = new ArrayList<>();
    for (String each : sent.isEmpty() ? new String[0] : sent.split(" ")) {
      String[] unit = each.split("@");
      String[] lot = unit[0].split("\\*");
      long units = Long.parseLong(lot[1]);
      contents.add(
          new Transfer.Content(
              contents.size() + 1L,
              1,
              sku,
              lot[0].equals("-") ? "" : lot[0],
              unit.length > 1 ? unit[1] : "",
              new LocationCode("DOCK"),
              units,
              units,
              0));
    }
    return new Transfer(
        1,
        new Reference("TR-1"),
        new WarehouseCode("W1"),
        new WarehouseCode("W2"),
        state,
        new Operator("ana"),
        List.of(new Transfer.Line(1, sku, 10, approved, packed, shipped, 0, 0, 0, 0, 0)),
        contents);
  }
}
