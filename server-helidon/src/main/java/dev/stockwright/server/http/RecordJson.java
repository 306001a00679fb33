package dev.stockwright.server.http;

import io.avaje.json.JsonWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Writes what a question found as it is: a record becomes an object, its fields in snake_case;
/// what is absent is left out, whole numbers stay numbers, everything else is its text.
final class RecordJson {
  private RecordJson() {}

  static void write(JsonWriter writer, Record item) {
    writer.beginObject();
    for (RecordComponent field : item.getClass().getRecordComponents()) {
      Object value = value(item, field);
      if (!(value instanceof Optional<?> some) || some.isPresent()) {
        writer.name(snake(field.getName()));
        value(writer, value instanceof Optional<?> some ? some.orElseThrow() : value);
      }
    }
    writer.endObject();
  }

  private static void value(JsonWriter writer, @Nullable Object value) {
    switch (value) {
      case null -> writer.nullValue();
      case Long number -> writer.value(number.longValue());
      case Integer number -> writer.value(number.intValue());
      case Short number -> writer.value(number.intValue());
      case Double number -> writer.value(number.doubleValue());
      case Boolean truth -> writer.value(truth.booleanValue());
      case Record inner -> write(writer, inner);
      case List<?> list -> {
        writer.beginArray();
        for (Object each : list) {
          value(writer, each);
        }
        writer.endArray();
      }
      case Enum<?> word -> writer.value(word.name().toLowerCase(Locale.ROOT));
      default -> writer.value(value.toString());
    }
  }

  private static @Nullable Object value(Record item, RecordComponent field) {
    try {
      field.getAccessor().setAccessible(true);
      return field.getAccessor().invoke(item);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("field " + field + " cannot be read", e);
    }
  }

  static String snake(String name) {
    return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }
}
