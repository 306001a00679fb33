package dev.stockwright.client.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.client.card.Card;
import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.words.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/// The table of a workflow: what is scanned or pressed where, and what comes of it. It is run as a
/// test and printed as the workflow's page, so that the page cannot say anything else than the code
/// does.
///
/// @param <S> the state of the workflow
public final class WorkflowTable<S> {
  private final Workflow<S> workflow;
  private final S start;
  private final Scene scene;
  private final Function<Text, String> words;
  private final Function<S, String> where;
  private final List<Row> rows = new ArrayList<>();

  /// Something that happens.
  public interface Event {
    <S> Step<S> on(Workflow<S> workflow, S state, Scene scene);
  }

  private record Row(
      List<Event> before, String input, Event event, String kind, String says, String then) {}

  /// @param words in English
  /// @param where the name of the phase a state is in
  public WorkflowTable(
      Workflow<S> workflow,
      S start,
      Scene scene,
      Function<Text, String> words,
      Function<S, String> where) {
    this.workflow = workflow;
    this.start = start;
    this.scene = scene;
    this.words = words;
    this.where = where;
  }

  public static Event scan(Sighting sighting) {
    return new Event() {
      @Override
      public <S> Step<S> on(Workflow<S> workflow, S state, Scene scene) {
        return workflow.seen(state, sighting, scene);
      }
    };
  }

  public static Event give(Input input) {
    return new Event() {
      @Override
      public <S> Step<S> on(Workflow<S> workflow, S state, Scene scene) {
        return workflow.given(state, input, scene);
      }
    };
  }

  public static Event press(Key key) {
    return give(new Input.Press(key));
  }

  /// @param kind `Asked`, `Mistaken`, `Warned`, `Undecided`, `Recorded` (`*`: complete, `!`:
  /// insisted) or `Left`
  /// @param then the phase after it
  public WorkflowTable<S> row(
      List<Event> before, String input, Event event, String kind, String says, String then) {
    rows.add(new Row(before, input, event, kind, says, then));
    return this;
  }

  /// The state after these events, each of which must be understood.
  public S after(List<Event> events) {
    S state = start;
    for (Event event : events) {
      Step<S> step = event.on(workflow, state, scene);
      assertTrue(!(step instanceof Step.Mistaken), () -> words.apply(step.said().headline()));
      state = step.state();
    }
    return state;
  }

  /// Every state that occurs in the table.
  public Set<S> states() {
    Set<S> states = new LinkedHashSet<>();
    for (Row row : rows) {
      S before = after(row.before);
      states.add(before);
      states.add(row.event.on(workflow, before, scene).state());
    }
    return states;
  }

  /// The step of the last of these events.
  public Step<S> step(List<Event> events) {
    return events.getLast().on(workflow, after(events.subList(0, events.size() - 1)), scene);
  }

  public Stream<DynamicTest> tests() {
    return rows.stream()
        .map(
            row ->
                DynamicTest.dynamicTest(
                    where.apply(after(row.before)) + ": " + row.input, () -> check(row)));
  }

  private void check(Row row) {
    S before = after(row.before);
    Step<S> step = row.event.on(workflow, before, scene);
    assertEquals(row.says, words.apply(step.said().headline()));
    assertEquals(row.kind, kind(step));
    assertEquals(row.then, where.apply(step.state()));
    if (step instanceof Step.Mistaken) {
      assertEquals(before, step.state(), "a mistake keeps the state");
    }
    Card card = workflow.card(step.state(), scene);
    boolean decides = card.prompt().means() == Card.Means.DECIDE;
    assertEquals(card.question().isPresent(), decides, "a question is asked as one");
    boolean refused = step instanceof Step.Mistaken || step instanceof Step.Warned;
    assertEquals(step instanceof Step.Undecided, decides && !refused);
    assertTrue(words.apply(card.prompt().instruction()).length() <= 64);
    step.said()
        .detail()
        .map(words)
        .ifPresent(detail -> assertTrue(!detail.isBlank() && detail.length() <= 80, detail));
  }

  private static String kind(Step<?> step) {
    return switch (step) {
      case Step.Asked<?> asked -> "Asked";
      case Step.Mistaken<?> mistaken -> "Mistaken";
      case Step.Warned<?> warned -> "Warned";
      case Step.Undecided<?> undecided -> "Undecided";
      case Step.Recorded<?> recorded ->
          "Recorded" + (recorded.insisted() ? "!" : "") + (recorded.complete() ? "*" : "");
      case Step.Left<?> left -> "Left";
    };
  }

  /// Compares `docs/workflows/NAME.md` with what is printed into `target`.
  public void isThePage(String name, String head) throws IOException {
    StringBuilder diagram = new StringBuilder("stateDiagram-v2\n  [*] --> ");
    diagram.append(where.apply(start)).append('\n');
    StringBuilder table = new StringBuilder();
    Set<String> edges = new LinkedHashSet<>();
    for (Row row : rows) {
      String from = where.apply(after(row.before));
      if (row.kind.equals("Left")) {
        edges.add("  " + from + " --> [*]: " + row.input + "\n");
      } else if (!row.kind.equals("Mistaken") && !row.kind.equals("Warned")) {
        edges.add("  " + from + " --> " + row.then + ": " + row.input + "\n");
      }
      table.append("| ").append(String.join(" | ", cells(from, row))).append(" |\n");
    }
    edges.forEach(diagram::append);
    String page = head + LEGEND + "```mermaid\n" + diagram + "```\n" + HEADER + table;
    Files.createDirectories(Path.of("target"));
    Files.writeString(Path.of("target", name + ".md"), page);
    Path file = Path.of("..", "docs", "workflows", name + ".md");
    assertEquals(
        page,
        Files.exists(file) ? Files.readString(file) : "",
        file + " differs; copy client-core/target/" + name + ".md there");
  }

  private static List<String> cells(String from, Row row) {
    return List.of(from, row.input, row.kind, row.says, row.then);
  }

  private static final String LEGEND =
      """

      This page is printed from the table that its test runs, so it says what the code does. `Asked`
      wants something else next, `Mistaken` changes nothing, `Undecided` asks a person, `Recorded` is
      written down on the device before it is said (`*`: something is complete, `!`: a person has
      insisted), `Left` ends the activity.

      """;

  private static final String HEADER =
      """

      | where | scanned or pressed | step | headline | then |
      |---|---|---|---|---|
      """;
}
