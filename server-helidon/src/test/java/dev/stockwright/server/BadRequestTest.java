package dev.stockwright.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BadRequestTest {
  private static final String COMMANDS = "/api/v1/commands";
  private final TestHouse house = TestHouse.shared();

  @ParameterizedTest
  @MethodSource("bodies")
  void aBodyThatIsNoneIsRefused(String body, int status, String code) {
    Caller.Heard heard = house.caller().post(COMMANDS, house.token("ana"), body);
    assertEquals(status + " " + code, heard.status() + " " + heard.code(), heard.body());
    assertEquals("application/problem+json", heard.header("content-type"));
    assertFalse(heard.header("x-correlation-id").isEmpty());
    assertTrue(heard.text("instance").endsWith(heard.header("x-correlation-id")));
    assertTrue(house.desk().given().isEmpty());
  }

  static Stream<Arguments> bodies() {
    return Stream.of(
        Arguments.of("", 400, "invalid_json"),
        Arguments.of("nonsense", 400, "invalid_json"),
        Arguments.of("{\"envelopes\":[", 400, "invalid_json"),
        Arguments.of("{}", 400, "missing_envelopes"),
        Arguments.of("[]", 400, "missing_envelopes"),
        Arguments.of("{\"envelopes\":[]}", 400, "missing_envelopes"),
        Arguments.of("{\"envelopes\":7}", 400, "missing_envelopes"),
        Arguments.of("[" + "[".repeat(20) + "]".repeat(20) + "]", 400, "too_deep"),
        Arguments.of("[".repeat(100_000), 400, "too_deep"),
        Arguments.of("\u0000\u0001\u0002", 400, "invalid_json"),
        Arguments.of("[\"" + "x".repeat(300 * 1024) + "\"]", 413, "body_too_large"));
  }

  @Test
  void aBodyWithoutALengthIsCutOffAtTheLimit() {
    byte[] body = ("[\"" + "x".repeat(300 * 1024) + "\"]").getBytes(StandardCharsets.US_ASCII);
    Caller.Heard heard =
        house
            .caller()
            .send(
                house
                    .caller()
                    .request(COMMANDS, house.token("ana"))
                    .header("Content-Type", "application/json")
                    .POST(
                        HttpRequest.BodyPublishers.ofInputStream(
                            () -> new java.io.ByteArrayInputStream(body))));
    assertEquals("413 body_too_large", heard.status() + " " + heard.code());
  }

  @Test
  void anotherContentTypeIsRefused() {
    Caller.Heard heard =
        house
            .caller()
            .send(
                house
                    .caller()
                    .request(COMMANDS, house.token("ana"))
                    .header("Content-Type", "text/xml")
                    .POST(HttpRequest.BodyPublishers.ofString("<a/>")));
    assertEquals("415 not_json", heard.status() + " " + heard.code());
  }

  @Test
  void theWrongMethodIsToldTheRightOnes() {
    Caller.Heard heard = house.caller().get(COMMANDS, house.token("ana"));
    assertEquals("405 method_not_allowed", heard.status() + " " + heard.code());
    assertEquals("POST", heard.header("allow"));
    Caller.Heard delete = house.caller().delete("/api/v1/products", house.token("ana"));
    assertEquals("405 method_not_allowed", delete.status() + " " + delete.code());
    assertEquals("GET", delete.header("allow"));
  }

  @Test
  void anUnknownAddressIsAProblemToo() {
    for (String path : new String[] {"/", "/api", "/api/v2/products", "/favicon.ico"}) {
      Caller.Heard heard = house.caller().get(path, "");
      assertEquals("404 unknown_path", heard.status() + " " + heard.code(), path);
    }
  }

  @Test
  void atokenThatIsNoneIsRefused() {
    for (String token : new String[] {"x", "A".repeat(43), "A".repeat(5_000)}) {
      Caller.Heard heard = house.caller().get("/api/v1/products", token);
      assertEquals("401 session_ended", heard.status() + " " + heard.code());
      assertEquals("Bearer", heard.header("www-authenticate"));
    }
  }

  @Test
  void theSendersOwnNameOfARequestIsKeptWhenItIsPlain() {
    Caller.Heard kept =
        house
            .caller()
            .send(
                house
                    .caller()
                    .request("/health/live", "")
                    .header("X-Correlation-Id", "my-42")
                    .GET());
    assertEquals("my-42", kept.header("x-correlation-id"));
    Caller.Heard replaced =
        house
            .caller()
            .send(
                house
                    .caller()
                    .request("/health/live", "")
                    .header("X-Correlation-Id", "a{b}\"c")
                    .GET());
    assertFalse(replaced.header("x-correlation-id").contains("{"));
  }

  @Test
  void headersWithoutEndAreCutOff() throws IOException {
    String answer = raw("GET /health/live HTTP/1.1\r\nHost: x\r\nX: " + "y".repeat(40_000));
    assertFalse(answer.contains(" 200 "), answer);
    assertFalse(answer.contains("xception"), answer);
  }

  @Test
  void whatIsNoHttpTellsNothingOfOurInsides() throws IOException {
    for (String line :
        new String[] {
          "GARBAGE\r\n\r\n",
          "GET /\u0001 HTTP/1.1\r\nHost: x\r\n\r\n",
          "GET / HTTP/9.9\r\nHost: x\r\n\r\n",
          "GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n",
          "POST /api/v1/sessions HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n",
          "POST /api/v1/sessions HTTP/1.1\r\nHost: x\r\nContent-Length: zz\r\n\r\n",
        }) {
      String answer = raw(line);
      assertFalse(answer.contains("xception"), line + answer);
      assertFalse(answer.contains("io.helidon"), line + answer);
      assertFalse(answer.contains(" 200 ") || answer.contains(" 500 "), line + answer);
    }
  }

  private String raw(String text) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), house.server().port())) {
      socket.setSoTimeout(5_000);
      OutputStream out = socket.getOutputStream();
      out.write(text.getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
      socket.shutdownOutput();
      InputStream in = socket.getInputStream();
      return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    } catch (java.net.SocketException reset) {
      return "";
    }
  }
}
