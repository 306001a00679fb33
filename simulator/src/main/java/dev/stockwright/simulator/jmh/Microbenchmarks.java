package dev.stockwright.simulator.jmh;

import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/// Runs the benchmarks of this package, each in a JVM of its own.
public final class Microbenchmarks {
  private Microbenchmarks() {}

  /// @param names parts of benchmark names; empty means all
  /// @throws IllegalArgumentException when no benchmark has such a name
  public static Collection<RunResult> run(List<String> names) {
    OptionsBuilder options = new OptionsBuilder();
    for (String name : names) {
      options.include("(?i).*" + java.util.regex.Pattern.quote(name) + ".*");
    }
    // Without this a fork would take over the options of the launcher, its class archive included.
    options.jvmArgs("-Xmx1g", "--enable-native-access=ALL-UNNAMED");
    options.verbosity(VerboseMode.NORMAL);
    options.shouldFailOnError(true);
    try {
      return new Runner(options.build()).run();
    } catch (RunnerException e) {
      throw new IllegalArgumentException("jmh: " + e.getMessage(), e);
    }
  }
}
