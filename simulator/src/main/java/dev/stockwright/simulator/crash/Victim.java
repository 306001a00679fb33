package dev.stockwright.simulator.crash;

import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.Envelope;
import dev.stockwright.protocol.Wire;
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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/// A running [DeskProcess], seen from outside. `send` from any thread; answers come on a thread of
/// its own.
final class Victim implements AutoCloseable {
  private final Process process;
  private final Path data;
  private final Writer requests;
  private final String url;
  private final Thread reader;

  private Victim(Process process, Path data, Writer requests, String url, Thread reader) {
    this.process = process;
    this.data = data;
    this.requests = requests;
    this.url = url;
    this.reader = reader;
  }

  /// Starts one on the data in `folder` and waits until it serves.
  static Victim start(Path folder, Consumer<Answer> answers) {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Duser.timezone=UTC",
            "-cp",
            System.getProperty("java.class.path"),
            DeskProcess.class.getName(),
            folder.resolve("pg").toString());
    Path log = folder.resolve("desk.log");
    builder.redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
    try {
      Process process = builder.start();
      BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
      String url = ready(lines, log);
      Thread reader =
          Thread.ofVirtual().name("crash-answers").start(() -> readAnswers(lines, answers));
      return new Victim(
          process, folder.resolve("pg"), process.outputWriter(StandardCharsets.UTF_8), url, reader);
    } catch (IOException e) {
      throw new UncheckedIOException("starting a desk in " + folder, e);
    }
  }

  /// The database it works on.
  String url() {
    return url;
  }

  /// Hands an envelope in; false when the process is gone.
  boolean send(Envelope envelope) {
    try {
      synchronized (requests) {
        requests.write(Wire.ENVELOPE.text(envelope) + "\n");
        requests.flush();
      }
      return true;
    } catch (IOException gone) {
      return false;
    }
  }

  /// kill -9 of the process that serves; its PostgreSQL is left an orphan.
  void killServer() {
    process.destroyForcibly();
    await(process.toHandle());
    awaitReader();
  }

  /// kill -9 of the PostgreSQL, all of it, so that a restart is not refused because of a child that
  /// still holds the shared memory.
  void killPostgres() {
    List<ProcessHandle> family = postgres();
    family.forEach(ProcessHandle::destroyForcibly);
    family.forEach(Victim::await);
  }

  /// Ends it in an orderly way.
  @Override
  public void close() {
    try {
      requests.close();
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        killServer();
        killPostgres();
      }
    } catch (IOException alreadyGone) {
      killServer();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private List<ProcessHandle> postgres() {
    try {
      long pid = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).getFirst());
      ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
      List<ProcessHandle> family = new ArrayList<>(postmaster.descendants().toList());
      family.addFirst(postmaster);
      return family;
    } catch (IOException e) {
      throw new UncheckedIOException("no postmaster.pid", e);
    }
  }

  private static String ready(BufferedReader lines, Path log) throws IOException {
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith(DeskProcess.READY)) {
        return line.substring(DeskProcess.READY.length());
      }
    }
    throw new IOException("the desk did not start, see " + log + "\n" + Files.readString(log));
  }

  private static void readAnswers(BufferedReader lines, Consumer<Answer> answers) {
    try {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("{") && line.endsWith("}")) {
          answers.accept(Wire.ANSWER.read(line));
        }
      }
    } catch (IOException killed) {
      // The process is gone in the middle of a line; that line was no answer.
    }
  }

  /// What was written before the kill still counts as acknowledged.
  private void awaitReader() {
    try {
      reader.join(10_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void await(ProcessHandle process) {
    try {
      process.onExit().get(20, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException e) {
      throw new IllegalStateException("process " + process.pid() + " does not die", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
