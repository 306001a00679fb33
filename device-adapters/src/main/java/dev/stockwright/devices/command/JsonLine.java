package dev.stockwright.devices.command;

import java.util.Locale;

/// One JSON object on one line, built member by member. One owner, not thread-safe.
public final class JsonLine {
  private final StringBuilder json = new StringBuilder("{");

  /// A line that begins with its `event`.
  public static JsonLine event(String event) {
    return new JsonLine().with("event", event);
  }

  public JsonLine with(String name, String value) {
    return raw(name, quoted(value));
  }

  public JsonLine with(String name, long value) {
    return raw(name, Long.toString(value));
  }

  public JsonLine with(String name, boolean value) {
    return raw(name, Boolean.toString(value));
  }

  /// @param value is JSON already
  public JsonLine raw(String name, String value) {
    if (json.length() > 1) {
      json.append(',');
    }
    json.append(quoted(name)).append(':').append(value);
    return this;
  }

  /// The whole line, without its end.
  @Override
  public String toString() {
    return json + "}";
  }

  /// A JSON string.
  public static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ' || c >= 0x7F) {
        quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
