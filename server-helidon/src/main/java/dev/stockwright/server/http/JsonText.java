package dev.stockwright.server.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The bytes of a request read as JSON (RFC 8259): checked for form, depth and size of its parts
/// while they are cut up, before any of them is turned into values. Used by one thread.
final class JsonText {
  private static final int STRING_MAX = 32 * 1024;
  private static final int NUMBER_MAX = 64;
  private static final int MEMBERS_MAX = 64;

  private final byte[] bytes;
  private final int depthMax;
  private int at;
  private boolean beyondAscii;

  /// A part of the text, from `start` to before `end`; a whole value.
  record Slice(int start, int end) {}

  JsonText(byte[] bytes, int depthMax) {
    this.bytes = bytes;
    this.depthMax = depthMax;
  }

  /// The members of the object that is the whole text.
  Map<String, Slice> fields() {
    at = 0;
    blanks();
    Map<String, Slice> fields = object(0);
    end();
    return fields;
  }

  /// The elements of the array `name` of the object that is the whole text, or of the array that is
  /// the whole text. Empty when the object has no such array.
  Optional<List<Slice>> elements(String name, int most) {
    at = 0;
    blanks();
    Optional<List<Slice>> elements = Optional.empty();
    if (peek() == '[') {
      elements = Optional.of(array(1, most));
    } else {
      expect('{');
      blanks();
      boolean more = peek() != '}';
      while (more) {
        String key = key();
        if (key.equals(name) && peek() == '[') {
          elements = Optional.of(array(2, most));
        } else {
          value(2);
        }
        more = comma('}');
      }
      expect('}');
    }
    end();
    return elements;
  }

  /// The elements of the array at `slice`.
  List<Slice> elements(Slice slice, int most) {
    at = slice.start();
    if (peek() != '[') {
      throw notJson();
    }
    return array(1, most);
  }

  /// The members of the object at `slice`.
  Map<String, Slice> fields(Slice slice) {
    at = slice.start();
    return object(1);
  }

  /// The bytes of a part.
  byte[] copy(Slice slice) {
    return Arrays.copyOfRange(bytes, slice.start(), slice.end());
  }

  /// The first byte of a part tells its kind: `"`, `{`, `[`, `t`, `f`, `n`, a digit or `-`.
  char kind(Slice slice) {
    return (char) bytes[slice.start()];
  }

  /// A part as it is written.
  String raw(Slice slice) {
    return new String(bytes, slice.start(), slice.end() - slice.start(), StandardCharsets.UTF_8);
  }

  /// The text of a part that is a string.
  String string(Slice slice) {
    String inside =
        new String(
            bytes, slice.start() + 1, slice.end() - slice.start() - 2, StandardCharsets.UTF_8);
    return inside.indexOf('\\') < 0 ? inside : unescaped(inside);
  }

  private Map<String, Slice> object(int depth) {
    if (peek() != '{') {
      throw new RequestRefused(
          Problem.badRequest("invalid_json", "The body must be a JSON object."));
    }
    at++;
    blanks();
    Map<String, Slice> fields = new LinkedHashMap<>();
    boolean more = peek() != '}';
    while (more) {
      String key = key();
      int start = at;
      value(depth + 2);
      if (fields.put(key, new Slice(start, at)) != null) {
        throw new RequestRefused(
            Problem.badRequest(
                "duplicate_field", "A field stands twice in the JSON. Send it once."));
      }
      if (fields.size() > MEMBERS_MAX) {
        throw new RequestRefused(
            Problem.badRequest("too_many_fields", "A JSON object here has at most 64 fields."));
      }
      more = comma('}');
    }
    expect('}');
    return fields;
  }

  private List<Slice> array(int depth, int most) {
    deep(depth);
    expect('[');
    blanks();
    List<Slice> elements = new ArrayList<>();
    boolean more = peek() != ']';
    while (more) {
      if (elements.size() == most) {
        throw new RequestRefused(
            Problem.of(
                413,
                "too_many_items",
                "Too many at once",
                "One request has at most " + most + " items. Send the rest in a next one."));
      }
      int start = at;
      value(depth + 1);
      elements.add(new Slice(start, at));
      more = comma(']');
    }
    expect(']');
    return elements;
  }

  /// Goes past one value and leaves `at` behind its last byte.
  private void value(int depth) {
    switch (peek()) {
      case '{' -> {
        deep(depth);
        at++;
        blanks();
        boolean more = peek() != '}';
        while (more) {
          text();
          colon();
          value(depth + 1);
          more = comma('}');
        }
        expect('}');
      }
      case '[' -> {
        deep(depth);
        at++;
        blanks();
        boolean more = peek() != ']';
        while (more) {
          value(depth + 1);
          more = comma(']');
        }
        expect(']');
      }
      case '"' -> text();
      case 't' -> word("true");
      case 'f' -> word("false");
      case 'n' -> word("null");
      default -> number();
    }
  }

