package dev.stockwright.protocol;

import dev.stockwright.vocabulary.InvalidValue;
import io.avaje.json.JsonException;
import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;
import java.nio.charset.StandardCharsets;

/// The JSON of the wire: UTF-8, snake_case, unknown fields ignored, absent values left out.
/// Thread-safe. A text that cannot be read throws [InvalidValue], whose code and message are fit
/// for an answer.
public final class Wire {
  /// The version of these shapes, the 1 in `/api/v1`. A new optional field leaves it as it is; a
  /// change that an older reader would misread needs the next one.
  public static final int VERSION = 1;

  private static final Jsonb JSONB =
      ValueAdapters.addTo(Jsonb.builder().serializeNulls(false).serializeEmpty(false)).build();

  private static final Jsonb FULL =
      ValueAdapters.addTo(Jsonb.builder().serializeNulls(false).serializeEmpty(true)).build();

  /// The form of each kind of message.
  public static final Form<Envelope> ENVELOPE = new Form<>(JSONB.type(Envelope.class));

  public static final Form<Command> COMMAND =
      new Form<>(JSONB.type(Command.class)) {
        private final CommandAdapter adapter = new CommandAdapter(JSONB);

        @Override
        Command parse(byte[] json) {
          return adapter.fromText(new String(json, StandardCharsets.UTF_8));
        }
      };
  public static final Form<Answer> ANSWER = new Form<>(JSONB.type(Answer.class));
  public static final Form<Event> EVENT = new Form<>(JSONB.type(Event.class));
  public static final Form<Level> LEVEL = new Form<>(JSONB.type(Level.class));
  public static final Form<ClientFrame> CLIENT_FRAME = new Form<>(JSONB.type(ClientFrame.class));
  public static final Form<ServerFrame> SERVER_FRAME = new Form<>(JSONB.type(ServerFrame.class));

  private Wire() {}

  /// The name of a command on the wire.
  public static String kind(Command command) {
    return CommandAdapter.kind(COMMAND.text(command));
  }

  /// For other modules that bring messages of their own with the same nouns.
  public static Jsonb jsonb() {
    return JSONB;
  }

  /// The same with empty lists and texts written out: for what a device keeps for itself and reads
  /// again as it was.
  public static Jsonb full() {
    return FULL;
  }

  /// One kind of message, written and read.
  public static class Form<T> {
    private final JsonType<T> type;

    Form(JsonType<T> type) {
      this.type = type;
    }

    public String text(T message) {
      return type.toJson(message);
    }

    public byte[] bytes(T message) {
      return type.toJsonBytes(message);
    }

    /// Reads one message; throws [InvalidValue] when it is not one.
    public T read(String json) {
      return read(json.getBytes(StandardCharsets.UTF_8));
    }

    T parse(byte[] json) {
      return type.fromJson(json);
    }

    /// Reads one message; throws [InvalidValue] when it is not one.
    public T read(byte[] json) {
      try {
        T message = parse(json);
        if (message == null) {
          throw new InvalidValue("invalid_json", "the message is empty; send a JSON object");
        }
        return message;
      } catch (RuntimeException e) {
        throw unreadable(e);
      }
    }
  }

  /// Turns whatever a reader threw into a refusal that a sender understands.
  public static InvalidValue unreadable(RuntimeException thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof InvalidValue known) {
        return known;
      }
    }
    String detail = thrown instanceof JsonException ? String.valueOf(thrown.getMessage()) : "";
    int end = detail.indexOf('\n');
    String line = end < 0 ? detail : detail.substring(0, end);
    String shown = line.length() > 160 ? line.substring(0, 160) : line;
    return new InvalidValue(
        "invalid_json",
        "the message is not the JSON that is wanted" + (shown.isEmpty() ? "" : ": " + shown));
  }
}
