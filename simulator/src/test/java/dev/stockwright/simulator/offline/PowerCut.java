package dev.stockwright.simulator.offline;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.random.RandomGenerator;

/// The power of a device is cut: of what its process wrote to one file and to those beside it whose
/// names begin alike, only that is sure which it had brought to the disk. The rest is gone, or
/// there
/// in part, in another order, torn within.
///
/// A library under the process (`power_cut.c`, built with the system's C compiler) writes down what
/// it does; [#strike] makes the files what the disk may have held.
final class PowerCut {
  private static final int SECTOR = 512;

  private final Path library;
  private final Path file;
  private final Path log;

  PowerCut(Path folder, Path file) {
    this.library = built(folder);
    this.file = file;
    this.log = folder.resolve("power-cut.log");
  }

  private static Path built(Path folder) {
    Path source = folder.resolve("power_cut.c");
    Path library = folder.resolve("power_cut.so");
    try (InputStream text = PowerCut.class.getResourceAsStream("power_cut.c")) {
      if (text == null) {
        throw new IllegalStateException("power_cut.c is not on the class path");
      }
      Files.write(source, text.readAllBytes());
      Process compiler =
          new ProcessBuilder(
                  "cc", "-shared", "-fPIC", "-O1", "-o", library.toString(), source.toString())
              .redirectErrorStream(true)
              .start();
      String said = new String(compiler.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (compiler.waitFor() != 0) {
        throw new IllegalStateException("power_cut.c does not compile: " + said);
      }
      return library;
    } catch (IOException e) {
      throw new UncheckedIOException("a C compiler is needed (Debian: gcc, libc6-dev)", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("building", e);
    }
  }

  /// What the process must be started with.
  ///
  /// @param lies the disk says that it has what it has not
  Map<String, String> environment(boolean lies) {
    Map<String, String> watched =
        Map.of(
            "LD_PRELOAD", library.toString(),
            "POWER_CUT_FILE", file.toString(),
            "POWER_CUT_LOG", log.toString());
    return lies ? with(watched, "POWER_CUT_LIES", "1") : watched;
  }

  private static Map<String, String> with(Map<String, String> map, String key, String value) {
    Map<String, String> more = new HashMap<>(map);
    more.put(key, value);
    return more;
  }

  /// What is done to a file. Of a removed file nothing is of interest any more.
  private sealed interface Change {
    String path();
  }

  private record Written(String path, long offset, long before, byte[] old, byte[] bytes)
      implements Change {}

  private record Truncated(String path, long size, long before, byte[] old) implements Change {}

  private record Settled(String path) implements Change {}

  /// The process is dead; its files become what the disk may have held: of what nobody waited for,
  /// nothing, the first changes or any of them. Says how many changes were on no disk for sure.
  int strike(RandomGenerator random) {
    int first = random.nextInt(3) == 0 ? 0 : random.nextInt(100);
    boolean inOrder = random.nextBoolean();
    return strike(change -> inOrder ? change < first : random.nextInt(100) < first, random);
  }

  /// The same, and nothing survives that nobody waited for.
  int strikeAll() {
    return strike(change -> false, new SplittableRandom(1));
  }

  private int strike(IntPredicate survives, RandomGenerator random) {
    try {
      List<Change> unsure = unsure();
      for (Change change : unsure.reversed()) {
        undo(change);
      }
      for (int i = 0; i < unsure.size(); i++) {
        if (survives.test(i)) {
          again(unsure.get(i), random);
        }
      }
      Files.deleteIfExists(file.resolveSibling(file.getFileName() + "-shm"));
      Files.deleteIfExists(log);
      return unsure.size();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Change> unsure() throws IOException {
    List<Change> unsure = new ArrayList<>();
    if (!Files.exists(log)) {
      return unsure;
    }
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(log)))) {
      for (Optional<Change> next = next(in); next.isPresent(); next = next(in)) {
        Change change = next.get();
        if (change instanceof Settled settled) {
          unsure.removeIf(earlier -> earlier.path().equals(settled.path()));
        } else {
          unsure.add(change);
        }
      }
    }
    return Collections.unmodifiableList(unsure);
  }

  /// A record that the end of the process has cut off describes what was not begun.
  private static Optional<Change> next(DataInputStream in) throws IOException {
    try {
      int type = in.read();
      if (type < 0) {
        return Optional.empty();
      }
      String path = new String(bytes(in), StandardCharsets.UTF_8);
      return Optional.of(
          switch (type) {
            case 'W' -> new Written(path, in.readLong(), in.readLong(), bytes(in), bytes(in));
            case 'T' -> new Truncated(path, in.readLong(), in.readLong(), bytes(in));
            case 'S', 'U' -> new Settled(path);
            default -> throw new IOException("not a record: " + type);
          });
    } catch (EOFException cutOff) {
      return Optional.empty();
    }
  }

  private static byte[] bytes(DataInputStream in) throws IOException {
    byte[] bytes = new byte[Math.toIntExact(in.readLong())];
    in.readFully(bytes);
    return bytes;
  }

  private static void undo(Change change) throws IOException {
    switch (change) {
      case Written written -> {
        try (RandomAccessFile disk = new RandomAccessFile(written.path(), "rw")) {
          put(disk, written.offset(), written.old(), written.old().length);
          disk.setLength(Math.min(disk.length(), written.before()));
        }
      }
      case Truncated cut -> {
        try (RandomAccessFile disk = new RandomAccessFile(cut.path(), "rw")) {
          disk.setLength(cut.before());
          put(disk, cut.size(), cut.old(), cut.old().length);
        }
      }
      case Settled settled -> {}
    }
  }

  /// It reached the disk after all, some of the time only with its first sectors.
  private static void again(Change change, RandomGenerator random) throws IOException {
    switch (change) {
      case Written written -> {
        int sectors = written.bytes().length / SECTOR;
        boolean torn = sectors > 0 && random.nextInt(4) == 0;
        int length = torn ? random.nextInt(sectors) * SECTOR : written.bytes().length;
        try (RandomAccessFile disk = new RandomAccessFile(written.path(), "rw")) {
          put(disk, written.offset(), written.bytes(), length);
        }
      }
      case Truncated cut -> {
        try (RandomAccessFile disk = new RandomAccessFile(cut.path(), "rw")) {
          disk.setLength(cut.size());
        }
      }
      case Settled settled -> {}
    }
  }

  private static void put(RandomAccessFile disk, long offset, byte[] bytes, int length)
      throws IOException {
    if (length > 0) {
      disk.seek(offset);
      disk.write(bytes, 0, length);
    }
  }
}
