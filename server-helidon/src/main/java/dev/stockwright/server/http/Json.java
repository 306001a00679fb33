package dev.stockwright.server.http;

import dev.stockwright.protocol.Wire;
import dev.stockwright.server.queries.Page;
import io.avaje.json.JsonWriter;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// Writes what has no record of its own on the wire; here empty lists and nulls are written out.
final class Json {
  private Json() {}

  static byte[] bytes(Consumer<JsonWriter> body) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(512);
    try (JsonWriter writer = Wire.jsonb().writer(out)) {
      writer.serializeNulls(true);
      writer.serializeEmpty(true);
      body.accept(writer);
    }
    return out.toByteArray();
  }

  /// A page of a list.
  static <T> byte[] page(List<T> items, Optional<String> next, BiConsumer<JsonWriter, T> item) {
    return bytes(
        writer -> {
          writer.beginObject();
          items(writer, items, item);
          writer.name("next");
          if (next.isPresent()) {
            writer.value(next.get());
          } else {
            writer.nullValue();
          }
          writer.endObject();
        });
  }

  /// The same, each item as the record that it is.
  static <T extends Record> byte[] page(Page<T> page) {
    return page(page.items(), page.next(), RecordJson::write);
  }

  /// One record.
  static byte[] one(Record item) {
    return bytes(writer -> RecordJson.write(writer, item));
  }

  static <T> void items(JsonWriter writer, List<T> items, BiConsumer<JsonWriter, T> item) {
    writer.name("items");
    list(writer, items, item);
  }

  static <T> void list(JsonWriter writer, List<T> items, BiConsumer<JsonWriter, T> item) {
    writer.beginArray();
    for (T each : items) {
      item.accept(writer, each);
    }
    writer.endArray();
  }

  static void field(JsonWriter writer, String name, String value) {
    writer.name(name);
    writer.value(value);
  }

  static void field(JsonWriter writer, String name, Optional<String> value) {
    value.ifPresent(text -> field(writer, name, text));
  }

  static void field(JsonWriter writer, String name, long value) {
    writer.name(name);
    writer.value(value);
  }

  static void field(JsonWriter writer, String name, boolean value) {
    writer.name(name);
    writer.value(value);
  }
}
