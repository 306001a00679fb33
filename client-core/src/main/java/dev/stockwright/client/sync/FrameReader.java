package dev.stockwright.client.sync;

import dev.stockwright.client.replica.Numbered;
import dev.stockwright.client.replica.Sent;
import dev.stockwright.protocol.Event;
import dev.stockwright.protocol.Level;
import dev.stockwright.protocol.ServerFrame;
import dev.stockwright.protocol.Wire;
import dev.stockwright.vocabulary.InvalidValue;
import dev.stockwright.vocabulary.WarehouseCode;
import io.avaje.jsonb.JsonType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads frames of the stream, also of a newer server: an event of a kind that this app does not
/// know keeps its number, and its levels where it names them as all do (`level`, `levels`).
final class FrameReader {
  private static final JsonType<Object> ANY = Wire.jsonb().type(Object.class);

  /// A frame as the stream link needs it.
  sealed interface Read {}

  record Known(ServerFrame frame) implements Read {}

  record NewEvents(WarehouseCode warehouse, List<Numbered> events) implements Read {}

  /// A frame of a type that this app does not know; nothing to do.
  record Strange(String type) implements Read {}

  private FrameReader() {}

  /// Throws [InvalidValue] for what cannot be a frame.
  static Read read(String text) {
    try {
      ServerFrame frame = Wire.SERVER_FRAME.read(text);
      return frame instanceof ServerFrame.Events events
          ? new NewEvents(
              events.warehouse(), Sent.list(events.events()).stream().map(Numbered::of).toList())
          : new Known(frame);
    } catch (InvalidValue unknownPart) {
      return leniently(text, unknownPart);
    }
  }

  private static Read leniently(String text, InvalidValue thrown) {
    Object any;
    try {
      any = ANY.fromJson(text);
    } catch (RuntimeException noJson) {
      throw thrown;
    }
    if (!(any instanceof Map<?, ?> frame) || !(frame.get("type") instanceof String type)) {
      throw thrown;
    }
    if (!type.equals("events")) {
      if (known(type)) {
        throw thrown; // of a kind we know, but broken
      }
      return new Strange(type);
    }
    if (!(frame.get("events") instanceof List<?> sent)
        || !(frame.get("warehouse") instanceof String warehouse)) {
      throw thrown;
    }
    List<Numbered> events = new ArrayList<>();
    for (Object each : sent) {
      events.add(event(each, thrown));
    }
    return new NewEvents(new WarehouseCode(warehouse), events);
  }

  private static boolean known(String type) {
    return switch (type) {
      case "subscribed", "snapshot", "heartbeat", "problem" -> true;
      default -> false;
    };
  }

  private static Numbered event(Object sent, InvalidValue thrown) {
    try {
      Event event = Wire.EVENT.read(ANY.toJson(sent));
      return Numbered.of(event);
    } catch (InvalidValue unknownKind) {
      if (!(sent instanceof Map<?, ?> event) || !(event.get("n") instanceof Number n)) {
        throw thrown;
      }
      List<Level> levels = new ArrayList<>();
      if (event.get("level") instanceof Map<?, ?> level) {
        levels.add(level(level));
      }
      if (event.get("levels") instanceof List<?> several) {
        several.forEach(level -> levels.add(level(level)));
      }
      return new Numbered(n.longValue(), levels, Optional.empty());
    }
  }

  private static Level level(Object level) {
    return Wire.LEVEL.read(ANY.toJson(level));
  }
}
