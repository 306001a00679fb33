package dev.stockwright.server.http;

import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.DocumentRefusal;
import dev.stockwright.protocol.Envelope;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.protocol.Sentences;
import dev.stockwright.protocol.Wire;
import dev.stockwright.server.health.ServerMetrics;
import dev.stockwright.server.security.BlindAnswers;
import dev.stockwright.server.security.Credentials;
import dev.stockwright.server.security.Principal;
import dev.stockwright.server.security.Proof;
import dev.stockwright.server.security.Rights;
import dev.stockwright.server.security.SignIn;
import dev.stockwright.server.security.SignInResult;
import dev.stockwright.vocabulary.InvalidValue;
import java.util.List;
import java.util.Optional;

/// What a supervisor decides at the device of somebody else: one command, which is theirs by badge
/// and PIN. No session is opened, and whoever works with the device stays signed in.
final class ApprovalRoutes {
  private final SignIn signIn;
  private final Gate gate;
  private final Judge judge;
  private final ServerMetrics metrics;

  ApprovalRoutes(SignIn signIn, Gate gate, Judge judge, ServerMetrics metrics) {
    this.signIn = signIn;
    this.gate = gate;
    this.judge = judge;
    this.metrics = metrics;
  }

  List<Route> routes() {
    return List.of(Route.post("/api/v1/approvals", this::approve));
  }

  private Reply approve(Request request) throws InterruptedException {
    Principal worker = request.who();
    byte[] body = request.body();
    Credentials credentials = SessionRoutes.pinned(JsonFields.of(body, request.limits().depth()));
    Envelope envelope = envelope(body, request.limits().depth());
    Principal approver =
        switch (signIn.prove(credentials, worker.device())) {
          case Proof.Proved(Principal proved) -> proved;
          case Proof.Failed(SignInResult why) -> throw notProved(why);
        };
    metrics.asked(envelope.command());
    Optional<Refusal> wrong =
        gate.foreignDevice(worker, envelope).or(() -> wrong(worker, approver, envelope));
    Answer answer =
        wrong.isPresent()
            ? new Answer.Refused(envelope.id(), wrong.get(), Sentences.of(wrong.get()))
            : judge.await(judge.submit(gate.admit(approver, envelope)), judge.deadline());
    metrics.answered(answer);
    if (answer instanceof Answer.Deferred deferred) {
      throw new RequestRefused(Problem.of(deferred));
    }
    return Reply.json(Wire.ANSWER.bytes(BlindAnswers.of(worker, answer)));
  }

  /// A wrong PIN says nothing of the session of who works here, so it is no 401.
  private static RequestRefused notProved(SignInResult why) {
    return why instanceof SignInResult.Wrong
        ? new RequestRefused(
            Problem.of(
                403, "approval_refused", "Not approved", "Badge and PIN do not fit. Try again."))
        : SessionRoutes.refused(why);
  }

  /// Nobody allows themselves what they ask for, and only who decides can allow.
  private static Optional<Refusal> wrong(Principal worker, Principal approver, Envelope envelope) {
    if (!Rights.decides(approver)) {
      return Optional.of(new Refusal.NotAllowed("approve for others", Optional.empty()));
    }
    if (approver.operator().equals(worker.operator())) {
      return Optional.of(new DocumentRefusal.OtherPersonNeeded("approve this", worker.operator()));
    }
    return envelope.author().filter(author -> !author.equals(approver.operator())).isPresent()
        ? Optional.of(
            new Refusal.NotAllowed(
                "approve in the name of " + envelope.author().get(), Optional.empty()))
        : Optional.empty();
  }

  /// Numbers belong to what the device sends from its outbox; this is not of its order.
  private static Envelope envelope(byte[] body, int depth) {
    JsonText text = new JsonText(body, depth);
    JsonText.Slice slice = text.fields().get("envelope");
    if (slice == null || text.kind(slice) != '{') {
      throw new InvalidValue("missing_envelope", "envelope is missing; add the command to approve");
    }
    Envelope envelope = Wire.ENVELOPE.read(text.copy(slice));
    if (envelope.sequence() != 0) {
      throw new InvalidValue(
          "invalid_sequence", "sequence must be 0: what is approved has no place in the outbox");
    }
    return envelope;
  }
}
