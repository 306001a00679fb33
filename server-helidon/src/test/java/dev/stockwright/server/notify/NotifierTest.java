package dev.stockwright.server.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.SystemCommand;
import dev.stockwright.server.ManualClock;
import dev.stockwright.server.config.ServerSettings;
import dev.stockwright.server.desk.TestSite;
import dev.stockwright.vocabulary.Reference;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Alerts on their way to a real mail server and a real HTTP server.
class NotifierTest {
  private static final TestSite SITE = new TestSite((warehouse, epoch, events) -> {});
  private static final String SECRET = "a-secret-of-24-characters";

  private final ManualClock clock = new ManualClock(Instant.now());
  private final GreenMail mail =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  private final List<Post> posts = Collections.synchronizedList(new ArrayList<>());

  /// What the HTTP server answers, one after the other; 200 when nothing is left.
  private final ConcurrentLinkedDeque<Integer> answers = new ConcurrentLinkedDeque<>();

  private HttpServer http;
  private Notifier notifier;

  private record Post(String path, Map<String, String> headers, String body) {}

  @AfterAll
  static void closeSite() {
    SITE.close();
  }

  @BeforeEach
  void start() throws IOException {
    SITE.change(
        """
        DELETE FROM notification; DELETE FROM message; DELETE FROM channel;
        DELETE FROM alert_event; DELETE FROM alert
        """);
    mail.start();
    http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    http.createContext(
        "/",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          Map<String, String> headers = new java.util.HashMap<>();
          exchange.getRequestHeaders().forEach((name, all) -> headers.put(name, all.getFirst()));
          posts.add(new Post(exchange.getRequestURI().getPath(), headers, body));
          Integer answer = answers.poll();
          int status = answer == null ? 200 : answer;
          if (status == 429) {
            exchange.getResponseHeaders().add("Retry-After", "120");
          }
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    http.start();
    notifier =
        new Notifier(
            SITE.database,
            new ServerSettings.Mail(
                "127.0.0.1", mail.getSmtp().getPort(), "", "", "stock@example.org", "none"),
            clock);
  }

  @AfterEach
  void stop() {
    notifier.close();
    http.stop(0);
    mail.stop();
  }

  @Test
  void anAlertIsMailedOnceAndItsEndToo() throws Exception {
    set("office", "email", "office@example.org, boss@example.org", SystemCommand.Timing.always());
    alert(1, "low", 2, "opened", "Milk (S-1) is low: 4 left\r\nBcc: all@example.org");
    notifier.run();
    notifier.run();
    MimeMessage[] mails = mail.getReceivedMessages();
    assertEquals(2, mails.length, "one for each address");
    assertEquals("[W1] Milk (S-1) is low: 4 left Bcc: all@example.org", mails[0].getSubject());
    assertEquals("auto-generated", mails[0].getHeader("Auto-Submitted")[0]);
    assertTrue(mails[0].getContent().toString().contains("(AL-1)"), "names the alert");
    happen(1, "acknowledged");
    happen(1, "resolved");
    notifier.run();
    int ended = 0;
    for (MimeMessage each : mail.getReceivedMessages()) {
      ended += each.getSubject().startsWith("[W1] Ended: ") ? 1 : 0;
    }
    assertEquals("2 of 4", ended + " of " + mail.getReceivedMessages().length);
  }

  @Test
  void aWebhookIsSignedByTheStandardAndKeepsItsIdWhenTriedAgain() throws Exception {
    set("erp", "webhook", url("/erp"), SystemCommand.Timing.always());
    alert(1, "out", 1, "opened", "Milk is out");
    answers.add(503);
    assertEquals("0 messages sent, 1 to be tried again, 0 given up", notifier.run());
    notifier.run();
    assertEquals(1, posts.size(), "not before its pause is over");
    clock.advance(Duration.ofSeconds(40));
    assertEquals("1 messages sent, 0 to be tried again, 0 given up", notifier.run());
    assertEquals(posts.get(0).body(), posts.get(1).body());
    Post post = posts.get(1);
    String id = post.headers().getOrDefault("Webhook-id", "");
    long at = Long.parseLong(post.headers().getOrDefault("Webhook-timestamp", ""));
    assertEquals(posts.get(0).headers().get("Webhook-id"), id);
    assertEquals(clock.instant().getEpochSecond(), at);
    assertEquals(
        HttpCourier.signature(SECRET, id, at, post.body()),
        post.headers().get("Webhook-signature"));
    assertTrue(post.body().contains("\"sentence\":\"Milk is out\""), post.body());
  }

  /// The example of the reference implementations of Standard Webhooks.
  @Test
  void theSignatureIsThatOfTheStandard() {
    assertEquals(
        "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        HttpCourier.signature(
            "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
            "msg_p5jXN8AQM9LWM0D4loKWxJek",
            1_614_265_330L,
            "{\"test\": 2432232314}"));
  }

