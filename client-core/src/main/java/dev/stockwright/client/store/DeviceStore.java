package dev.stockwright.client.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// The one SQLite file of a device, in WAL mode with `synchronous=FULL`: when [#write] returns, the
/// change is on the disk and survives a power cut.
///
/// One process owns a file (a lock file beside it says so). In it there are three connections: one
/// writes, one transaction at a time, guarded by its lock; one reads, so that a look-up never waits
/// for a disk; one reads long lists, so that a look-up never waits for those either.
public final class DeviceStore implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DeviceStore.class);
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss").withZone(ZoneOffset.UTC);

  /// Something done on a connection.
  public interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  /// An opened store.
  ///
  /// @param quarantined where the damaged file was put, when there was one: tell somebody
  public record Opened(DeviceStore store, Optional<Path> quarantined) {}

  private final FileChannel ownership;
  private final Connection writer;
  private final Connection reader;
  private final Connection lister;
  private final ReentrantLock writing =
      new ReentrantLock(true); // a scan never waits behind a series of others
  private final ReentrantLock reading = new ReentrantLock();
  private final ReentrantLock listing = new ReentrantLock();

  private DeviceStore(
      FileChannel ownership, Connection writer, Connection reader, Connection lister) {
    this.ownership = ownership;
    this.writer = writer;
    this.reader = reader;
    this.lister = lister;
  }

  /// Opens or creates the file. A damaged one is put aside whole, and a new one begun; [Opened]
  /// says so. Throws [StoreFailure] when the device cannot be worked with.
  public static Opened open(Path file, InstantSource clock) {
    FileChannel ownership = own(file);
    boolean opened = false;
    try {
      Optional<Path> quarantined = Optional.empty();
      DeviceStore store;
      try {
        store = connect(file, ownership);
      } catch (StoreFailure damaged) {
        if (damaged.kind() != StoreFailure.Kind.CORRUPT) {
          throw damaged;
        }
        quarantined = Optional.of(quarantine(file, STAMP.format(clock.instant())));
        LOG.error("store damaged, kept as {}, begun anew", quarantined.get(), damaged);
        store = connect(file, ownership);
        String born = Long.toString(clock.instant().getEpochSecond(), 36);
        store.write(connection -> Notes.put(connection, "born_after_damage", born));
      }
      opened = true;
      return new Opened(store, quarantined);
    } finally {
      if (!opened) {
        closeQuietly(ownership);
      }
    }
  }

  private static FileChannel own(Path file) {
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      FileChannel channel =
          FileChannel.open(
              file.resolveSibling(file.getFileName() + ".lock"),
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE);
      if (!locked(channel)) {
        channel.close();
        throw new StoreFailure(StoreFailure.Kind.IN_USE, file.toString());
      }
      return channel;
    } catch (IOException e) {
      throw new StoreFailure(StoreFailure.Kind.READ_ONLY, file.toString(), e);
    }
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException sameProcess) {
      return false;
    }
  }

  private static DeviceStore connect(Path file, FileChannel ownership) {
    Connection writer = null;
    Connection reader = null;
    Connection lister = null;
    boolean good = false;
    try {
      writer = config().createConnection("jdbc:sqlite:" + file);
      check(writer, "PRAGMA journal_mode", "wal");
      check(writer, "PRAGMA synchronous", "2");
      check(writer, "PRAGMA quick_check(1)", "ok");
      Schema.bringUpToDate(writer);
      reader = config().createConnection("jdbc:sqlite:" + file);
      lister = config().createConnection("jdbc:sqlite:" + file);
      good = true;
      return new DeviceStore(ownership, writer, reader, lister);
    } catch (SQLException e) {
      throw failure(e);
    } finally {
      if (!good) {
        closeQuietly(lister);
        closeQuietly(reader);
        closeQuietly(writer);
      }
    }
  }

  private static SQLiteConfig config() {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setPragma(SQLiteConfig.Pragma.FULL_SYNC, "true"); // macOS: through the disk's own cache
    config.enforceForeignKeys(true);
    config.setBusyTimeout(5_000);
    return config;
  }

  private static void check(Connection connection, String pragma, String wanted)
      throws SQLException {
    try (Statement statement = connection.createStatement();
        var found = statement.executeQuery(pragma)) {
      String value = found.next() ? found.getString(1) : "nothing";
      if (!wanted.equalsIgnoreCase(value)) {
        boolean damaged = pragma.contains("check");
        throw new StoreFailure(
            damaged ? StoreFailure.Kind.CORRUPT : StoreFailure.Kind.BROKEN,
            pragma + " says " + value + ", wanted " + wanted);
      }
    }
  }

  private static Path quarantine(Path file, String stamp) {
    Path kept = file.resolveSibling(file.getFileName() + ".corrupt-" + stamp);
    try {
      for (int again = 2; Files.exists(kept); again++) {
        kept = file.resolveSibling(file.getFileName() + ".corrupt-" + stamp + "-" + again);
      }
      Files.move(file, kept);
      for (String part : List.of("-wal", "-shm")) {
        Path source = file.resolveSibling(file.getFileName() + part);
        if (Files.exists(source)) {
          Files.move(source, kept.resolveSibling(kept.getFileName() + part));
        }
      }
      return kept;
    } catch (IOException e) {
      throw new StoreFailure(StoreFailure.Kind.READ_ONLY, "cannot put aside " + file, e);
    }
  }

  /// Does `work` in one transaction and returns when it is durable; all or nothing. Throws
  /// [StoreFailure]; then nothing was changed.
  public <T> T write(Work<T> work) {
    writing.lock();
    try {
      boolean committed = false;
      try {
        execute(writer, "BEGIN IMMEDIATE");
        T result = work.on(writer);
        execute(writer, "COMMIT");
        committed = true;
        return result;
      } finally {
        if (!committed) {
          rollBack();
        }
      }
    } catch (SQLException e) {
      throw failure(e);
    } finally {
      writing.unlock();
    }
  }

  /// Looks something up; sees what was committed before. Throws [StoreFailure].
  public <T> T read(Work<T> work) {
    return on(reader, reading, work);
  }

  /// Reads what may take long, such as a page of a sorted list: waits for other lists only, and
  /// makes no look-up wait. Throws [StoreFailure].
  public <T> T list(Work<T> work) {
    return on(lister, listing, work);
  }

  private static <T> T on(Connection connection, ReentrantLock lock, Work<T> work) {
    lock.lock();
    try {
      return work.on(connection);
    } catch (SQLException e) {
      throw failure(e);
    } finally {
      lock.unlock();
    }
  }

  /// Transactions are begun and ended by statements of our own: SQLite itself ends one when the
  /// disk is full, and the driver's own switch would then believe that it goes on.
  static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private void rollBack() {
    try {
      execute(writer, "ROLLBACK");
    } catch (SQLException e) {
      LOG.debug("nothing to roll back: {}", e.getMessage());
    }
  }

  private static StoreFailure failure(SQLException e) {
    StoreFailure.Kind kind = StoreFailure.Kind.BROKEN;
    if (e instanceof SQLiteException sqlite) {
      int primary = sqlite.getResultCode().code & 0xFF;
      if (primary == SQLiteErrorCode.SQLITE_FULL.code) {
        kind = StoreFailure.Kind.FULL;
      } else if (primary == SQLiteErrorCode.SQLITE_READONLY.code
          || primary == SQLiteErrorCode.SQLITE_CANTOPEN.code) {
        kind = StoreFailure.Kind.READ_ONLY;
      } else if (primary == SQLiteErrorCode.SQLITE_CORRUPT.code
          || primary == SQLiteErrorCode.SQLITE_NOTADB.code) {
        kind = StoreFailure.Kind.CORRUPT;
      }
    }
    return new StoreFailure(kind, String.valueOf(e.getMessage()), e);
  }

  private static void closeQuietly(@Nullable AutoCloseable thing) {
    try {
      if (thing != null) { // half opened
        thing.close();
      }
    } catch (Exception e) {
      LOG.warn("close failed: {}", e.getMessage());
    }
  }

  @Override
  public void close() {
    writing.lock();
    reading.lock();
    listing.lock();
    try {
      closeQuietly(lister);
      closeQuietly(reader);
      closeQuietly(writer);
      closeQuietly(ownership);
    } finally {
      listing.unlock();
      reading.unlock();
      writing.unlock();
    }
  }
}
