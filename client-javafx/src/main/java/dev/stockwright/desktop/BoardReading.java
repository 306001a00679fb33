package dev.stockwright.desktop;

import dev.stockwright.client.words.BoardPhrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.words.Wording;
import dev.stockwright.desktop.picking.BoardLine;
import dev.stockwright.desktop.picking.BoardOrder;
import dev.stockwright.desktop.picking.Stage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// What the server says of orders and their picks, as the board shows it. Pure.
///
/// @param reason the house's name of a reason, by its code
record BoardReading(Wording words, UnaryOperator<String> reason) {
  static BoardOrder order(Map<String, Object> sent) {
    long ordered = whole(sent, "ordered");
    long picked = whole(sent, "picked");
    long open = whole(sent, "open");
    long waiting = whole(sent, "waiting");
    long backOrdered = whole(sent, "back_ordered");
    long unreleased = ordered - backOrdered - picked - open - waiting;
    List<BoardOrder.Task> tasks = maps(sent.get("tasks")).map(BoardReading::task).toList();
    boolean begun = picked > 0 || tasks.stream().anyMatch(task -> task.heldBy().isPresent());
    return new BoardOrder(
        text(sent, "number"),
        Stage.of(new Stage.Facts(text(sent, "state"), unreleased, open, waiting, begun)),
        given(sent, "name").orElse(text(sent, "customer")),
        given(sent, "ship_by").map(Instant::parse),
        (int) whole(sent, "priority"),
        (int) whole(sent, "lines"),
        (int) whole(sent, "lines_picked"),
        ordered,
        picked,
        Math.max(0, unreleased),
        backOrdered + waiting,
        given(sent, "wave"),
        (int) whole(sent, "wave_orders"),
        tasks,
        sent.get("pickers") instanceof List<?> people
            ? people.stream().map(String::valueOf).toList()
            : List.of());
  }

  private static BoardOrder.Task task(Map<?, ?> sent) {
    return new BoardOrder.Task(
        text(sent, "number"), given(sent, "held_by"), (int) whole(sent, "orders"));
  }

  /// What is picked where by whom, line by line.
  ///
  /// @param sent the order
  /// @param picks all of it
  /// @param board who is at it
  List<BoardLine> lines(
      Map<String, Object> sent, List<Map<String, Object>> picks, BoardOrder board) {
    List<BoardLine> lines = new ArrayList<>();
    maps(sent.get("lines"))
        .forEach(
            line -> {
              long number = whole(line, "line");
              List<Map<String, Object>> own =
                  picks.stream().filter(pick -> whole(pick, "line") == number).toList();
              own.stream().filter(BoardReading::told).forEach(pick -> lines.add(pick(pick, board)));
              rest(line, own, lines);
            });
    return lines;
  }

  /// One that was cancelled before anything was picked says nothing.
  private static boolean told(Map<String, Object> pick) {
    return !text(pick, "state").equals("cancelled") || whole(pick, "picked") > 0;
  }

  private BoardLine pick(Map<String, Object> pick, BoardOrder board) {
    String state = text(pick, "state");
    return new BoardLine(
        text(pick, "number"),
        (int) whole(pick, "line"),
        text(pick, "name"),
        whole(pick, "quantity"),
        whole(pick, "picked"),
        text(pick, "location"),
        who(pick, state, board),
        say(state(state, Boolean.TRUE.equals(pick.get("skipped")))),
        why(pick, state));
  }

  private static String who(Map<String, Object> pick, String state, BoardOrder board) {
    if (whole(pick, "picked") > 0 || state.equals("short")) {
      return text(pick, "changed_by");
    }
    return board.tasks().stream()
        .filter(task -> task.number().equals(text(pick, "task")))
        .flatMap(task -> task.heldBy().stream())
        .findFirst()
        .orElse("");
  }

  private static BoardPhrase state(String state, boolean skipped) {
    return switch (state) {
      case "done" -> BoardPhrase.LINE_DONE;
      case "waiting" -> BoardPhrase.LINE_WAITING;
      case "short" -> BoardPhrase.LINE_SHORT;
      case "cancelled" -> BoardPhrase.LINE_CANCELLED;
      default -> skipped ? BoardPhrase.LINE_SKIPPED : BoardPhrase.LINE_OPEN;
    };
  }

  private String why(Map<String, Object> pick, String state) {
    return switch (state) {
      case "waiting" -> say(BoardPhrase.NO_GOODS);
      case "short", "cancelled" -> given(pick, "reason").map(reason).orElse("");
      case "open" ->
          given(pick, "substitute")
              .map(other -> say(BoardPhrase.PROPOSED, other))
              .orElseGet(() -> trouble(pick));
      default -> "";
    };
  }

  private String trouble(Map<String, Object> pick) {
    Optional<String> trouble = given(pick, "trouble");
    long there = whole(pick, "there");
    long left = whole(pick, "quantity") - whole(pick, "picked");
    if (trouble.isEmpty()) {
      return "";
    }
    if (there == 0) {
      return say(BoardPhrase.NOTHING_THERE);
    }
    return there < left ? say(BoardPhrase.ONLY_THERE, there) : trouble.get();
  }

  /// What of a line is in no pick.
  private void rest(Map<?, ?> line, List<Map<String, Object>> picks, List<BoardLine> lines) {
    long released =
        picks.stream()
            .filter(pick -> List.of("open", "waiting").contains(text(pick, "state")))
            .mapToLong(pick -> whole(pick, "quantity") - whole(pick, "picked"))
            .sum();
    long back = whole(line, "back_ordered");
    long unreleased = whole(line, "ordered") - back - whole(line, "picked") - released;
    if (unreleased > 0) {
      lines.add(rest(line, "new", unreleased, BoardPhrase.LINE_UNRELEASED, ""));
    }
    if (back > 0) {
      lines.add(
          rest(line, "back", back, BoardPhrase.LINE_BACK_ORDERED, say(BoardPhrase.COMES_LATER)));
    }
  }

  private BoardLine rest(Map<?, ?> line, String id, long units, BoardPhrase state, String why) {
    return new BoardLine(
        id + whole(line, "line"),
        (int) whole(line, "line"),
        text(line, "product"),
        units,
        0,
        "",
        "",
        say(state),
        why);
  }

  private String say(BoardPhrase phrase, Object... parts) {
    return words.say(Text.of(phrase, parts));
  }

  private static Stream<Map<?, ?>> maps(@org.jspecify.annotations.Nullable Object sent) {
    if (!(sent instanceof List<?> all)) {
      return Stream.empty();
    }
    List<Map<?, ?>> maps = new ArrayList<>();
    for (Object each : all) {
      if (each instanceof Map<?, ?> map) {
        maps.add(map);
      }
    }
    return maps.stream();
  }

  private static long whole(Map<?, ?> sent, String field) {
    return sent.get(field) instanceof Number number ? number.longValue() : 0;
  }

  private static Optional<String> given(Map<?, ?> sent, String field) {
    return Optional.of(text(sent, field)).filter(text -> !text.isEmpty());
  }

  private static String text(Map<?, ?> sent, String field) {
    return switch (sent.get(field)) {
      case null -> "";
      case Object value -> value.toString();
    };
  }
}
