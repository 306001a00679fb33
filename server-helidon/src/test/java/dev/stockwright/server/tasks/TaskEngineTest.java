package dev.stockwright.server.tasks;

import static dev.stockwright.db.tables.Tables.TASK;
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
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.Record;
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
  void aReasonThatIsNotForSkippingIsRefusedWithThoseThatAre() {
    Refusal refusal = refused(new TaskCommand.SkipTask(W1, task("T-B"), new ReasonCode("theft")));
    assertEquals(
        new DocumentRefusal.OutOfRange("reason", "one of blocked, full, other", "theft"), refusal);
  }

  @Test
  void manyTasksOfOthersDoNotHideTheOneThatIsLeft() {
    SITE.change(
        """
            INSERT INTO task (warehouse_id, number, kind, priority, zone, sequence, only_for, made_at)
            SELECT w.id, 'T-M' || n, 'pick', 10, 'Z1', 1, 'ben', now()
              FROM warehouse w, generate_series(1, 2000) n WHERE w.code = 'W1'
            """);
    assertEquals("T-B", taken());
  }

  @Test
  void kindsOfWorkAreMixedAlongTheWay() {
    SITE.change(
        "UPDATE task SET priority = 50; UPDATE location SET pick_sequence = 20 WHERE code = 'A-01'");
    List<String> way = new ArrayList<>();
    for (int round = 0; round < 3; round++) {
      String number =
          accepted(
                  new TaskCommand.TakeTask(
                      W1,
                      Optional.empty(),
                      List.of(),
                      Optional.empty(),
                      Optional.of(new LocationCode("A-01"))))
              .documents()
              .getFirst()
              .number()
              .code();
      way.add(number);
      SITE.change(
          """
              UPDATE task SET state = 'done', leased_to = NULL, lease_until = NULL
               WHERE number = '%s'
              """
              .formatted(number));
    }
    assertEquals(List.of("T-A", "T-C", "T-B"), way, "ahead first, then round again: 30, 5, 10");
  }

  @Test
  void theDatabaseAndTheRuleAgreeOnTheNextTask() {
    SITE.change("DELETE FROM task");
    SITE.change(
        """
            INSERT INTO task (warehouse_id, number, kind, priority, zone, sequence, state, not_for,
                              only_for, leased_to, lease_until, made_at)
            SELECT w.id, 'T-R' || n, 'pick', 50 + n * 7 % 3, 'Z' || n % 4, n * 37 % 50,
                   CASE WHEN n % 3 = 0 THEN 'leased' ELSE 'open' END,
                   CASE WHEN n % 11 = 0 THEN 'ana' ELSE '' END,
                   CASE WHEN n % 7 = 0 THEN 'ben' ELSE '' END,
                   CASE WHEN n % 3 = 0 THEN CASE WHEN n % 2 = 0 THEN 'ben' ELSE 'cy' END END,
                   CASE WHEN n % 3 = 0 THEN now() + (n % 5 - 2) * interval '1 hour' END, now()
              FROM warehouse w, generate_series(1, 300) n WHERE w.code = 'W1'
            """);
    for (int round = 0; round < 40; round++) {
      Optional<String> expected = nextByTheRule();
      Answer answer = SITE.ask(take(Optional.empty()));
      if (expected.isEmpty()) {
        assertInstanceOf(Answer.Refused.class, answer);
        break;
      }
      String number = expected.get();
      assertEquals(
          number,
          assertInstanceOf(Answer.Accepted.class, answer).documents().getFirst().number().code());
      if (round % 2 == 0) {
        accepted(new TaskCommand.SkipTask(W1, task(number), new ReasonCode("other")));
      } else {
        accepted(new TaskCommand.CancelTask(W1, task(number), new ReasonCode("other")));
      }
    }
  }

  private static Optional<String> nextByTheRule() {
    List<Task> all =
        SITE.database
            .reading()
            .fetch(
                """
                SELECT t.*, t.lease_until > now() AS held, s.at IS NOT NULL AS skipped
                  FROM task t LEFT JOIN task_skip s ON s.task_id = t.id AND s.operator = 'ana'
                """)
            .map(TaskEngineTest::seen);
    return TaskRules.next(all, new Operator("ana"), 0).map(task -> task.number().code());
  }

  private static Task seen(Record row) {
    Optional<Operator> holder =
        Boolean.TRUE.equals(row.get("held", Boolean.class))
            ? Optional.of(new Operator(row.get(TASK.LEASED_TO)))
            : Optional.empty();
    return new Task(
        row.get(TASK.ID),
        W1,
        task(row.get(TASK.NUMBER)),
        row.get(TASK.KIND),
        Task.State.valueOf(row.get(TASK.STATE).toUpperCase(Locale.ROOT)),
        row.get(TASK.PRIORITY),
        row.get(TASK.ZONE),
        "",
        row.get(TASK.SEQUENCE),
        "",
        "",
        0,
        row.get(TASK.NOT_FOR),
        row.get(TASK.ONLY_FOR),
        holder,
        Optional.empty(),
        row.get("skipped", Boolean.class));
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