  private String key() {
    int start = at;
    text();
    String key = string(new Slice(start, at));
    colon();
    return key;
  }

  private void colon() {
    blanks();
    expect(':');
    blanks();
  }

  /// True when another element follows; the closing byte is left to be taken.
  private boolean comma(char close) {
    blanks();
    if (peek() == close) {
      return false;
    }
    expect(',');
    blanks();
    return true;
  }

  private void text() {
    expect('"');
    int start = at;
    while (true) {
      if (at >= bytes.length) {
        throw notJson();
      }
      byte b = bytes[at++];
      if (b == '"') {
        break;
      }
      if (b < 0) {
        beyondAscii = true;
      } else if (b < 0x20) {
        throw notJson();
      } else if (b == '\\') {
        escape();
      }
    }
    if (at - start > STRING_MAX) {
      throw new RequestRefused(
          Problem.badRequest("text_too_long", "A text in the JSON is longer than 32 KiB."));
    }
  }

  private void escape() {
    char c = peek();
    at++;
    if (c == 'u') {
      whole(hex());
    } else if ("\"\\/bfnrt".indexOf(c) < 0) {
      throw notJson();
    }
  }

  private char hex() {
    int code = 0;
    for (int i = 0; i < 4; i++, at++) {
      code = code * 16 + Character.digit(peek(), 16);
      if (Character.digit(peek(), 16) < 0) {
        throw notJson();
      }
    }
    return (char) code;
  }

  /// Half a character is no text, nor is the character 0: the database cannot hold them.
  private void whole(char first) {
    boolean pair = Character.isHighSurrogate(first) && took('\\') && took('u');
    if (pair ? !Character.isLowSurrogate(hex()) : first == 0 || Character.isSurrogate(first)) {
      throw new RequestRefused(Problem.badRequest("invalid_text", "No text has such a character."));
    }
  }

  private boolean took(char wanted) {
    at += peek() == wanted ? 1 : 0;
    return bytes[at - 1] == wanted;
  }

  private void number() {
    int start = at;
    if (at < bytes.length && bytes[at] == '-') {
      at++;
    }
    int whole = at;
    digits();
    if (at - whole > 1 && bytes[whole] == '0') {
      throw notJson();
    }
    if (at < bytes.length && bytes[at] == '.') {
      at++;
      digits();
    }
    if (at < bytes.length && (bytes[at] == 'e' || bytes[at] == 'E')) {
      at++;
      if (at < bytes.length && (bytes[at] == '+' || bytes[at] == '-')) {
        at++;
      }
      digits();
    }
    if (at - start > NUMBER_MAX) {
      throw new RequestRefused(
          Problem.badRequest("number_too_long", "A number in the JSON is longer than 64 digits."));
    }
  }

  private void digits() {
    int start = at;
    while (at < bytes.length && bytes[at] >= '0' && bytes[at] <= '9') {
      at++;
    }
    if (at == start) {
      throw notJson();
    }
  }

  private void word(String word) {
    for (int i = 0; i < word.length(); i++) {
      expect(word.charAt(i));
    }
  }

  private void deep(int depth) {
    if (depth > depthMax) {
      throw new RequestRefused(
          Problem.badRequest(
              "too_deep", "The JSON is nested deeper than " + depthMax + " levels. Send it flat."));
    }
  }

  private void end() {
    blanks();
    if (at != bytes.length) {
      throw notJson();
    }
    if (beyondAscii) {
      try {
        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      } catch (CharacterCodingException e) {
        throw new RequestRefused(
            Problem.badRequest("not_utf8", "The body is not UTF-8. Send it as UTF-8."));
      }
    }
  }

  private void blanks() {
    while (at < bytes.length) {
      byte b = bytes[at];
      if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
        return;
      }
      at++;
    }
  }

  private char peek() {
    if (at >= bytes.length) {
      throw notJson();
    }
    return (char) (bytes[at] & 0xFF);
  }

  private void expect(char wanted) {
    if (at >= bytes.length || bytes[at] != wanted) {
      throw notJson();
    }
    at++;
  }

  private RequestRefused notJson() {
    return new RequestRefused(
        Problem.badRequest(
            "invalid_json",
            "The body is not JSON (at byte " + Math.min(at, bytes.length) + "). Send JSON."));
  }

  private static String unescaped(String inside) {
    StringBuilder text = new StringBuilder(inside.length());
    int i = 0;
    while (i < inside.length()) {
      char c = inside.charAt(i++);
      if (c != '\\') {
        text.append(c);
        continue;
      }
      char escaped = inside.charAt(i++);
      switch (escaped) {
        case 'b' -> text.append('\b');
        case 'f' -> text.append('\f');
        case 'n' -> text.append('\n');
        case 'r' -> text.append('\r');
        case 't' -> text.append('\t');
        case 'u' -> {
          text.append((char) Integer.parseInt(inside.substring(i, i + 4), 16));
          i += 4;
        }
        default -> text.append(escaped);
      }
    }
    return text.toString();
  }
}
