package dev.stockwright.server.security;

import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.GuardRefusal;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.protocol.Sentences;
import java.util.List;

/// Answers as those may read them who count: whether it was done, and none of the figures that the
/// books have. The ledger remembers the whole answer. Pure.
public final class BlindAnswers {
  private BlindAnswers() {}

  /// What `who` is told.
  public static Answer of(Principal who, Answer answer) {
    return Rights.blind(who) ? blind(answer) : answer;
  }

  private static Answer blind(Answer answer) {
    return switch (answer) {
      case Answer.Accepted done -> new Answer.Accepted(done.id(), List.of(), done.documents());
      case Answer.Refused refused -> {
        Refusal untold = blind(refused.refusal());
        yield new Answer.Refused(refused.id(), untold, Sentences.of(untold));
      }
      case Answer.Deferred later -> later;
    };
  }

  private static Refusal blind(Refusal refusal) {
    return switch (refusal) {
      case Refusal.InsufficientStock r ->
          new GuardRefusal.TooFewUntold(r.warehouse(), r.sku(), r.bin(), r.wanted());
      case GuardRefusal.GoodsOfDocument r ->
          new GuardRefusal.GoodsOfDocument(
              r.sku(), r.bin(), r.wanted(), 0, r.document(), r.number(), r.given(), r.expected());
      default -> refusal;
    };
  }
}
