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

/// kill -9 of the serving process and of PostgreSQL under load.
@Execution(ExecutionMode.CONCURRENT) // most of it waits for what was killed to be back
class KillTest {
  @Test
  void nothingAcknowledgedIsLostAndNothingIsDoubled(@TempDir Path folder) throws SQLException {
    check(folder, 8);
  }

  @Test
  @Tag("thorough")
  void twoHundredKillsLoseNothing(@TempDir Path folder) throws SQLException {
    check(folder, 200);
  }

  private static void check(Path folder, int rounds) throws SQLException {
    CrashTrial trial = new CrashTrial(folder, 42, false);
    CrashTrial.Outcome outcome =
        trial.run(rounds, CrashTrial.Target.SERVER, CrashTrial.Target.POSTGRES);
    assertEquals(0, outcome.lost(), outcome::toString);
    assertEquals(0, outcome.doubled(), outcome::toString);
    assertEquals(List.of(), outcome.complaints());
    assertTrue(outcome.acknowledged() > rounds * 50L, outcome::toString);
    assertTrue(outcome.unknown() > rounds, outcome::toString);
  }

  /// The negative control: a device that says "done" before the answer must be caught losing work.
  @Test
  void aDeviceThatBelievesBeforeTheCommitIsCaught(@TempDir Path folder) throws SQLException {
    CrashTrial.Outcome outcome = new CrashTrial(folder, 43, true).run(2, CrashTrial.Target.SERVER);
    assertTrue(outcome.lost() > 0, outcome::toString);
  }
}