  @Test
  void aChatGetsTextWithoutMarkUpOfOurs() throws Exception {
    set("chat", "slack", url("/chat"), SystemCommand.Timing.always());
    alert(1, "low", 2, "opened", "Salt & <b>Pepper</b> is low");
    notifier.run();
    assertTrue(
        posts.getFirst().body().contains("Salt &amp; &lt;b&gt;Pepper&lt;/b&gt; is low"),
        posts.getFirst().body());
    assertTrue(posts.getFirst().body().startsWith("{\"text\":"));
  }

  @Test
  void theOtherSideMaySayWhenToComeAgainAndThatItNeverWillTakeIt() throws Exception {
    set("chat", "slack", url("/chat"), SystemCommand.Timing.always());
    alert(1, "low", 2, "opened", "Milk is low");
    answers.add(429);
    notifier.run();
    clock.advance(Duration.ofSeconds(119));
    notifier.run();
    assertEquals(1, posts.size());
    clock.advance(Duration.ofSeconds(2));
    answers.add(404);
    assertEquals("0 messages sent, 0 to be tried again, 1 given up", notifier.run());
    clock.advance(Duration.ofDays(2));
    notifier.run();
    assertEquals(2, posts.size(), "404 is for good");
    String message =
        SITE.database.reading().fetchSingle("SELECT id FROM message").get(0, String.class);
    accepted(new SystemCommand.RetryMessage(new Reference(message)));
    clock.advance(Duration.ofMinutes(1));
    notifier.run();
    assertEquals("sent", state());
  }

  @Test
  void aDeadChannelHoldsUpNoOtherAndItsMessagesAreGivenUpInTheEnd() throws Exception {
    set("dead", "webhook", "http://127.0.0.1:1/none", SystemCommand.Timing.always());
    set("chat", "slack", url("/chat"), SystemCommand.Timing.always());
    alert(1, "low", 2, "opened", "Milk is low");
    assertEquals("1 messages sent, 1 to be tried again, 0 given up", notifier.run());
    String last = "";
    for (int round = 0; round < 20; round++) {
      clock.advance(Duration.ofHours(8));
      String done = notifier.run();
      last = done.isEmpty() ? last : done;
    }
    assertEquals("0 messages sent, 0 to be tried again, 1 given up", last);
    assertEquals(1, posts.size(), "the living one is told once");
  }

  @Test
  void aDigestTellsAllOfItTogetherButWhatIsCriticalAtOnce() throws Exception {
    SystemCommand.Timing hourly =
        new SystemCommand.Timing(
            List.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 60);
    set("chat", "slack", url("/chat"), hourly);
    alert(1, "low", 2, "opened", "Milk is low");
    alert(2, "over", 3, "opened", "Too much salt");
    alert(3, "out", 1, "opened", "Bread is out");
    notifier.run();
    assertEquals(1, posts.size());
    assertTrue(posts.getFirst().body().contains("Bread is out"));
    clock.advance(Duration.ofMinutes(61));
    notifier.run();
    assertEquals(2, posts.size());
    String digest = posts.get(1).body();
    assertTrue(digest.contains("2 alerts") && digest.contains("Milk") && digest.contains("salt"));
  }

