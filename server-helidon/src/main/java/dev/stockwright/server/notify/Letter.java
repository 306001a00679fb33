package dev.stockwright.server.notify;

import dev.stockwright.protocol.Wire;
import io.avaje.json.JsonWriter;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/// What a message says, in words and for programs.
///
/// @param subject one line
/// @param body for people, line by line
/// @param content the same for programs, JSON
record Letter(UUID id, String subject, String body, String content) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);

  /// Tells what happened to alerts, oldest first.
  static Letter of(UUID id, List<Telling> tellings, ZoneId zone, Instant now) {
    Telling first = tellings.getFirst();
    String subject =
        tellings.size() == 1
            ? line(first)
            : "Stockwright: " + tellings.size() + " alerts, the gravest " + gravest(tellings);
    StringBuilder body = new StringBuilder(tellings.size() * 100);
    for (Telling telling : tellings) {
      body.append(telling.at().atZone(zone).format(TIME)).append("  ");
      body.append(line(telling)).append(" (").append(telling.number()).append(")\n");
    }
    return new Letter(id, subject, body.toString(), json(id, "alerts", tellings, now));
  }

  /// Tells that it is a test.
  static Letter trial(UUID id, String channel, Instant now) {
    String text =
        "This is a test of channel " + channel + ". Alerts of Stockwright will be told here.";
    return new Letter(
        id, "Stockwright: test of channel " + channel, text, json(id, "test", List.of(), now));
  }

  private static String gravest(List<Telling> tellings) {
    int least = tellings.stream().mapToInt(Telling::severity).min().orElseThrow();
    return tellings.stream()
        .filter(telling -> telling.severity() == least)
        .findFirst()
        .orElseThrow()
        .severityWord();
  }

  private static String line(Telling telling) {
    String lead =
        switch (telling.what()) {
          case "resolved" -> "Ended: ";
          case "escalated" -> "Still open: ";
          case "woken" -> "Again: ";
          default -> "";
        };
    return "[" + telling.warehouse() + "] " + lead + plain(telling.sentence());
  }

  /// One line, whatever a product is called.
  private static String plain(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ").strip();
  }

  private static String json(UUID id, String type, List<Telling> tellings, Instant now) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(512);
    try (JsonWriter writer = Wire.jsonb().writer(out)) {
      writer.beginObject();
      field(writer, "type", type);
      field(writer, "id", id.toString());
      field(writer, "timestamp", now.toString());
      writer.name("alerts");
      writer.beginArray();
      for (Telling telling : tellings) {
        writer.beginObject();
        field(writer, "number", telling.number());
        field(writer, "what", telling.what());
        field(writer, "kind", telling.kind());
        field(writer, "severity", telling.severityWord());
        field(writer, "warehouse", telling.warehouse());
        field(writer, "sentence", telling.sentence());
        field(writer, "by", telling.author());
        field(writer, "at", telling.at().toString());
        writer.endObject();
      }
      writer.endArray();
      writer.endObject();
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private static void field(JsonWriter writer, String name, String value) {
    writer.name(name);
    writer.value(value);
  }
}
