package dev.stockwright.simulator.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/// What the figures were measured on; without it they mean nothing.
final class Machine {
  private Machine() {}

  /// One line: processors, memory, JVM, and how long the disk of `folder` takes to make 8 kB
  /// durable.
  static String line(Path folder) {
    long memory =
        ManagementFactory.getOperatingSystemMXBean()
                instanceof com.sun.management.OperatingSystemMXBean system
            ? system.getTotalMemorySize()
            : 0;
    return String.format(
        Locale.ROOT,
        "%s %s, %d processors, %d GiB, Java %s, 8 kB durable in %.0f µs, load %.1f",
        System.getProperty("os.name"),
        System.getProperty("os.arch"),
        Runtime.getRuntime().availableProcessors(),
        Math.round(memory / (double) (1 << 30)),
        Runtime.version(),
        durableMicros(folder),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  private static double durableMicros(Path folder) {
    Path file = folder.resolve("durable-probe");
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE)) {
      Files.createDirectories(folder);
      int times = 500;
      long start = System.nanoTime();
      for (int i = 0; i < times; i++) {
        channel.write(ByteBuffer.allocate(8192), 0);
        channel.force(false);
      }
      return (System.nanoTime() - start) / 1000.0 / times;
    } catch (IOException e) {
      throw new UncheckedIOException("writing in " + folder, e);
    }
  }
}
