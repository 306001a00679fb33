package dev.stockwright.client.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.client.ManualClock;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeviceStoreTest {
  @TempDir private Path folder;
  private final ManualClock clock = new ManualClock();
  private Path file = Path.of("");

  @BeforeEach
  void name() {
    file = folder.resolve("sub/device.db");
  }

  private DeviceStore open() {
    return DeviceStore.open(file, clock).store();
  }

  private static String pragma(Connection connection, String name) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery("PRAGMA " + name)) {
      return row.next() ? row.getString(1) : "";
    }
  }

  private static void put(DeviceStore store, String name, String value) {
    Boolean done = store.write(connection -> Notes.put(connection, name, value));
    assertTrue(done);
  }

  private static Optional<String> note(DeviceStore store, String name) {
    return store.read(connection -> Notes.find(connection, name));
  }

  @Test
  void everyCommitReachesTheDiskBeforeItReturns() {
    try (DeviceStore store = open()) {
      assertEquals("wal", store.write(connection -> pragma(connection, "journal_mode")));
      assertEquals("2", store.write(connection -> pragma(connection, "synchronous")));
    }
  }

  @Test
  void whatWasWrittenIsThereAfterOpeningAgain() {
    try (DeviceStore store = open()) {
      put(store, "a", "1");
    }
    try (DeviceStore store = open()) {
      assertEquals(Optional.of("1"), note(store, "a"));
    }
  }

  @Test
  void aTransactionThatFailsLeavesNothing() {
    try (DeviceStore store = open()) {
      assertThrows(
          IllegalStateException.class,
          () ->
              store.write(
                  connection -> {
                    assertTrue(Notes.put(connection, "a", "1"));
                    throw new IllegalStateException("half way");
                  }));
      assertEquals(Optional.empty(), note(store, "a"));
    }
  }

  @Test
  void oneFileHasOneOwner() {
    try (DeviceStore store = open()) {
      StoreFailure failure = assertThrows(StoreFailure.class, this::open);
      assertEquals(StoreFailure.Kind.IN_USE, failure.kind());
      assertEquals(Optional.empty(), note(store, "a"));
    }
  }

  @Test
  void aFileThatIsNoDatabaseIsKeptAsideAndANewOneBegun() throws IOException {
    Files.createDirectories(folder.resolve("sub"));
    byte[] noise = "this is not a database ".repeat(100).getBytes(StandardCharsets.US_ASCII);
    Files.write(file, noise);
    DeviceStore.Opened opened = DeviceStore.open(file, clock);
    try (DeviceStore store = opened.store()) {
      Path kept = opened.quarantined().orElseThrow();
      assertEquals("device.db.corrupt-20261120T100000", String.valueOf(kept.getFileName()));
      assertEquals(noise.length, Files.readAllBytes(kept).length);
      assertTrue(note(store, "born_after_damage").isPresent());
    }
  }

  @Test
  void aDatabaseWithATornPageIsKeptAsideAndANewOneBegun() throws IOException {
    try (DeviceStore store = open()) {
      for (int i = 0; i < 500; i++) {
        String name = "name-" + i;
        put(store, name, "x".repeat(200));
      }
    }
    long size = Files.size(file);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      for (long page = 4096; page < size; page += 4096) {
        channel.write(ByteBuffer.wrap(new byte[] {99, 99, 99, 99, 99, 99, 99, 99}), page);
      }
    }
    DeviceStore.Opened opened = DeviceStore.open(file, clock);
    try (DeviceStore store = opened.store()) {
      assertTrue(opened.quarantined().isPresent());
      assertEquals(Optional.empty(), note(store, "name-1"));
    }
  }

  @Test
  void aFileOfANewerReleaseIsLeftAsItIs() {
    try (DeviceStore store = open()) {
      boolean done =
          store.write(
              connection -> {
                try (var statement = connection.createStatement()) {
                  statement.execute("PRAGMA user_version = 999");
                }
                return true;
              });
      assertTrue(done);
    }
    StoreFailure failure = assertThrows(StoreFailure.class, this::open);
    assertEquals(StoreFailure.Kind.TOO_NEW, failure.kind());
    assertTrue(Files.exists(file));
  }
}
