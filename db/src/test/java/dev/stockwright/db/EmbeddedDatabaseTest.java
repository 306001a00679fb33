package dev.stockwright.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.db.tables.Tables;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT) // each has a folder of its own, and mostly waits
class EmbeddedDatabaseTest {
  @Test
  void itIsDurableAndASecondStartFindsTheSameData(@TempDir Path folder) {
    try (EmbeddedDatabase embedded = EmbeddedDatabase.start(folder.resolve("pg"));
        Database database = Database.open(embedded.place())) {
      database
          .changing()
          .transaction(
              tx ->
                  tx.dsl()
                      .insertInto(Tables.WAREHOUSE)
                      .set(Tables.WAREHOUSE.CODE, "NORTH")
                      .set(Tables.WAREHOUSE.NAME, "Northgate")
                      .set(Tables.WAREHOUSE.RECEIVING_LOCATION, "DOCK-1")
                      .execute());
      for (String setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
        assertEquals("on", database.reading().fetchValue("SHOW " + setting), setting);
      }
    }
    try (EmbeddedDatabase embedded = EmbeddedDatabase.start(folder.resolve("pg"));
        Database database = Database.open(embedded.place())) {
      assertEquals(1, database.reading().fetchCount(Tables.WAREHOUSE));
    }
  }

  @Test
  void whatIsWrittenInTheLedgerCannotBeChanged(@TempDir Path folder) {
    try (EmbeddedDatabase embedded = EmbeddedDatabase.start(folder.resolve("pg"));
        Database database = Database.open(embedded.place())) {
      DataAccessException refused =
          assertThrows(
              DataAccessException.class,
              () ->
                  database
                      .changing()
                      .transaction(tx -> tx.dsl().deleteFrom(Tables.MOVEMENT).execute()));
      assertTrue(
          String.valueOf(refused.getMessage()).contains("append-only"), refused.getMessage());
    }
  }

  @Test
  void oneThatWasKilledIsStartedAgainOnTheSamePort(@TempDir Path folder) throws Exception {
    Path data = folder.resolve("pg");
    try (EmbeddedDatabase embedded = EmbeddedDatabase.start(data)) {
      String before = embedded.place().url();
      long killed = kill(data);
      assertTrue(isBack(data, killed), "not started again");
      assertEquals(before, embedded.place().url());
      try (Database database = Database.open(embedded.place())) {
        assertEquals(0, database.reading().fetchCount(Tables.MOVEMENT));
      }
    }
  }

  /// As on a full disk, where the first starts after the death fail.
  @Test
  void aStartThatFailsIsTriedAgainUntilTheCauseIsGone(@TempDir Path folder) throws Exception {
    Path data = folder.resolve("pg");
    Path settings = data.resolve("postgresql.auto.conf");
    try (EmbeddedDatabase embedded = EmbeddedDatabase.start(data, Duration.ofSeconds(5))) {
      String good = Files.readString(settings);
      Files.writeString(settings, "this_is_no_setting_of_postgres = 1\n");
      long killed = kill(data);
      Path lock = data.resolve("epg-lock");
      long until = System.nanoTime() + 90_000_000_000L;
      while (Files.exists(lock) && System.nanoTime() < until) {
        Thread.sleep(50);
      }
      assertFalse(Files.exists(lock), "a start has failed and let go of the folder");
      Files.writeString(settings, good);
      assertTrue(isBack(data, killed), "not started again");
      try (Database database = Database.open(embedded.place())) {
        assertEquals(0, database.reading().fetchCount(Tables.MOVEMENT));
      }
    }
  }

  private static long kill(Path data) throws Exception {
    long pid = pid(data);
    assertTrue(ProcessHandle.of(pid).orElseThrow().destroyForcibly());
    return pid;
  }

  private static boolean isBack(Path data, long killed) throws Exception {
    long until = System.nanoTime() + 60_000_000_000L;
    while (System.nanoTime() < until) {
      Thread.sleep(100);
      if (EmbeddedDatabase.running(data).isPresent() && pid(data) != killed) {
        return true;
      }
    }
    return false;
  }

  private static long pid(Path data) throws Exception {
    return Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).getFirst());
  }

  @Test
  void aDatabaseThatIsNotThereIsSaidInASentence() {
    DatabaseUnfit unfit =
        assertThrows(
            DatabaseUnfit.class,
            () -> Database.open(new DatabasePlace("jdbc:postgresql://127.0.0.1:1/x", "u", "p")));
    assertTrue(String.valueOf(unfit.getMessage()).contains("cannot be reached"));
  }

  @Test
  void aFolderThatCannotBeUsedIsSaidInASentence(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("pg"), "not a folder");
    assertThrows(DatabaseUnfit.class, () -> EmbeddedDatabase.start(file));
  }
}
