package dev.stockwright.server.http;

import dev.stockwright.vocabulary.InvalidValue;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Refuses a body with a field that its command does not have, at any depth. On the stream and in
/// envelopes such a field is from a newer device and passed over; at an address of its own it is a
/// mistake in writing, which would be as if nothing had been said.
final class KnownFields {
  /// More than any list of a command may have; it says so itself.
  private static final int ELEMENTS_MAX = 10_000;

  private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,19}");

  private final JsonText text;

  KnownFields(JsonText text) {
    this.text = text;
  }

  /// @param also what may stand there besides
  /// @throws InvalidValue for the first that there is not
  void check(Map<String, JsonText.Slice> fields, Class<?> type, Set<String> also) {
    Map<String, RecordComponent> known =
        Arrays.stream(type.getRecordComponents())
            .collect(Collectors.toMap(each -> RecordJson.snake(each.getName()), each -> each));
    fields.forEach(
        (name, value) -> {
          RecordComponent component = known.get(name);
          if (component != null) {
            whole(name, value, component.getGenericType());
            inside(value, component.getGenericType());
          } else if (!also.contains(name)) {
            throw new InvalidValue(
                "unknown_field",
                "there is no field "
                    + shown(name)
                    + " here; there are "
                    + String.join(", ", new TreeSet<>(known.keySet())));
          }
        });
  }

  /// No number of a command has a fraction or an exponent.
  private void whole(String name, JsonText.Slice value, Type type) {
    String raw = text.raw(value);
    boolean number = raw.startsWith("-") || Character.isDigit(raw.charAt(0));
    if (number && type != String.class && !WHOLE.matcher(raw).matches()) {
      throw new InvalidValue("invalid_" + name, name + " " + raw + " is not a whole number");
    }
  }

  private static String shown(String name) {
    return name.length() > 60 ? name.substring(0, 60) : name;
  }

  private void inside(JsonText.Slice value, Type type) {
    if (type instanceof ParameterizedType of && of.getRawType() == Optional.class) {
      inside(value, of.getActualTypeArguments()[0]);
    } else if (type instanceof ParameterizedType of && text.raw(value).startsWith("[")) {
      Type element = of.getActualTypeArguments()[0];
      text.elements(value, ELEMENTS_MAX).forEach(each -> inside(each, element));
    } else if (type instanceof Class<?> made
        && made.isRecord()
        && text.raw(value).startsWith("{")) {
      check(text.fields(value), made, new TreeSet<>());
    }
  }
}
