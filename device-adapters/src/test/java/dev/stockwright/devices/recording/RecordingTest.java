package dev.stockwright.devices.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.devices.framing.Frame;
import dev.stockwright.devices.framing.Framer;
import dev.stockwright.devices.framing.Framing;
import dev.stockwright.vocabulary.Scan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-20T10:00:00Z"));

  @TempDir Path directory;

  private RawRecorder recorder(Path file, long sizeMax) throws IOException {
    return new RawRecorder(file, sizeMax, CLOCK, 0);
  }

  private static List<RecordedBytes> played(Path file) throws IOException {
    List<RecordedBytes> played = new ArrayList<>();
    new Replay(file, bytes -> true).atOnce(played::add);
    return played;
  }

  @Test
  void aRecordingIsPlainText() throws IOException {
    Path file = directory.resolve("traffic.txt");
    try (RawRecorder recorder = recorder(file, 4096)) {
      byte[] bytes = "x9501\rx".getBytes(StandardCharsets.US_ASCII);
      recorder.record("scanner-1", Direction.IN, bytes, 1, 5, 1_520_344_999L);
      recorder.record("reader 1", Direction.OUT, new byte[] {0, -1}, 0, 2, 2_000_000_000L);
    }
    assertEquals(
        """
        # recording, 2026-11-20T10:00:00Z
        1520344 scanner-1 in 393530310d;
        2000000 reader_1 out 00ff;
        """,
        Files.readString(file));
  }

  @Test
  void whatWasRecordedComesBack() throws IOException {
    long seed = 61L;
    Random random = new Random(seed);
    Path file = directory.resolve("traffic.txt");
    List<RecordedBytes> sent = new ArrayList<>();
    try (RawRecorder recorder = recorder(file, 1_000_000)) {
      for (int i = 0; i < 500; i++) {
        byte[] bytes = new byte[1 + random.nextInt(300)];
        random.nextBytes(bytes);
        Direction direction = random.nextBoolean() ? Direction.IN : Direction.OUT;
        recorder.record("d" + i % 3, direction, bytes, 0, bytes.length, i * 1_000_000L);
        sent.add(new RecordedBytes(i * 1000L, "d" + i % 3, direction, bytes));
      }
    }
    assertEquals(sent, played(file), "seed " + seed);
  }

  @Test
  void aLargeChunkIsSeveralLines() throws IOException {
    Path file = directory.resolve("traffic.txt");
    byte[] large = new byte[10_000];
    new Random(62L).nextBytes(large);
    try (RawRecorder recorder = recorder(file, 1_000_000)) {
      recorder.record("reader", Direction.IN, large, 0, large.length, 0);
    }
    List<RecordedBytes> played = played(file);
    assertEquals(3, played.size());
    byte[] together = new byte[large.length];
    int at = 0;
    for (RecordedBytes part : played) {
      System.arraycopy(part.bytes(), 0, together, at, part.bytes().length);
      at += part.bytes().length;
    }
    assertTrue(Arrays.equals(large, together));
  }

  /// Cut at every byte of its last line, a recording gives all lines before and nothing wrong; the
  /// next recording begins on a line of its own.
  @Test
  void aCutLastLineIsPassedOver() throws IOException {
    Path whole = directory.resolve("whole.txt");
    try (RawRecorder recorder = recorder(whole, 4096)) {
      recorder.record("s", Direction.IN, new byte[] {1, 2}, 0, 2, 1000);
      recorder.record("s", Direction.IN, new byte[] {3, 4, 5}, 0, 3, 2000);
    }
    byte[] bytes = Files.readAllBytes(whole);
    List<RecordedBytes> all = played(whole);
    int lastLine = new String(bytes, StandardCharsets.US_ASCII).lastIndexOf("2 s in");
    for (int cut = lastLine; cut < bytes.length - 1; cut++) {
      Path file = directory.resolve("cut-" + cut);
      Files.write(file, Arrays.copyOf(bytes, cut));
      boolean stillWhole = cut == bytes.length - 1;
      assertEquals(stillWhole ? all : all.subList(0, 1), played(file), "cut at " + cut);
      try (RawRecorder recorder = recorder(file, 4096)) {
        recorder.record("s", Direction.IN, new byte[] {9}, 0, 1, 0);
      }
      List<RecordedBytes> after = played(file);
      assertEquals(2, after.size(), "cut at " + cut);
      assertEquals("0 s in 09;", after.get(1).toString());
    }
  }

  @Test
  void itsSizeIsBounded() throws IOException {
    Path file = directory.resolve("traffic.txt");
    try (RawRecorder recorder = recorder(file, 2048)) {
      for (int i = 0; i < 1_000; i++) {
        recorder.record("s", Direction.IN, new byte[] {(byte) i}, 0, 1, i * 1000L);
      }
    }
    assertTrue(Files.size(file) <= 2048, "size " + Files.size(file));
    assertTrue(Files.size(RawRecorder.older(file)) <= 2048);
    try (var files = Files.list(directory)) {
      assertEquals(2, files.count());
    }
    // The newest lines are there, without a hole between the two files.
    List<RecordedBytes> kept = new ArrayList<>(played(RawRecorder.older(file)));
    kept.addAll(played(file));
    long first = kept.getFirst().micros();
    assertEquals(
        IntStream.range((int) first, 1_000).mapToObj(i -> (long) i).toList(),
        kept.stream().map(RecordedBytes::micros).toList());
  }

  @Test
  void whatIsNoLineIsPassedOverAndCounted() throws IOException {
    Path file = directory.resolve("traffic.txt");
    Files.writeString(
        file,
        """
        # a comment

        nonsense
        12 s sideways 00;
        12 s in 0;
        12 s in ;
        x s in 00;
        12 s in 00
        12 s in 00;
        """,
        StandardOpenOption.CREATE);
    Replay.Played played = new Replay(file, bytes -> true).atOnce(bytes -> {});
    assertEquals(new Replay.Played(1, 1, 6), played);
  }

  @Test
  void noiseIsNoRecording() throws IOException {
    long seed = 63L;
    byte[] noise = new byte[200_000];
    new Random(seed).nextBytes(noise);
    Path file = directory.resolve("noise");
    Files.write(file, noise);
    assertEquals(0, new Replay(file, bytes -> true).atOnce(bytes -> {}).chunks(), "seed " + seed);
  }

  @Test
  void aRecordedSessionGivesTheSameScans() throws IOException {
    long seed = 64L;
    Random random = new Random(seed);
    Path file = directory.resolve("traffic.txt");
    List<String> before = new ArrayList<>();
    Framer live = new Framer(Framing.AUTOMATIC);
    long now = 0;
    try (RawRecorder recorder = recorder(file, 1_000_000)) {
      for (int i = 0; i < 200; i++) {
        byte[] scan =
            ("]C1010950110153000310L" + i + "\u001d17251231\r")
                .getBytes(StandardCharsets.ISO_8859_1);
        int cut = random.nextInt(scan.length);
        for (byte[] part :
            List.of(Arrays.copyOf(scan, cut), Arrays.copyOfRange(scan, cut, scan.length))) {
          now += TimeUnit.MILLISECONDS.toNanos(random.nextInt(30));
          live.accept(part, part.length, now, frame -> before.add(text(frame)));
          recorder.record("scanner-1", Direction.IN, part, 0, part.length, now);
        }
      }
    }
    List<String> after = new ArrayList<>();
    Framer again = new Framer(Framing.AUTOMATIC);
    new Replay(file, bytes -> bytes.direction() == Direction.IN)
        .atOnce(
            bytes ->
                again.accept(
                    bytes.bytes(),
                    bytes.bytes().length,
                    TimeUnit.MICROSECONDS.toNanos(bytes.micros()),
                    frame -> after.add(text(frame))));
    assertEquals(200, before.size());
    assertEquals(before, after, "seed " + seed);
  }

  private static String text(Frame frame) {
    return switch (frame) {
      case Frame.Complete(Scan.Raw raw) -> raw.text();
      case Frame.Refused(Frame.Cause cause, Scan.Raw raw) -> cause.code();
    };
  }

  @Test
  void pausesComeBackToo() throws IOException, InterruptedException {
    Path file = directory.resolve("traffic.txt");
    Files.writeString(file, "5000000 s in 01;\n5040000 s in 02;\n5080000 s in 03;\n");
    List<Long> times = new ArrayList<>();
    new Replay(file, bytes -> true).inTime(bytes -> times.add(System.nanoTime()));
    long took = TimeUnit.NANOSECONDS.toMillis(times.getLast() - times.getFirst());
    assertTrue(took >= 79, "took " + took + " ms");
  }

  @Test
  void oneLineIsReadAsItWasWritten() {
    RecordedBytes bytes = new RecordedBytes(7, "s", Direction.OUT, new byte[] {10, 13});
    assertEquals(Optional.of(bytes), RecordedBytes.of(bytes.line().strip()));
    assertFalse(RecordedBytes.of(bytes.line().strip().replace(";", "")).isPresent());
  }
}
