package dev.stockwright.simulator.demo;

import dev.stockwright.protocol.Wire;
import dev.stockwright.vocabulary.InvalidValue;
import io.avaje.json.JsonException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;

/// The folder in which one demo keeps everything, and the right to use it: a lock that ends with
/// the process, however it ends. What is secret can be read by its owner only.
final class DemoFolder implements AutoCloseable {
  private final Path folder;
  private final FileChannel channel;

  private DemoFolder(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /// Takes the folder, which is made when it is not there, and removes what a killed demo left.
  ///
  /// @throws DemoUnfit when another demo has it, or it cannot be written
  static DemoFolder take(Path folder) {
    try {
      Files.createDirectories(folder.toAbsolutePath(), onlyOwner("rwx------"));
      FileChannel channel =
          FileChannel.open(
              folder.resolve("demo.lock"),
              StandardOpenOption.CREATE,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE);
      if (!locked(channel)) {
        channel.close();
        String pid = Files.readString(folder.resolve("demo.lock")).strip();
        throw new DemoUnfit(
            "A demo runs on "
                + folder
                + " already (process "
                + pid
                + "). Stop it first, or start this one with --data DIR and --port 0");
      }
      DemoFolder taken = new DemoFolder(folder, channel);
      channel.truncate(0);
      byte[] pid = Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8);
      channel.write(ByteBuffer.wrap(pid));
      taken.remove("ready.json");
      taken.remove("floor-sign-in.json");
      return taken;
    } catch (IOException e) {
      throw new DemoUnfit(
          "The folder " + folder + " cannot be used: " + e + "; give another with --data DIR", e);
    }
  }

  /// The lock lies behind the text, so that Windows too lets others read who has it.
  private static boolean locked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock(Long.MAX_VALUE - 1, 1, false);
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  Path path(String name) {
    return folder.resolve(name);
  }

  /// The day of the first start; the days in the demo's files count from it.
  LocalDate firstDay(LocalDate today) {
    Path file = path("first-day.txt");
    try {
      if (!Files.exists(file)) {
        write("first-day.txt", today + "\n");
      }
      return LocalDate.parse(Files.readString(file).strip());
    } catch (IOException | DateTimeException e) {
      throw new DemoUnfit(file + " cannot be read: " + e + "; remove it and start again", e);
    }
  }

  /// The sign-ins of an earlier start, none at the first one.
  List<SignIn> signIns() {
    Path file = path("sign-ins.json");
    try {
      return Files.exists(file)
          ? Wire.jsonb().type(SignIns.class).fromJson(Files.readString(file)).signIns()
          : List.of();
    } catch (IOException | JsonException | InvalidValue | NullPointerException e) {
      throw new DemoUnfit(
          file + " cannot be read: " + e + "; put it right, or start on another --data DIR", e);
    }
  }

  void keep(List<SignIn> signIns) {
    write("sign-ins.json", Wire.jsonb().type(SignIns.class).toJson(new SignIns(signIns)));
  }

  void tellReady(Ready ready) {
    write("ready.json", Wire.jsonb().type(Ready.class).toJson(ready));
  }

  boolean has(String name) {
    return Files.exists(path(name));
  }

  /// Writes a file for its owner only; a reader sees all of it or none.
  Path write(String name, String text) {
    Path file = path(name);
    Path part = path(name + ".part");
    try {
      Files.deleteIfExists(part);
      Files.createFile(part, onlyOwner("rw-------"));
      Files.writeString(part, text);
      try {
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
      }
      return file;
    } catch (IOException e) {
      throw new DemoUnfit(file + " cannot be written: " + e + "; is the disk full?", e);
    }
  }

  void remove(String name) {
    try {
      Files.deleteIfExists(path(name));
    } catch (IOException e) {
      throw new DemoUnfit(path(name) + " cannot be removed: " + e, e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new DemoUnfit("The lock of " + folder + " cannot be given back: " + e, e);
    }
  }

  private static FileAttribute<?>[] onlyOwner(String rights) {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))
        }
        : new FileAttribute<?>[0];
  }
}
