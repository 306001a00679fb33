package dev.stockwright.devices.recording;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the raw traffic of devices in a text file, one [RecordedBytes] a line.
///
/// It only appends. When the file has reached its size it becomes `NAME.1`, which takes the place
/// of an older one, so that two files of that size are the most there is. A line that a crash cut
/// lacks its end and is passed over by [Replay]; the next recording begins on a line of its own,
/// with a comment that gives the time of day. A full disk ends the recording, never the device.
///
/// Any thread may record; lines go to the file at once.
public final class RawRecorder implements ByteTap, AutoCloseable {
  /// The size at which a file is put aside, unless told otherwise.
  public static final long SIZE_MAX = 16 * 1024 * 1024;

  private static final Logger LOG = LoggerFactory.getLogger(RawRecorder.class);

  private final Path file;
  private final long sizeMax;
  private final InstantSource clock;
  private final long startNanos;
  private OutputStream out;
  private long size;
  private boolean ended;

  /// Begins a recording behind what the file already holds.
  ///
  /// @param sizeMax bytes, at least 1024
  /// @param clock for the comment at the beginning
  /// @param nanos the monotonic time from which the lines count
  /// @throws IOException when the file cannot be written
  public RawRecorder(Path file, long sizeMax, InstantSource clock, long nanos) throws IOException {
    if (sizeMax < 1024) {
      throw new IllegalArgumentException("a recording of at most " + sizeMax + " bytes");
    }
    this.file = file;
    this.sizeMax = sizeMax;
    this.clock = clock;
    this.startNanos = nanos;
    this.out = open();
  }

  /// Begins a recording of the usual size, now.
  public static RawRecorder to(Path file) throws IOException {
    return new RawRecorder(file, SIZE_MAX, InstantSource.system(), System.nanoTime());
  }

  private OutputStream open() throws IOException {
    boolean cut = endsInsideALine(file);
    OutputStream opened =
        Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    size = Files.size(file);
    byte[] head =
        ((cut ? "\n" : "") + "# recording, " + clock.instant() + "\n")
            .getBytes(StandardCharsets.UTF_8);
    opened.write(head);
    size += head.length;
    return opened;
  }

  private static boolean endsInsideALine(Path file) throws IOException {
    if (!Files.exists(file) || Files.size(file) == 0) {
      return false;
    }
    try (var channel = Files.newByteChannel(file)) {
      var last = java.nio.ByteBuffer.allocate(1);
      channel.position(channel.size() - 1).read(last);
      return last.get(0) != '\n';
    }
  }

  @Override
  public synchronized void record(
      String device, Direction direction, byte[] bytes, int from, int length, long nanos) {
    long micros = Math.max(0, TimeUnit.NANOSECONDS.toMicros(nanos - startNanos));
    for (int at = from; at < from + length && !ended; at += RecordedBytes.BYTES_MAX) {
      int end = Math.min(from + length, at + RecordedBytes.BYTES_MAX);
      byte[] part = Arrays.copyOfRange(bytes, at, end);
      write(new RecordedBytes(micros, device.replace(' ', '_'), direction, part).line());
    }
  }

  private void write(String line) {
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    try {
      if (size + bytes.length > sizeMax) {
        out.close();
        Files.move(file, older(file), StandardCopyOption.REPLACE_EXISTING);
        out = open();
      }
      out.write(bytes);
      size += bytes.length;
    } catch (IOException e) {
      ended = true;
      LOG.warn("the recording {} ended: {}", file, e.toString());
    }
  }

  static Path older(Path file) {
    return file.resolveSibling(file.getFileName() + ".1");
  }

  @Override
  public synchronized void close() {
    ended = true;
    try {
      out.close();
    } catch (IOException e) {
      throw new UncheckedIOException("the recording " + file + " was not closed", e);
    }
  }
}
