package dev.stockwright.server.referring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.protocol.ReferralCommand.ReferRefusal;
import dev.stockwright.protocol.Sentences;
import dev.stockwright.protocol.Wire;
import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferralRulesTest {
  private static final String ID = "0192c8f4-7a1e-7cc3-98c4-dc0c0c07398f";
  private static final CommandId REFUSED = CommandId.of(ID);
  private static final String MOVE =
      "{'kind':'move_stock','warehouse':'W1','sku':'S','quantity':1,'from':'A','to':'B'}";
  private static final String UNDO = "{'kind':'undo_command','undone':'" + ID + "'}";
  private static final String NOTED =
      "{'kind':'note_mismatch','warehouse':'W1','activity':'pick','mistaken':'lot','expected':'A','scanned':'B'}";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          refused  | true  | move   | W1 | false | yes
          refused  | true  | move   | W2 | false | Wrong command: ID. Expected one that is done in W2.
          refused  | false | move   | W1 | false | Wrong command: ID. Expected one that was refused, as it was sent.
          accepted | true  | move   | W1 | false | Wrong command: ID. Expected one that was refused, as it was sent.
          unknown  | true  | move   | W1 | false | Wrong command: ID. Expected one that was refused, as it was sent.
          refused  | true  | none   | W1 | false | Wrong command: ID. Expected one that was refused, as it was sent.
          refused  | true  | undo   | W1 | false | Wrong command: ID. Expected one that is done in W1.
          refused  | true  | noted  | W1 | false | Wrong command: ID. Expected one that is done in W1.
          refused  | true  | move   | W1 | true  | There is referral ID already. Use another number.
          """)
  void onlyWhatWasRefusedIsReferredAsItWasToldAndOnce(
      String answered, boolean same, String told, String where, boolean known, String said) {
    Optional<Command> command =
        switch (told) {
          case "move" -> Optional.of(read(MOVE));
          case "undo" -> Optional.of(read(UNDO));
          case "noted" -> Optional.of(read(NOTED));
          default -> Optional.empty();
        };
    Refusal why = new Refusal.SamePlace("A");
    Optional<Answer> answer =
        switch (answered) {
          case "refused" -> Optional.of(new Answer.Refused(REFUSED, why, Sentences.of(why)));
          case "accepted" -> Optional.of(new Answer.Accepted(REFUSED, List.of(), List.of()));
          default -> Optional.empty();
        };
    ReferRefusal refer =
        new ReferRefusal(
            new WarehouseCode(where),
            REFUSED,
            "x",
            new Operator("wim"),
            Optional.empty(),
            Optional.empty());
    assertEquals(
        said,
        said(
            ReferralRules.refusal(
                refer,
                command,
                answer.map(one -> new ReferralRules.Remembered(one, same)),
                known)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          waiting  | wim | ana | yes
          waiting  | wim | wim | Another person than wim must decide about this work. Ask a colleague.
          recorded | wim | ana | Referral ID is recorded; this needs one that is waiting.
          rejected | wim | wim | Referral ID is rejected; this needs one that is waiting.
          """)
  void anotherPersonSettlesItOnce(String state, String workedBy, String who, String said) {
    assertEquals(
        said,
        said(
            ReferralRules.refusal(
                REFUSED,
                Optional.of(new ReferralRules.Referral(REFUSED, state, new Operator(workedBy))),
                new Operator(who))));
  }

  @Test
  void whatNobodyHasReferredCannotBeSettled() {
    assertEquals(
        "No referral ID here. Check its number.",
        said(ReferralRules.refusal(REFUSED, Optional.empty(), new Operator("ana"))));
  }

  private static String said(Optional<Refusal> refusal) {
    return refusal.map(why -> Sentences.of(why).replace(ID, "ID")).orElse("yes");
  }

  private static Command read(String text) {
    return Wire.COMMAND.read(text.replace('\'', '"'));
  }
}
