package dev.stockwright.devices.recording;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// Gives the bytes of a recording back, in order, with their pauses or without. Lines that are cut
/// or were never part of a recording are passed over and counted.
public final class Replay {
  /// Longer lines belong to no recording.
  private static final int LINE_MAX = 2 * RecordedBytes.BYTES_MAX + 256;

  private final Path file;
  private final Predicate<RecordedBytes> wanted;

  /// Takes the bytes, one after the other.
  @FunctionalInterface
  public interface Taker {
    void take(RecordedBytes bytes) throws IOException;
  }

  /// What was played.
  ///
  /// @param chunks lines that were passed on
  /// @param bytes how many bytes these were
  /// @param passedOver lines that could not be read
  public record Played(long chunks, long bytes, long passedOver) {}

  /// A replay of the lines that are wanted.
  public Replay(Path file, Predicate<RecordedBytes> wanted) {
    this.file = file;
    this.wanted = wanted;
  }

  /// Plays all, as fast as it is taken.
  public Played atOnce(Taker taker) throws IOException {
    try {
      return play(taker, false);
    } catch (InterruptedException e) {
      throw new IllegalStateException("nothing waits here", e);
    }
  }

  /// Plays all with the pauses of the recording; the first bytes come at once.
  public Played inTime(Taker taker) throws IOException, InterruptedException {
    return play(taker, true);
  }

  private Played play(Taker taker, boolean inTime) throws IOException, InterruptedException {
    long chunks = 0;
    long bytes = 0;
    long passedOver = 0;
    Tempo tempo = new Tempo(System.nanoTime());
    try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
      for (Optional<String> line = next(in); line.isPresent(); line = next(in)) {
        if (line.get().isEmpty() || line.get().startsWith("#")) {
          continue;
        }
        Optional<RecordedBytes> read = RecordedBytes.of(line.get());
        if (read.isEmpty()) {
          passedOver++;
        } else if (wanted.test(read.get())) {
          if (inTime) {
            tempo.await(read.get().micros());
          }
          taker.take(read.get());
          chunks++;
          bytes += read.get().bytes().length;
        }
      }
    }
    return new Played(chunks, bytes, passedOver);
  }

  /// A line, cut where it is too long to be one of a recording.
  private static Optional<String> next(BufferedReader in) throws IOException {
    StringBuilder line = new StringBuilder();
    int c = in.read();
    if (c < 0) {
      return Optional.empty();
    }
    for (; c >= 0 && c != '\n'; c = in.read()) {
      if (line.length() <= LINE_MAX) {
        line.append((char) c);
      }
    }
    return Optional.of(line.toString());
  }

  /// Waits until the time of a line has come; a recording that was begun anew goes on at once.
  private static final class Tempo {
    private long startNanos;
    private long firstMicros = -1;
    private long lastMicros;

    private Tempo(long startNanos) {
      this.startNanos = startNanos;
    }

    private void await(long micros) throws InterruptedException {
      if (firstMicros < 0 || micros < lastMicros) {
        firstMicros = micros;
        startNanos = System.nanoTime();
      }
      lastMicros = micros;
      long due = startNanos + TimeUnit.MICROSECONDS.toNanos(micros - firstMicros);
      TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
    }
  }
}
