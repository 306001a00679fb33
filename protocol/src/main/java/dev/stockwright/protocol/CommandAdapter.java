package dev.stockwright.protocol;

import dev.stockwright.vocabulary.InvalidValue;
import io.avaje.json.JsonAdapter;
import io.avaje.json.JsonReader;
import io.avaje.json.JsonWriter;
import io.avaje.json.stream.BufferRecycleStrategy;
import io.avaje.jsonb.Jsonb;
import java.util.HashMap;
import java.util.Map;

/// Gives a command to the codec of its family. A family's codec knows the fields of all its
/// commands together, so the families are kept apart: none becomes too big for the compiler, and a
/// word may have another type in another activity.
final class CommandAdapter implements JsonAdapter<Command> {
  /// Readers of their own buffers: the one that reads the envelope around is still at work.
  private static final Jsonb INNER =
      Jsonb.builder().bufferRecycling(BufferRecycleStrategy.LOCK_FREE).build();

  private final Map<String, JsonAdapter<? extends Command>> byKind = new HashMap<>();
  private final JsonAdapter<StockCommand> stock;
  private final JsonAdapter<TaskCommand> tasks;
  private final JsonAdapter<CountCommand> counts;
  private final JsonAdapter<CountPlanCommand> countPlans;

  CommandAdapter(Jsonb jsonb) {
    this.stock =
        family(
            jsonb,
            StockCommand.class,
            "receive_goods move_stock adjust_stock transfer_stock place_reservation"
                + " confirm_reservation release_reservation undo_command");
    this.tasks =
        family(
            jsonb,
            TaskCommand.class,
            "take_task keep_task skip_task return_task hand_over_task rank_task cancel_task");
    this.counts =
        family(
            jsonb,
            CountCommand.class,
            "request_count start_count count_from_task count_line count_tags close_bin check_zero"
                + " finish_count request_recount review_variance cancel_count");
    this.countPlans =
        family(
            jsonb,
            CountPlanCommand.class,
            "schedule_count end_schedule plan_counts compute_classes set_count_class"
                + " reconcile_day");
  }

  private <C extends Command> JsonAdapter<C> family(Jsonb jsonb, Class<C> type, String kinds) {
    JsonAdapter<C> adapter = jsonb.adapter(type);
    for (String kind : kinds.split(" ")) {
      byKind.put(kind, adapter);
    }
    return adapter;
  }

  @Override
  public void toJson(JsonWriter writer, Command command) {
    switch (command) {
      case StockCommand c -> stock.toJson(writer, c);
      case TaskCommand c -> tasks.toJson(writer, c);
      case CountCommand c -> counts.toJson(writer, c);
      case CountPlanCommand c -> countPlans.toJson(writer, c);
    }
  }

  @Override
  public Command fromJson(JsonReader reader) {
    return fromText(reader.readRaw());
  }

  /// The codec has no raw text of a whole message, only of a field.
  Command fromText(String raw) {
    String kind = kind(raw);
    JsonAdapter<? extends Command> family = byKind.get(kind);
    if (family == null) {
      throw new InvalidValue("unknown_kind", "command kind " + kind + " is not known; check it");
    }
    try (JsonReader again = INNER.reader(raw)) {
      return family.fromJson(again);
    }
  }

  static String kind(String raw) {
    try (JsonReader reader = INNER.reader(raw)) {
      reader.beginObject();
      while (reader.hasNextField()) {
        if (reader.nextField().equals("kind")) {
          return reader.readString();
        }
        reader.skipValue();
      }
    }
    throw new InvalidValue("missing_kind", "the command has no kind; add it");
  }
}
