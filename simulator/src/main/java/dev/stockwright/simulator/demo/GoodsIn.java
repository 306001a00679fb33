package dev.stockwright.simulator.demo;

import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.Envelope;
import dev.stockwright.protocol.ReceiveGoods;
import dev.stockwright.protocol.Wire;
import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.InvalidValue;
import io.avaje.json.JsonException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/// Sends receipts through the server's HTTP door, each signed by the receiver of its warehouse. An
/// envelope's id comes from its place in the list, so sending the list again changes nothing.
final class GoodsIn {
  private static final int ENVELOPES = 100;
  private static final int TRIES = 60;
  private static final DeviceId DEVICE = new DeviceId("demo-goods-in");

  private final URI server;
  private final HttpClient http = HttpClient.newHttpClient();

  GoodsIn(URI server) {
    this.server = server;
  }

  /// Sends them all and waits for their answers.
  ///
  /// @throws DemoUnfit when one is refused, or the server does not answer
  void send(List<Command> receipts, List<Person> people) {
    Map<SignIn, List<Envelope>> bySender = new LinkedHashMap<>();
    for (int i = 0; i < receipts.size(); i++) {
      String code = ((ReceiveGoods) receipts.get(i)).warehouse().code();
      bySender
          .computeIfAbsent(receiver(people, code), sender -> new ArrayList<>())
          .add(envelope(i, receipts.get(i)));
    }
    bySender.forEach(
        (sender, envelopes) -> {
          String token = signIn(sender);
          for (int from = 0; from < envelopes.size(); from += ENVELOPES) {
            int to = Math.min(envelopes.size(), from + ENVELOPES);
            settle(envelopes.subList(from, to), token);
          }
        });
  }

  private static SignIn receiver(List<Person> people, String warehouse) {
    return people.stream()
        .map(Person::signIn)
        .filter(one -> one.role().equals("receiver") && one.warehouses().contains(warehouse))
        .findFirst()
        .orElseThrow(() -> new DemoUnfit("Nobody receives in " + warehouse + "; see people.csv"));
  }

  private static Envelope envelope(int place, Command command) {
    byte[] name = ("stockwright demo receipt " + place).getBytes(StandardCharsets.UTF_8);
    return new Envelope(
        new CommandId(UUID.nameUUIDFromBytes(name)),
        DEVICE,
        0,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        command);
  }

  private String signIn(SignIn sender) {
    Credentials credentials = new Credentials(sender.user(), sender.password());
    String body = Wire.jsonb().type(Credentials.class).toJson(credentials);
    HttpResponse<String> response = post("/api/v1/sessions", body, Optional.empty());
    if (response.statusCode() != 201) {
      throw new DemoUnfit(
          sender.user()
              + " cannot sign in (status "
              + response.statusCode()
              + "); the folder's sign-ins and its database do not belong together");
    }
    return Wire.jsonb().type(Session.class).fromJson(response.body()).token();
  }

  /// Sends again what was deferred, until each envelope has its answer.
  private void settle(List<Envelope> envelopes, String token) {
    List<Envelope> open = envelopes;
    for (int tries = 0; !open.isEmpty(); tries++) {
      if (tries == TRIES) {
        throw new DemoUnfit("The server has put off the demo's receipts " + TRIES + " times");
      }
      if (tries > 0) {
        pause(Duration.ofMillis(500));
      }
      open = deferred(open, token);
    }
  }

  private List<Envelope> deferred(List<Envelope> envelopes, String token) {
    String body =
        envelopes.stream()
            .map(Wire.ENVELOPE::text)
            .collect(Collectors.joining(",", "{\"envelopes\":[", "]}"));
    HttpResponse<String> response = post("/api/v1/commands", body, Optional.of(token));
    if (response.statusCode() == 503) {
      return envelopes;
    }
    if (response.statusCode() != 200) {
      throw new DemoUnfit("The server turned the demo's receipts away: " + response.body());
    }
    List<Envelope> open = new ArrayList<>();
    List<Answer> answers = answers(response.body());
    for (int i = 0; i < envelopes.size(); i++) {
      switch (answers.get(i)) {
        case Answer.Accepted _ -> {}
        case Answer.Deferred _ -> open.add(envelopes.get(i));
        case Answer.Refused(_, _, String message) ->
            throw new DemoUnfit(
                "The server refused "
                    + Wire.COMMAND.text(envelopes.get(i).command())
                    + ": "
                    + message);
      }
    }
    return open;
  }

  private static List<Answer> answers(String body) {
    try {
      return Wire.jsonb().type(Answers.class).fromJson(body).answers();
    } catch (JsonException | InvalidValue e) {
      throw new DemoUnfit("The server's answers cannot be read: " + e, e);
    }
  }

  private HttpResponse<String> post(String path, String body, Optional<String> token) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.resolve(path))
            .timeout(Duration.ofSeconds(30))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    token.ifPresent(text -> request.header("Authorization", "Bearer " + text));
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new DemoUnfit("The server does not answer at " + server + path + ": " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DemoUnfit("Stopped while the demo's receipts were sent", e);
    }
  }

  private static void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DemoUnfit("Stopped while the demo's receipts were sent", e);
    }
  }
}
