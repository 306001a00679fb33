package dev.stockwright.simulator.stack;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// A JVM of its own with our class path, started to be watched, and perhaps to be killed.
public final class ChildJvm implements AutoCloseable {
  private static final int STOP_SECONDS = 30;

  private final Process process;
  private final Path log;
  private final BufferedReader lines;
  private final Writer input;

  private ChildJvm(Process process, Path log) {
    this.process = process;
    this.log = log;
    this.lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    this.input = process.outputWriter(StandardCharsets.UTF_8);
  }

  /// What is started.
  ///
  /// @param options for the JVM, such as `-Xmx512m`
  /// @param environment what is added to ours
  public record Call(
      Class<?> main,
      List<String> options,
      List<String> arguments,
      Map<String, String> environment) {
    public Call(Class<?> main, List<String> options, List<String> arguments) {
      this(main, options, arguments, Map.of());
    }
  }

  /// Starts it; its standard error goes to `log`.
  public static ChildJvm start(Call call, Path log) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Duser.timezone=UTC");
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(call.options());
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(call.main().getName());
    command.addAll(call.arguments());
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.startsWith("STOCKWRIGHT_"));
    builder.environment().putAll(call.environment());
    builder.redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
    try {
      return new ChildJvm(builder.start(), log);
    } catch (IOException e) {
      throw new UncheckedIOException("starting " + call.main(), e);
    }
  }

  /// Reads its standard output up to the line that begins with `prefix`, and returns the rest of
  /// it.
  public String await(String prefix) {
    try {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(prefix)) {
          return line.substring(prefix.length());
        }
      }
      throw new IllegalStateException(
          "it ended before \"" + prefix + "\", see " + log + "\n" + Files.readString(log));
    } catch (IOException e) {
      throw new UncheckedIOException("reading a child's output", e);
    }
  }

  /// From now on every line of its output goes to `taker`, on a thread of its own, which ends with
  /// the process.
  public Thread listen(Consumer<String> taker) {
    return Thread.ofVirtual()
        .name("child-output")
        .start(
            () -> {
              try {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                  taker.accept(line);
                }
              } catch (IOException killed) {
                // Its last line may be a half one.
              }
            });
  }

  /// Writes a line to its standard input; false when it is gone.
  public boolean tell(String line) {
    try {
      input.write(line + "\n");
      input.flush();
      return true;
    } catch (IOException gone) {
      return false;
    }
  }

  public ProcessHandle handle() {
    return process.toHandle();
  }

  /// Where its standard error goes.
  public Path log() {
    return log;
  }

  /// kill -9.
  public void kill() {
    process.destroyForcibly();
    Processes.await(process.toHandle());
  }

  /// Asks it to end, and kills it when it does not.
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        kill();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
