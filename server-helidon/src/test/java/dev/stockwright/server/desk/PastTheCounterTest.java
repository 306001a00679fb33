package dev.stockwright.server.desk;

import static dev.stockwright.server.desk.TestSite.S1;
import static dev.stockwright.server.desk.TestSite.receive;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.stockwright.protocol.Answer;
import java.sql.Connection;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Somebody changes a level without holding its warehouse's counter, between the desk's reading and
/// its writing. The desk must neither undo that nor go on with what it has read.
class PastTheCounterTest {
  private static TestSite site;

  @BeforeAll
  static void open() {
    site = new TestSite((warehouse, epoch, events) -> {});
  }

  @AfterAll
  static void close() {
    site.close();
  }

  @Test
  void aMinimumThatIsSetMeanwhileStays() throws Exception {
    long before = received(10);
    Answer.Accepted answer = receiveDuring("UPDATE stock_level SET low_at = 77 WHERE on_hand > 0");
    assertEquals(before + 5, answer.changes().getFirst().newQuantity());
    assertEquals((before + 5) + " 77", level());
  }

  @Test
  void goodsThatAreAddedByHandMeanwhileAreNotOverwritten() throws Exception {
    long before = received(10);
    Answer.Accepted answer =
        receiveDuring(
            "UPDATE stock_level SET on_hand = on_hand + 100, supplier = supplier - 100"
                + " WHERE on_hand > 0");
    assertEquals(before + 105, answer.changes().getFirst().newQuantity());
  }

  private static long received(long quantity) {
    Answer answer = site.ask(receive(S1, quantity));
    return assertInstanceOf(Answer.Accepted.class, answer).changes().getFirst().newQuantity();
  }

  /// Changes the row, lets the desk come up to its writing, and only then commits.
  private static Answer.Accepted receiveDuring(String change) throws Exception {
    CompletableFuture<Answer> answer;
    try (Connection other = site.database.commandConnection();
        Statement statement = other.createStatement()) {
      statement.execute(change);
      answer = site.desk.submit(Submission.of(TestSite.envelope(receive(S1, 5)), TestSite.ANA));
      awaitBlocked();
      assertFalse(answer.isDone());
      other.commit();
    }
    return assertInstanceOf(Answer.Accepted.class, answer.get(20, TimeUnit.SECONDS));
  }

  private static void awaitBlocked() throws InterruptedException {
    long giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (System.nanoTime() < giveUp) {
      long waiting =
          site.database
              .reading()
              .fetchSingle(
                  """
                  SELECT count(*) FROM pg_stat_activity
                   WHERE wait_event_type = 'Lock' AND datname = current_database()\
                  """)
              .get(0, long.class);
      if (waiting > 0) {
        return;
      }
      TimeUnit.MILLISECONDS.sleep(2);
    }
    throw new AssertionError("the desk does not wait for the row");
  }

  private static String level() {
    return site.database
        .changing()
        .fetchSingle("SELECT on_hand || ' ' || low_at FROM stock_level WHERE on_hand > 0")
        .get(0, String.class);
  }
}
