package dev.stockwright.server.http;

import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.Envelope;
import dev.stockwright.protocol.Wire;
import dev.stockwright.server.health.ServerMetrics;
import dev.stockwright.server.security.BlindAnswers;
import dev.stockwright.vocabulary.InvalidValue;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// The commands of the activities, each at an address of its own; what comes back is the answer
/// that the same command gets in an envelope.
final class WorkRoutes {
  private static final HeaderName COMMAND_ID = HeaderNames.create("Command-Id");

  private final Gate gate;
  private final Judge judge;
  private final ServerMetrics metrics;

  WorkRoutes(Gate gate, Judge judge, ServerMetrics metrics) {
    this.gate = gate;
    this.judge = judge;
    this.metrics = metrics;
  }

  List<Route> routes() {
    return WorkPath.ALL.stream()
        .map(path -> Route.post(path.path(), request -> act(path, request)))
        .toList();
  }

  private Reply act(WorkPath path, Request request) throws InterruptedException {
    Envelope envelope =
        new Envelope(
            IdempotencyKey.of(request),
            request.who().device(),
            0,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            command(path, request));
    metrics.asked(envelope.command());
    long deadline = judge.deadline();
    Answer answer =
        BlindAnswers.of(
            request.who(),
            judge.await(judge.submit(gate.admit(request.who(), envelope)), deadline));
    metrics.answered(answer);
    return switch (answer) {
      case Answer.Accepted accepted ->
          Reply.json(Wire.ANSWER.bytes(accepted))
              .with(HeaderValues.create(COMMAND_ID, accepted.id().toString()));
      case Answer.Refused refused -> throw new RequestRefused(Problem.of(refused.refusal()));
      case Answer.Deferred deferred -> throw new RequestRefused(Problem.of(deferred));
    };
  }

  /// The fields of the body, and then those of the path, which win.
  private static Command command(WorkPath path, Request request) {
    byte[] body = request.body();
    JsonText text =
        new JsonText(
            body.length == 0 ? "{}".getBytes(StandardCharsets.US_ASCII) : body,
            request.limits().depth());
    List<String> fields = new ArrayList<>();
    fields.add(quoted("kind") + ":" + quoted(path.kind()));
    Map<String, JsonText.Slice> given = text.fields();
    TreeSet<String> also = new TreeSet<>(path.variables());
    also.add("kind");
    new KnownFields(text).check(given, path.type(), also);
    for (Map.Entry<String, JsonText.Slice> field : given.entrySet()) {
      if (!field.getKey().equals("kind") && !path.variables().contains(field.getKey())) {
        fields.add(quoted(field.getKey()) + ":" + text.raw(field.getValue()));
      }
    }
    for (String variable : path.variables()) {
      fields.add(quoted(variable) + ":" + quoted(request.path(variable, code -> code)));
    }
    try {
      return Wire.COMMAND.read("{" + String.join(",", fields) + "}");
    } catch (InvalidValue e) {
      throw e;
    } catch (RuntimeException e) {
      throw Wire.unreadable(e);
    }
  }

  private static String quoted(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < ' ') {
        json.append(String.format("\\u%04x", (int) c));
      } else {
        json.append(c);
      }
    }
    return json.append('"').toString();
  }
}
