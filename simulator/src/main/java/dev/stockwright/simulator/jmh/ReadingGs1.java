package dev.stockwright.simulator.jmh;

import dev.stockwright.vocabulary.gs1.Decoded;
import dev.stockwright.vocabulary.gs1.Decoder;
import dev.stockwright.vocabulary.gs1.ElementString;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// What a code on a carton costs to read. One thread.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ReadingGs1 {
  private static final String[] CARTONS = {
    "]C10109501101530003173112311012ABC345\u001d2112345",
    "]C1010950110153000310LOT-7\u001d17271231",
    "]d20109501101530003112601011727063010B77\u001d21SN0001\u001d3712",
    "]C100106141412345678908",
  };
  private int next;

  /// A typical mix of element strings, from what the scanner sends to checked elements.
  @Benchmark
  public Decoded cartons() {
    next = (next + 1) & 3;
    return Decoder.scan(CARTONS[next]);
  }

  /// The element string alone: product, lot, expiry, serial number.
  @Benchmark
  public ElementString elements() {
    return ElementString.parse("01095011015300031731123110LOT-7\u001d2112345");
  }
}
