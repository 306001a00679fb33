package dev.stockwright.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "nonsense",
        "{",
        "{}}",
        "{\"a\":1,}",
        "{\"a\" 1}",
        "{\"a\":01}",
        "{\"a\":1.}",
        "{\"a\":.5}",
        "{\"a\":+1}",
        "{\"a\":NaN}",
        "{\"a\":tru}",
        "{\"a\":\"x}",
        "{\"a\":\"\\q\"}",
        "{\"a\":\"\\u12\"}",
        "{\"a\":\"\\ud800",
        "{\"a\":\"\\ud800\\",
        "{\"a\":\"line\nbreak\"}",
        "{'a':1}",
        "{a:1}",
        "{\"a\":1} {}",
        "\u0000{}",
      })
  void whatIsNoJsonIsRefused(String json) {
    assertEquals("invalid_json", refused(json));
  }

  @Test
  void theCharacterZeroIsNoText() {
    assertEquals("invalid_text", refused("{\"carrier\":\"DHL\\u0000\"}"));
    assertEquals("invalid_text", refused("{\"lines\":[{\"a\\u0000\":1}]}"));
    assertEquals("", refused("{\"carrier\":\"DHL\\\\u0000 \\u0001\"}"));
  }

  @Test
  void limitsAreKept() {
    String deep = "{\"a\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}";
    Assertions.assertTimeout(Duration.ofMillis(200), () -> assertEquals("too_deep", refused(deep)));
    assertEquals("", refused("{\"a\":" + "[".repeat(14) + "]".repeat(14) + "}"));
    assertEquals("duplicate_field", refused("{\"a\":1,\"a\":2}"));
    assertEquals("text_too_long", refused("{\"a\":\"" + "x".repeat(40_000) + "\"}"));
    assertEquals("number_too_long", refused("{\"a\":" + "9".repeat(100) + "}"));
    StringBuilder many = new StringBuilder("{\"x\":1");
    for (int i = 0; i < 100; i++) {
      many.append(",\"f").append(i).append("\":1");
    }
    assertEquals("too_many_fields", refused(many.append('}').toString()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\ud800", "\\udc00", "\\ud800x", "\\ud800\\n", "\\ud800\\u0041"})
  void halfACharacterIsRefused(String half) {
    assertEquals("invalid_text", refused("{\"a\":\"" + half + "\"}"));
    assertEquals("", refused("{\"a\":\"\\ud83d\\ude00\"}"));
  }

  @Test
  void invalidUtf8IsRefused() {
    byte[] body = "{\"a\":\"x\"}".getBytes(StandardCharsets.US_ASCII);
    body[6] = (byte) 0xFF;
    RequestRefused refused =
        assertThrows(RequestRefused.class, () -> new JsonText(body, 16).fields());
    assertEquals("not_utf8", refused.problem().code());
  }

  @Test
  void partsAreCutOutWhole() {
    String json = " {\"x\":[1,{\"y\":\"}\"}],\"envelopes\": [ {\"a\":\"]\\\"\"} , 7,[ ] ] } ";
    assertEquals(List.of("{\"a\":\"]\\\"\"}", "7", "[ ]"), elements(json).orElseThrow());
    assertEquals(List.of("{}", "\"x\""), elements("[{},\"x\"]").orElseThrow());
    assertEquals(Optional.empty(), elements("{\"envelopes\":{}}"));
  }

  @Test
  void escapesBecomeCharacters() {
    JsonText text = text("{\"a\\u0062\":\"\\u00e9\\n\\\"\\/\\\\\"}");
    assertEquals(
        "\u00e9\n\"/\\", text.string(text.fields().getOrDefault("ab", new JsonText.Slice(0, 0))));
  }

  private static Optional<List<String>> elements(String json) {
    JsonText text = text(json);
    return text.elements("envelopes", 10).map(all -> all.stream().map(text::raw).toList());
  }

  private static String refused(String json) {
    try {
      text(json).fields();
      return "";
    } catch (RequestRefused refused) {
      return refused.problem().code();
    }
  }

  private static JsonText text(String json) {
    return new JsonText(json.getBytes(StandardCharsets.UTF_8), 16);
  }
}
