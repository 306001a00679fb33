package dev.stockwright.server.adjusting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stockwright.protocol.Sentences;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.Reference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Who may correct how much alone, and who decides about the rest.
class ApprovalRulesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # correcting units | of value | after units | of value alone today | with limits units | and value | needs
          20                 | 100      | 0           | 0                    | 20                | 1000      | nobody else
          21                 | 100      | 0           | 0                    | 20                | 1000      | 21 units of at most 20
          5                  | 1000     | 0           | 0                    | 20                | 1000      | nobody else
          5                  | 1001     | 0           | 0                    | 20                | 1000      | value 1001 of at most 1000
          10                 | 100      | 10          | 100                  | 20                | 1000      | nobody else
          10                 | 100      | 11          | 100                  | 20                | 1000      | 21 units of at most 20
          1                  | 600      | 1           | 600                  | 20                | 1000      | value 1200 of at most 1000
          1                  | 0        | 0           | 0                    | 0                 | 0         | 1 units of at most 0
          """)
  void beyondTheLimitAnotherPersonHasToApprove(
      long units,
      long value,
      long unitsBefore,
      long valueBefore,
      long limitUnits,
      long limitValue,
      String needs) {
    assertEquals(
        needs,
        ApprovalRules.why(
                new ApprovalRules.Correction(units, value, unitsBefore, valueBefore),
                new ApprovalRules.Limit(limitUnits, limitValue))
            .orElse("nobody else"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # a proposal that is | by  | is decided by | which is
          waiting              | ana | ben           | fine
          waiting              | ana | ana           | Another person than ana must decide about AJ-1. Ask a colleague.
          applied              | ana | ben           | Adjustment AJ-1 is applied; this needs one that is waiting.
          rejected             | ana | ben           | Adjustment AJ-1 is rejected; this needs one that is waiting.
          applied              | ana | ana           | Adjustment AJ-1 is applied; this needs one that is waiting.
          """)
  void nobodyDecidesAboutTheirOwnAndNobodyDecidesTwice(
      String state, String by, String who, String is) {
    assertEquals(
        is,
        ApprovalRules.refusal(
                new ApprovalRules.Proposal(new Reference("AJ-1"), state, new Operator(by)),
                new Operator(who))
            .map(Sentences::of)
            .orElse("fine"));
  }
}
