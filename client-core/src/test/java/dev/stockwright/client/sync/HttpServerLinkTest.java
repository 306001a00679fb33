package dev.stockwright.client.sync;

import static dev.stockwright.client.Samples.ANA;
import static dev.stockwright.client.Samples.DESK;
import static dev.stockwright.client.Samples.NORTH;
import static dev.stockwright.client.Samples.receive;
import static dev.stockwright.client.Samples.saved;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.stockwright.client.ManualClock;
import dev.stockwright.client.known.OpenOrder;
import dev.stockwright.client.known.OrderLine;
import dev.stockwright.client.known.Place;
import dev.stockwright.client.outbox.MemoryOutbox;
import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.Envelope;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Sku;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@NullUnmarked // fields are set before each test
class HttpServerLinkTest {
  /// What the scripted server does to the next call.
  private record Say(int status, String body, String retryAfter) {
    static final int CUT = -1;
  }

  private static final String SESSION =
      """
      {"token":"t-1","expires_at":"2026-11-20T18:00:00Z","user":"ana","name":"Ana Perez",
       "role":"supervisor","warehouses":["NORTH","SOUTH"],"device":"DESK-1"}""";

  private final ManualClock clock = new ManualClock();
  private final ConcurrentLinkedQueue<Say> script = new ConcurrentLinkedQueue<>();
  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  private HttpServer server;
  private HttpServerLink link;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
    URI address = URI.create("http://localhost:" + server.getAddress().getPort());
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    link = new HttpServerLink(client, address, clock);
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    asked.add(
        exchange.getRequestMethod()
            + " "
            + exchange.getRequestURI()
            + " "
            + exchange.getRequestHeaders().getFirst("Authorization")
            + " "
            + body);
    Say say = script.remove();
    if (say.status() == Say.CUT) {
      exchange.close();
      return;
    }
    if (!say.retryAfter().isEmpty()) {
      exchange.getResponseHeaders().add("Retry-After", say.retryAfter());
    }
    byte[] bytes = say.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(say.status(), bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private void say(int status, String body) {
    script.add(new Say(status, body, ""));
  }

  private void signIn() {
    say(201, SESSION);
    Reply<SignedIn> reply = link.signIn(new Credentials.Badge("B-7", "123456"), DESK);
    assertInstanceOf(Reply.Ok.class, reply);
  }

  private static Envelope envelope() {
    return saved(new MemoryOutbox(DESK, new ManualClock()).add(receive("A", 1), ANA));
  }

  private static <T> Reply.Trouble trouble(Reply<T> reply) {
    return switch (reply) {
      case Reply.Ok<T> ok -> throw new AssertionError(ok);
      case Reply.Failed<T> failed -> failed.trouble();
    };
  }

  private static <T> T value(Reply<T> reply) {
    return switch (reply) {
      case Reply.Ok<T> ok -> ok.value();
      case Reply.Failed<T> failed -> throw new AssertionError(failed);
    };
  }

  @Test
  void signingInByBadgeGivesThePersonAndTheToken() {
    say(201, SESSION);
    SignedIn person = value(link.signIn(new Credentials.Badge("B-7", "123456"), DESK));
    assertEquals("Ana Perez", person.name());
    assertTrue(person.supervisor());
    assertEquals(Optional.of("t-1"), link.token());
    assertEquals(
        "POST /api/v1/sessions null {\"badge\":\"B-7\",\"pin\":\"123456\",\"device\":\"DESK-1\"}",
        asked.getFirst());
    assertFalse(new Credentials.Password("ana", "secret").toString().contains("secret"));
  }

  @Test
  void aWrongPasswordAndALockAreSentencesForPeople() {
    say(
        401,
        "{\"title\":\"No\",\"status\":401,\"code\":\"sign_in_refused\",\"detail\":\"Wrong.\"}");
    assertEquals(
        new Reply.Refused(401, "sign_in_refused", "Wrong."),
        trouble(link.signIn(new Credentials.Password("ana", "x"), DESK)));
    script.add(new Say(429, "{\"code\":\"sign_in_locked\",\"detail\":\"Locked.\"}", "30"));
    assertEquals(
        new Reply.Refused(429, "sign_in_locked", "Locked. Try again in 30 s."),
        trouble(link.signIn(new Credentials.Password("ana", "x"), DESK)));
    assertEquals(Optional.empty(), link.token());
  }

  @Test
  void withoutSignInNothingIsAsked() {
    assertEquals(new Reply.SignInNeeded(), trouble(link.send(List.of(envelope()))));
    assertEquals(List.of(), asked);
  }

  @Test
  void envelopesGoUpAsTheyAreAndAnswersComeBackInOrder() {
    signIn();
    Envelope envelope = envelope();
    say(
        200,
        "{\"answers\":[{\"status\":\"deferred\",\"id\":\""
            + envelope.id()
            + "\",\"code\":\"busy\",\"message\":\"Busy.\",\"retry_after_ms\":250,"
            + "\"resend_from\":0}]}");
    assertEquals(
        List.of(new Answer.Deferred(envelope.id(), "busy", "Busy.", 250, 0)),
        value(link.send(List.of(envelope))));
    String expected =
        "POST /api/v1/commands Bearer t-1 {\"envelopes\":["
            + dev.stockwright.protocol.Wire.ENVELOPE.text(envelope)
            + "]}";
    assertEquals(expected, asked.getLast());
  }

  @Test
  void everyWayToFailIsAReplyNeverAnException() {
    signIn();
    List<Envelope> one = List.of(envelope());
    script.add(new Say(503, "", "7"));
    assertEquals(new Reply.Busy(Duration.ofSeconds(7)), trouble(link.send(one)));
    say(500, "oops");
    assertEquals(new Reply.Unreachable("status 500"), trouble(link.send(one)));
    say(401, "{}");
    assertEquals(new Reply.SignInNeeded(), trouble(link.send(one)));
    say(400, "<html>a proxy</html>");
    assertEquals(
        new Reply.Refused(400, "status_400", "The server said 400."), trouble(link.send(one)));
    say(200, "{\"answers\":[]}");
    assertEquals(new Reply.Unreachable("0 answers to 1"), trouble(link.send(one)));
    say(200, "not json");
    assertInstanceOf(Reply.Unreachable.class, trouble(link.send(one)));
    say(Say.CUT, "");
    assertInstanceOf(Reply.Unreachable.class, trouble(link.send(one)));
    server.stop(0);
    assertInstanceOf(Reply.Unreachable.class, trouble(link.send(one)));
  }

  @Test
  void listsComePageByPage() {
    signIn();
    say(
        200,
        """
        {"items":[{"sku":"HM-1","name":"Hammer","unit":"each","lot_tracked":true,
         "serial_tracked":false,"barcodes":[{"code":"09501101530003","pack":"case","units":24}],
         "new_field":1}],"next":"c1"}""");
    ProductPart products = value(link.products(Optional.empty(), ""));
    assertEquals(Optional.of("c1"), products.next());
    assertTrue(products.items().getFirst().product().lotTracked());
    assertEquals(24, products.items().getFirst().barcodes().getFirst().pack().units());
    say(200, "{\"items\":[],\"next\":null}");
    assertEquals(Optional.empty(), value(link.products(Optional.empty(), "c 1")).next());
    assertTrue(asked.getLast().startsWith("GET /api/v1/products?limit=500&after=c+1 "));
    say(200, "{\"items\":[{\"code\":\"A-1\",\"warehouse\":\"NORTH\",\"kind\":\"bin\"}]}");
    assertEquals(
        List.of(new Place(new LocationCode("A-1"), "", "bin")),
        value(link.locations(NORTH, "")).items());
  }

  @Test
  void linesOfOneProductOnAnOrderCountTogetherWithTheirTolerance() {
    signIn();
    say(
        200,
        """
        {"items":[{"number":"PO-1","supplier":"Acme","warehouse":"NORTH","state":"open",
         "expected_on":"2026-11-21","lines":[
         {"line":1,"sku":"A","name":"Hammer","ordered":100,"received":10,"over_percent":5},
         {"line":2,"sku":"A","name":"Hammer","ordered":10,"received":0,"over_percent":9.9}]}],
         "next":null}""");
    OpenOrder order = value(link.purchaseOrders(NORTH, "")).items().getFirst();
    assertEquals(List.of(new OrderLine(new Sku("A"), "Hammer", 110, 10, 115)), order.lines());
    assertEquals(clock.instant(), order.readAt());
  }
}
