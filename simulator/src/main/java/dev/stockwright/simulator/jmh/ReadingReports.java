package dev.stockwright.simulator.jmh;

import dev.stockwright.devices.llrp.wire.Frame;
import dev.stockwright.devices.llrp.wire.MessageType;
import dev.stockwright.devices.llrp.wire.ReportReader;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.llrp.ltk.exceptions.InvalidLLRPMessageException;
import org.llrp.ltk.generated.LLRPMessageFactory;
import org.llrp.ltk.generated.messages.RO_ACCESS_REPORT;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// What a report of 100 tags costs to read, and what the LLRP Toolkit takes for the same bytes. A
/// tag an operation; one thread.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class ReadingReports {
  /// Tags in the report.
  public static final int TAGS = 100;

  private static final int VERSION_1 = 1 << 10;
  private static final int TAG_BYTES = 4 + 13 + 5 + 3 + 2 + 9 + 9 + 3;

  private final byte[] bytes = report();
  private final ReportReader ours = new ReportReader();
  private long sum;

  static {
    quiet();
  }

  /// The toolkit writes a line to its log for each thing that it reads, unless told not to.
  private static void quiet() {
    if (org.slf4j.LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)
        instanceof ch.qos.logback.classic.Logger root) {
      root.setLevel(ch.qos.logback.classic.Level.WARN);
    }
  }

  /// Every field of every tag is looked at: EPC, antenna, strength, times, count.
  @Benchmark
  @OperationsPerInvocation(TAGS)
  public long ours() {
    Frame.Message message = new Frame.Message(1, MessageType.RO_ACCESS_REPORT, 1, bytes);
    if (ours.read(message, tag -> sum += tag.antenna() + tag.count() + tag.epcBits()).isPresent()) {
      throw new IllegalStateException("the report is not read");
    }
    return sum;
  }

  /// The yardstick: the toolkit's objects of the same report.
  @Benchmark
  @OperationsPerInvocation(TAGS)
  public int toolkit() throws InvalidLLRPMessageException {
    RO_ACCESS_REPORT report =
        (RO_ACCESS_REPORT) LLRPMessageFactory.createLLRPMessage(bytes.clone());
    return report.getTagReportDataList().size();
  }

  /// A report as a reader sends it: EPC of 96 bits, ROSpec, antenna, strength, first and last seen,
  /// count.
  private static byte[] report() {
    ByteBuffer out = ByteBuffer.allocate(Frame.Message.HEADER + TAGS * TAG_BYTES);
    out.putShort((short) (VERSION_1 | MessageType.RO_ACCESS_REPORT))
        .putInt(out.capacity())
        .putInt(1);
    for (int i = 0; i < TAGS; i++) {
      out.putShort((short) 240).putShort((short) TAG_BYTES);
      out.put((byte) (0x80 | 13)).putInt(0x30000000).putLong(i);
      out.put((byte) (0x80 | 9)).putInt(1);
      out.put((byte) (0x80 | 1)).putShort((short) (1 + i % 4));
      out.put((byte) (0x80 | 6)).put((byte) -50);
      out.put((byte) (0x80 | 2)).putLong(1_700_000_000_000_000L + i);
      out.put((byte) (0x80 | 4)).putLong(1_700_000_000_000_100L + i);
      out.put((byte) (0x80 | 8)).putShort((short) 3);
    }
    return out.array();
  }
}
