package dev.stockwright.simulator.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Signals to processes that we started.
public final class Processes {
  private static final int DIE_SECONDS = 20;

  private Processes() {}

  /// The PostgreSQL on a data folder, all of it: a restart would be refused because of a child that
  /// still holds the shared memory.
  public static List<ProcessHandle> postgres(Path data) {
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
