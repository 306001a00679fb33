package dev.stockwright.devices.labels.queue;

import dev.stockwright.devices.labels.queue.PrintJob.State;
import dev.stockwright.devices.reasons.Told;
import dev.stockwright.vocabulary.DeviceId;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.CRC32;

/// How a job is written in its file: a line for each value, an empty line, the ZPL, and a last line
/// with a checksum of all before it, so that a torn file is known as one.
final class JobFile {
  private static final String FIRST = "stockwright print job 1";
  private static final String LAST = "end ";
  private static final int HEADER_LINES = 10;

  private JobFile() {}

  static byte[] written(PrintJob job) {
    String body =
        String.join(
                "\n",
                FIRST,
                Long.toString(job.number()),
                line(job.printer().code()),
                line(job.title()),
                line(job.by()),
                job.asked().toString(),
                job.reprintOf().isPresent() ? Long.toString(job.reprintOf().getAsLong()) : "-",
                job.state().name().toLowerCase(Locale.ROOT),
                job.since().toString(),
                line(job.told().written()))
            + "\n\n"
            + job.zpl()
            + "\n";
    return (body + LAST + checksum(body) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static String line(String text) {
    return text.replace('\n', ' ').replace('\r', ' ');
  }

  private static String checksum(String body) {
    CRC32 crc = new CRC32();
    crc.update(body.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().toHexDigits((int) crc.getValue());
  }

  /// Empty when the file is not whole.
  static Optional<PrintJob> read(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      int end = text.lastIndexOf("\n" + LAST);
      if (end < 0) {
        return Optional.empty();
      }
      String body = text.substring(0, end + 1);
      return text.substring(end + 1).equals(LAST + checksum(body) + "\n")
          ? job(body)
          : Optional.empty();
    } catch (CharacterCodingException | DateTimeException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<PrintJob> job(String body) {
    String[] lines = body.split("\n", HEADER_LINES + 2);
    if (lines.length < HEADER_LINES + 2
        || !lines[0].equals(FIRST)
        || !lines[HEADER_LINES].isEmpty()) {
      return Optional.empty();
    }
    String zpl = lines[HEADER_LINES + 1];
    return Optional.of(
        new PrintJob(
            Long.parseLong(lines[1]),
            new DeviceId(lines[2]),
            lines[3],
            lines[4],
            Instant.parse(lines[5]),
            lines[6].equals("-") ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(lines[6])),
            State.valueOf(lines[7].toUpperCase(Locale.ROOT)),
            Instant.parse(lines[8]),
            Told.read(lines[9]),
            zpl.substring(0, zpl.length() - 1)));
  }
}
