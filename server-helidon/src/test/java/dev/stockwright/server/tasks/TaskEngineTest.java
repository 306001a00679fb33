package dev.stockwright.server.tasks;

import static dev.stockwright.server.desk.TestSite.W1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.protocol.DocumentRefusal;
import dev.stockwright.protocol.Event;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.protocol.TaskCommand;
import dev.stockwright.protocol.TaskRefusal;
import dev.stockwright.server.desk.TestSite;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Tasks given out by a real desk on a real database.
class TaskEngineTest {
  private static final List<Event> EVENTS = new ArrayList<>();
  private static final TestSite SITE =
      new TestSite(
          (warehouse, epoch, events) -> {
            synchronized (EVENTS) {
              EVENTS.addAll(events);
            }
          });
  private static final Operator BEN = new Operator("ben");

  @AfterAll
  static void close() {
    SITE.close();
  }

  @BeforeEach
  void threeTasks() {
    SITE.change("DELETE FROM task_skip; DELETE FROM task");
    SITE.change(
        """
            INSERT INTO task (warehouse_id, number, kind, priority, zone, sequence, made_at)
            SELECT w.id, k.number, k.kind, k.priority, k.zone, k.sequence, now()
              FROM warehouse w, (VALUES ('T-A', 'pick', 50, 'Z1', 30), ('T-B', 'pick', 50, 'Z1', 10),
                                        ('T-C', 'count', 90, 'Z2', 5))
                AS k(number, kind, priority, zone, sequence)
             WHERE w.code = 'W1'
            """);
  }

  @Test
  void theShortestWayComesFirstAndWhoHoldsATaskGetsItAgain() {
    assertEquals("T-B", taken());
    assertEquals("T-B", taken());
  }

  @Test
  void whatIsPutAsideComesLast() {
    assertEquals("T-B", taken());
    accepted(new TaskCommand.SkipTask(W1, task("T-B"), new ReasonCode("blocked")));
    assertEquals("T-A", taken());
    accepted(new TaskCommand.SkipTask(W1, task("T-A"), new ReasonCode("blocked")));
    assertEquals("T-C", taken());
  }

  @Test
  void anUrgentTaskGoesFirst() {
    accepted(new TaskCommand.RankTask(W1, task("T-C"), 0));
    assertEquals("T-C", taken());
  }

  @Test
  void nobodyTakesWhatAnotherHoldsUntilItIsHandedOverOrTheLeaseIsOver() {
    accepted(new TaskCommand.HandOverTask(W1, task("T-A"), BEN));
    assertInstanceOf(TaskRefusal.TaskTaken.class, refused(take(Optional.of(task("T-A")))));
    SITE.change("UPDATE task SET lease_until = now() WHERE number = 'T-A'");
    accepted(take(Optional.of(task("T-A"))));
  }

  @Test
  void aTaskThatIsOverCannotBeTaken() {
    accepted(new TaskCommand.CancelTask(W1, task("T-A"), new ReasonCode("other")));
    assertEquals(
        new DocumentRefusal.WrongState(
            DocumentKind.TASK, task("T-A"), "cancelled", "open or leased"),
        refused(take(Optional.of(task("T-A")))));
    assertEquals(
        new DocumentRefusal.UnknownDocument(DocumentKind.TASK, task("T-X")),
        refused(take(Optional.of(task("T-X")))));
  }

  @Test
  void whenNothingWaitsItIsSaid() {
    SITE.change("DELETE FROM task");
    assertEquals(new TaskRefusal.NoTask(W1), refused(take(Optional.empty())));
  }

  @Test
  void theAnswerAndTheStreamNameTheTask() {
    synchronized (EVENTS) {
      EVENTS.clear();
    }
    Answer.Accepted answer = accepted(take(Optional.empty()));
    assertEquals(
        List.of(new Answer.Document(DocumentKind.TASK, task("T-B"), "leased")), answer.documents());
    synchronized (EVENTS) {
      Event.DocumentChanged event =
          assertInstanceOf(Event.DocumentChanged.class, EVENTS.getFirst());
      assertEquals(Optional.of("ana"), event.detail());
      assertEquals("T-B leased", event.number() + " " + event.state());
    }
  }

  private static String taken() {
    return accepted(take(Optional.empty())).documents().getFirst().number().code();
  }

  private static TaskCommand.TakeTask take(Optional<Reference> wanted) {
    return new TaskCommand.TakeTask(W1, wanted, List.of(), Optional.empty(), Optional.empty());
  }

  private static Reference task(String number) {
    return new Reference(number);
  }

  private static Answer.Accepted accepted(TaskCommand command) {
    return assertInstanceOf(Answer.Accepted.class, SITE.ask(command));
  }

  private static Refusal refused(TaskCommand command) {
    return assertInstanceOf(Answer.Refused.class, SITE.ask(command)).refusal();
  }
}