  @Test
  void aFloodIsToldInOneMessage() throws Exception {
    set("chat", "slack", url("/chat"), SystemCommand.Timing.always());
    for (int i = 1; i <= 60; i++) {
      alert(i, "low", 2, "opened", "Product " + i + " is low");
    }
    notifier.run();
    assertEquals(1, posts.size());
    assertTrue(posts.getFirst().body().contains("60 alerts"));
  }

  @Test
  void aTestMessageGoesTheSameWayAndAPausedOrDroppedChannelIsSilent() throws Exception {
    set("chat", "slack", url("/chat"), SystemCommand.Timing.always());
    accepted(new SystemCommand.TryChannel(new Reference("chat")));
    clock.advance(Duration.ofMinutes(1));
    notifier.run();
    assertTrue(posts.getFirst().body().contains("test of channel chat"));
    accepted(new SystemCommand.DropChannel(new Reference("chat")));
    alert(1, "low", 2, "opened", "Milk is low");
    notifier.run();
    assertEquals(1, posts.size());
    Answer.Refused refused =
        assertInstanceOf(
            Answer.Refused.class, SITE.ask(new SystemCommand.TryChannel(new Reference("chat"))));
    assertEquals("No channel chat here. Check its number.", refused.message());
  }

  @Test
  void whatCannotBeAChannelIsRefusedWithWhatIsExpected() {
    assertEquals(
        "Medium pigeon is not possible here. Expected email, slack or webhook.",
        refusal(channel("x", "pigeon", "roof", Optional.empty(), Optional.empty())));
    assertTrue(
        refusal(channel("x", "slack", "file:///etc/passwd", Optional.empty(), Optional.empty()))
            .contains("https://host/path"));
    assertTrue(
        refusal(channel("x", "webhook", url("/"), Optional.empty(), Optional.empty()))
            .startsWith("Secret none"));
    set("x", "slack", url("/"), SystemCommand.Timing.always());
    assertTrue(
        refusal(channel("x", "slack", url("/2"), Optional.empty(), Optional.of(9L)))
            .contains("it is version 1 now, yours was made from 9"));
    accepted(channel("x", "slack", url("/2"), Optional.empty(), Optional.of(1L)));
    assertFalse(
        channel("x", "webhook", url("/"), Optional.of(SECRET), Optional.empty())
            .toString()
            .contains(SECRET));
  }

  private void set(String name, String medium, String address, SystemCommand.Timing timing) {
    accepted(
        new SystemCommand.SetChannel(
            new Reference(name),
            medium,
            address,
            medium.equals("webhook") ? Optional.of(SECRET) : Optional.empty(),
            Optional.empty(),
            Optional.of(timing),
            false,
            Optional.empty()));
  }

  private static SystemCommand channel(
      String name, String medium, String address, Optional<String> secret, Optional<Long> seen) {
    return new SystemCommand.SetChannel(
        new Reference(name),
        medium,
        address,
        secret,
        Optional.empty(),
        Optional.empty(),
        false,
        seen);
  }

  private String url(String path) {
    return "http://127.0.0.1:" + http.getAddress().getPort() + path;
  }

  private static void alert(int id, String kind, int severity, String what, String sentence) {
    SITE.change(
        """
        INSERT INTO alert (id, number, warehouse_id, kind, cause, severity, sentence, command_id,
                           opened_at)
        SELECT %1$d, 'AL-%1$d', id, '%2$s', 'c%1$d', %3$d, '%4$s', gen_random_uuid(), now()
          FROM warehouse WHERE code = 'W1'
        """
            .formatted(id, kind, severity, sentence));
    happen(id, what);
  }

  private static void happen(int id, String what) {
    SITE.change(
        """
        INSERT INTO alert_event (alert_id, what, at, author, command_id, dedupe)
        VALUES (%d, '%s', now(), 'ana', gen_random_uuid(), gen_random_uuid()::text)
        """
            .formatted(id, what));
  }

  private static String state() {
    return SITE.database.reading().fetchSingle("SELECT state FROM message").get(0, String.class);
  }

  private static void accepted(SystemCommand command) {
    assertInstanceOf(Answer.Accepted.class, SITE.ask(command));
  }

  private static String refusal(SystemCommand command) {
    return assertInstanceOf(Answer.Refused.class, SITE.ask(command)).message();
  }
}
