package dev.stockwright.simulator.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/// Signals to processes that we started.
public final class Processes {
  private static final int DIE_SECONDS = 20;

  private Processes() {}

  /// Stops the PostgreSQL on a data folder, all of it, so that nothing of it runs until it gets
  /// `CONT`. First the one that makes the others: a process that it had made between a look and a
  /// signal would answer as if nothing were stopped. To be killed so too: a restart would be
  /// refused
  /// because of a child that still holds the shared memory.
  public static List<ProcessHandle> stopped(Path data) {
    ProcessHandle postmaster = postmaster(data);
    signal(List.of(postmaster), "STOP");
    List<ProcessHandle> family = List.of();
    List<ProcessHandle> seen = postmaster.descendants().toList();
    while (family.size() <= seen.size()) {
      signal(seen, "STOP");
      family = Stream.concat(Stream.of(postmaster), seen.stream()).toList();
      seen = postmaster.descendants().toList();
    }
    return family;
  }

  private static ProcessHandle postmaster(Path data) {
    try {
      long pid = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).getFirst());
      return ProcessHandle.of(pid).orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException("no postmaster.pid", e);
    }
  }

  /// kill -9 of all of them; returns when they are gone.
  public static void kill(List<ProcessHandle> family) {
    family.forEach(ProcessHandle::destroyForcibly);
    family.forEach(Processes::await);
  }

  /// Sends a signal such as `STOP` or `CONT`, the first one first.
  public static void signal(List<ProcessHandle> family, String signal) {
    for (ProcessHandle each : family) {
      try {
        new ProcessBuilder("kill", "-" + signal, Long.toString(each.pid())).start().waitFor();
      } catch (IOException e) {
        throw new UncheckedIOException("kill -" + signal, e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /// Waits until it is gone.
  public static void await(ProcessHandle process) {
    try {
      process.onExit().get(DIE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException e) {
      throw new IllegalStateException("process " + process.pid() + " does not die", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
