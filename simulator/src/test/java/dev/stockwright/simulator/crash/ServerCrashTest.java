package dev.stockwright.simulator.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// kill -9 of the whole server and of its PostgreSQL, with load through HTTP and clients on the
/// stream.
@Execution(ExecutionMode.CONCURRENT) // most of it waits for what was killed to be back
class ServerCrashTest {
  @Test
  void nothingAcknowledgedIsLostAndTheStreamHasNoGap(@TempDir Path folder) throws SQLException {
    check(folder, 3);
  }

  @Test
  @Tag("thorough")
  void twoHundredKillsLoseNothing(@TempDir Path folder) throws SQLException {
    check(folder, 200);
  }

  private static void check(Path folder, int rounds) throws SQLException {
    CrashTrial.Outcome outcome = new ServerCrashTrial(folder, 71, false).run(rounds);
    assertEquals(0, outcome.lost(), outcome::toString);
    assertEquals(0, outcome.doubled(), outcome::toString);
    assertEquals(List.of(), outcome.complaints(), outcome::toString);
    assertTrue(outcome.acknowledged() > rounds * 50L, outcome::toString);
    assertTrue(outcome.unknown() > rounds, outcome::toString);
  }

  /// The negative control: a device that says "done" before the answer must be caught losing work.
  @Test
  void aDeviceThatBelievesBeforeTheAnswerIsCaught(@TempDir Path folder) throws SQLException {
    CrashTrial.Outcome outcome = new ServerCrashTrial(folder, 72, true).run(1);
    assertTrue(outcome.lost() > 0, outcome::toString);
  }
}
