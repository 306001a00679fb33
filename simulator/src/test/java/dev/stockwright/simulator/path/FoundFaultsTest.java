package dev.stockwright.simulator.path;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stockwright.protocol.Envelope;
import dev.stockwright.simulator.stack.Asking;
import dev.stockwright.simulator.stack.CodedSite;
import dev.stockwright.simulator.stack.Receipts;
import dev.stockwright.simulator.stack.ServerProcess;
import dev.stockwright.simulator.stack.Staff;
import dev.stockwright.simulator.stack.Waiting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// Faults of the whole server that were found, one test each.
@Execution(ExecutionMode.CONCURRENT) // most of it waits for PostgreSQL to be back
class FoundFaultsTest {
  @Test
  void aServerStartsItsEmbeddedDatabaseAgainWhenThatDies(@TempDir Path folder) {
    Path data = folder.resolve("data");
    var who = Staff.enrol(data, CodedSite.of(1));
    List<Envelope> envelopes = new Receipts(CodedSite.NORTH, 1, 1).next(1);
    try (ServerProcess server = ServerProcess.start(data, List.of(), Map.of());
        Asking asking = new Asking(server.url())) {
      asking.signIn(who);
      server.killPostgres();
      Waiting.until(
          () -> "ready again, not " + asking.get("/health/ready").body(),
          Duration.ofSeconds(30),
          () -> asking.get("/health/ready").statusCode() == 200);
      assertEquals(200, asking.post("/api/v1/commands", Receipts.body(envelopes)).statusCode());
    }
  }
}
