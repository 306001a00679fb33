package dev.stockwright.server.http;

import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.Envelope;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.protocol.Sentences;
import dev.stockwright.protocol.Wire;
import dev.stockwright.server.desk.Submission;
import dev.stockwright.server.health.ServerMetrics;
import dev.stockwright.server.security.BlindAnswers;
import dev.stockwright.server.security.Principal;
import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.InvalidValue;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.exception.DataAccessException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// `POST /api/v1/commands`: many envelopes, an answer each. One that cannot be read spoils no
/// other.
final class CommandRoutes {
  private static final Logger LOG = LoggerFactory.getLogger(CommandRoutes.class);
  private static final CommandId NO_ID = new CommandId(new UUID(0, 0));
  private static final byte[] OPEN = "{\"answers\":[".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] CLOSE = "]}".getBytes(StandardCharsets.US_ASCII);

  private final Gate gate;
  private final Judge judge;
  private final ServerMetrics metrics;

  CommandRoutes(Gate gate, Judge judge, ServerMetrics metrics) {
    this.gate = gate;
    this.judge = judge;
    this.metrics = metrics;
  }

  List<Route> routes() {
    return List.of(Route.post("/api/v1/commands", this::commands));
  }

  private Reply commands(Request request) throws InterruptedException {
    JsonText text = new JsonText(request.body(), request.limits().depth());
    List<JsonText.Slice> slices =
        text.elements("envelopes", request.limits().envelopes())
            .orElseThrow(
                () -> new InvalidValue("missing_envelopes", "envelopes is missing; add the list"));
    if (slices.isEmpty()) {
      throw new InvalidValue("missing_envelopes", "envelopes is empty; send 1 to 100");
    }
    long deadline = judge.deadline();
    List<Judge.Pending> pending = new ArrayList<>(slices.size());
    for (JsonText.Slice slice : slices) {
      pending.add(submit(request.who(), text.copy(slice)));
    }
    List<Answer> answers = new ArrayList<>(pending.size());
    for (Judge.Pending each : pending) {
      answers.add(BlindAnswers.of(request.who(), judge.await(each, deadline)));
    }
    return reply(answers);
  }

  private Judge.Pending submit(Principal sender, byte[] json) {
    Envelope envelope;
    try {
      envelope = Wire.ENVELOPE.read(json);
    } catch (InvalidValue invalid) {
      return unreadable(sender, json, invalid);
    }
    metrics.asked(envelope.command());
    Optional<Refusal> foreign = gate.foreignDevice(sender, envelope);
    if (foreign.isPresent()) {
      return Judge.Pending.known(refused(envelope.id(), foreign.get()));
    }
    try {
      return judge.submit(gate.admit(sender, envelope));
    } catch (DataAccessException e) {
      LOG.warn("Rights could not be looked up: {}", e.toString());
      return Judge.Pending.known(Judge.unavailable(envelope.id()));
    }
  }

  /// Remembered when it can be told whose it is, so that the device's numbers go on.
  private Judge.Pending unreadable(Principal sender, byte[] json, InvalidValue invalid) {
    Refusal refusal = new Refusal.Malformed(invalid.code(), String.valueOf(invalid.getMessage()));
    Head head = Head.of(json);
    boolean numbered = head.id().isPresent() && head.device().isPresent() && head.sequence() > 0;
    boolean mine = !sender.onDevice() || head.device().equals(Optional.of(sender.device()));
    if (!numbered || !mine) {
      return Judge.Pending.known(refused(head.id().orElse(NO_ID), refusal));
    }
    return judge.submit(
        Submission.unreadable(
            head.id().get(),
            head.device().get(),
            head.sequence(),
            sender.operator(),
            new String(json, StandardCharsets.UTF_8),
            refusal));
  }

  private Reply reply(List<Answer> answers) {
    boolean judged = false;
    for (Answer answer : answers) {
      metrics.answered(answer);
      judged |= !(answer instanceof Answer.Deferred deferred) || deferred.resendFrom() > 0;
    }
    if (!judged && answers.getFirst() instanceof Answer.Deferred deferred) {
      throw new RequestRefused(Problem.of(deferred));
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(64 + answers.size() * 192);
    out.writeBytes(OPEN);
    for (int i = 0; i < answers.size(); i++) {
      if (i > 0) {
        out.write(',');
      }
      out.writeBytes(Wire.ANSWER.bytes(answers.get(i)));
    }
    out.writeBytes(CLOSE);
    return Reply.json(out.toByteArray());
  }

  private static Answer.Refused refused(CommandId id, Refusal refusal) {
    return new Answer.Refused(id, refusal, Sentences.of(refusal));
  }

  /// What can still be read of an envelope that is none.
  private record Head(Optional<CommandId> id, Optional<DeviceId> device, long sequence) {
    static Head of(byte[] json) {
      try {
        JsonText text = new JsonText(json, 64);
        Map<String, JsonText.Slice> fields = text.fields();
        return new Head(
            string(text, fields.get("id")).flatMap(Head::id),
            string(text, fields.get("device")).flatMap(Head::device),
            number(text, fields.get("sequence")));
      } catch (RequestRefused notAnObject) {
        return new Head(Optional.empty(), Optional.empty(), 0);
      }
    }

    private static Optional<String> string(
        JsonText text, JsonText.@org.jspecify.annotations.Nullable Slice slice) {
      return slice == null || text.kind(slice) != '"'
          ? Optional.empty()
          : Optional.of(text.string(slice));
    }

    private static long number(
        JsonText text, JsonText.@org.jspecify.annotations.Nullable Slice slice) {
      if (slice == null || text.kind(slice) < '0' || text.kind(slice) > '9') {
        return 0;
      }
      try {
        return new BigDecimal(text.raw(slice)).longValueExact();
      } catch (ArithmeticException | NumberFormatException e) {
        return 0;
      }
    }

    private static Optional<CommandId> id(String text) {
      try {
        return Optional.of(CommandId.of(text));
      } catch (InvalidValue e) {
        return Optional.empty();
      }
    }

    private static Optional<DeviceId> device(String text) {
      try {
        return Optional.of(new DeviceId(text));
      } catch (InvalidValue e) {
        return Optional.empty();
      }
    }
  }
}
