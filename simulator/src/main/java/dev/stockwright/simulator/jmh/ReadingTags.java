package dev.stockwright.simulator.jmh;

import dev.stockwright.vocabulary.epc.EpcTag;
import dev.stockwright.vocabulary.epc.TagRead;
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

/// What an EPC costs to read. One thread.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ReadingTags {
  private static final String SGTIN_96 = "3074257bf7194e4000001a85";

  /// From the memory of a tag to its fields, all checked.
  @Benchmark
  public TagRead tag() {
    return TagRead.ofHex(SGTIN_96);
  }

  /// The same with the pure identity as text, which is the key of what is known about it.
  @Benchmark
  public String identity() {
    return TagRead.ofHex(SGTIN_96) instanceof EpcTag tag ? tag.epc().uri() : "";
  }
}
