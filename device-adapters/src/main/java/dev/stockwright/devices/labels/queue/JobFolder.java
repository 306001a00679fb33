package dev.stockwright.devices.labels.queue;

import dev.stockwright.vocabulary.DeviceId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The folder of a print queue: one file a job, replaced as a whole and forced to the disk, so that
/// a kill at any moment leaves the job as it was before or as it is after. One program at a time.
final class JobFolder implements AutoCloseable {
  private static final String JOB = ".job";
  private static final String NEW = ".new";
  private static final String DAMAGED = ".damaged";

  private final Path folder;
  private final FileChannel lockFile;
  private final List<PrintJob> found = new ArrayList<>();
  private final List<String> damaged = new ArrayList<>();
  private long highest;

  private JobFolder(Path folder, FileChannel lockFile) {
    this.folder = folder;
    this.lockFile = lockFile;
  }

  /// Opens a folder and reads its jobs; empty while another program has it.
  static Optional<JobFolder> open(Path folder) {
    try {
      Files.createDirectories(folder);
      FileChannel lockFile =
          FileChannel.open(
              folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!locked(lockFile)) {
        lockFile.close();
        return Optional.empty();
      }
      JobFolder opened = new JobFolder(folder, lockFile);
      opened.load();
      return Optional.of(opened);
    } catch (IOException e) {
      throw new UncheckedIOException("the print queue's folder " + folder, e);
    }
  }

  private static boolean locked(FileChannel lockFile) throws IOException {
    try {
      FileLock lock = lockFile.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  private void load() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.sorted().toList();
    }
    for (Path file : files) {
      String name = String.valueOf(file.getFileName());
      if (name.endsWith(NEW)) {
        // Never finished, so nobody was told of it; the job's own file is still there.
        Files.delete(file);
      } else if (name.endsWith(DAMAGED)) {
        damaged.add(name);
        highest = Math.max(highest, number(name));
      } else if (name.endsWith(JOB)) {
        load(file, name);
      }
    }
    found.sort(Comparator.comparingLong(PrintJob::number));
  }

  private void load(Path file, String name) throws IOException {
    highest = Math.max(highest, number(name));
    Optional<PrintJob> job = JobFile.read(Files.readAllBytes(file));
    if (job.isPresent() && name(job.get().number()).equals(name)) {
      found.add(job.get());
      return;
    }
    String aside = name + DAMAGED;
    Files.move(file, folder.resolve(aside), StandardCopyOption.REPLACE_EXISTING);
    damaged.add(aside);
  }

  private static long number(String name) {
    String digits = name.substring(0, name.indexOf('.'));
    return digits.matches("\\d{1,18}") ? Long.parseLong(digits) : 0;
  }

  private static String name(long number) {
    return String.format(Locale.ROOT, "%08d", number) + JOB;
  }

  /// The jobs that were there, by number.
  List<PrintJob> found() {
    return List.copyOf(found);
  }

  /// Files that could not be read; they are kept aside.
  List<String> damaged() {
    return List.copyOf(damaged);
  }

  /// The highest number that was ever in this folder, as far as its files tell.
  long highest() {
    return highest;
  }

  /// Writes a job so that it is still there after a kill.
  void save(PrintJob job) {
    Path file = folder.resolve(name(job.number()));
    Path fresh = folder.resolve(name(job.number()) + NEW);
    try (FileChannel out =
        FileChannel.open(
            fresh,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(JobFile.written(job));
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
      out.force(true);
    } catch (IOException e) {
      throw new UncheckedIOException("print job " + job.number() + " in " + folder, e);
    }
    try {
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("print job " + job.number() + " in " + folder, e);
    }
  }

  void delete(long number) {
    try {
      Files.deleteIfExists(folder.resolve(name(number)));
    } catch (IOException e) {
      throw new UncheckedIOException("print job " + number + " in " + folder, e);
    }
  }

  /// Whether this printer has ever said how it is; then its silence means something.
  boolean answers(DeviceId printer) {
    return Files.exists(answersFile(printer));
  }

  void rememberThatItAnswers(DeviceId printer) {
    try {
      Files.write(answersFile(printer), new byte[0]);
    } catch (IOException e) {
      throw new UncheckedIOException("what is known of printer " + printer, e);
    }
  }

  private Path answersFile(DeviceId printer) {
    byte[] name = printer.code().getBytes(StandardCharsets.UTF_8);
    return folder.resolve("answers-" + HexFormat.of().formatHex(name));
  }

  @Override
  public void close() {
    try {
      lockFile.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
