package dev.stockwright.desktop;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import javafx.application.Platform;

/// The one place that crosses to the JavaFX thread. Changes of any thread are collected and
/// applied together: at most one hop is waiting, however many changes come in before it runs.
///
/// Two kinds: [#show] keeps only the latest change of each subject (levels, states: what came
/// before does not matter); [#post] keeps each one, in order (scans, answers). The queue of the
/// second kind holds [#POSTED_MAX]; a background thread that finds it full waits, the JavaFX
/// thread applies what is there first. All state is guarded by `this`.
public final class FxBridge {
  /// How many posted changes may wait.
  static final int POSTED_MAX = 4_096;

  private final Executor fxThread;
  private final Map<Object, Runnable> latest = new LinkedHashMap<>();
  private final List<Runnable> posted = new ArrayList<>();
  private boolean hopping;

  public FxBridge() {
    this(Platform::runLater);
  }

  /// For tests: any executor that runs one thing after the other.
  FxBridge(Executor fxThread) {
    this.fxThread = fxThread;
  }

  /// Applies `change` soon; a later change of the same subject replaces it while it waits.
  public void show(Object subject, Runnable change) {
    synchronized (this) {
      latest.put(subject, change);
    }
    hop();
  }

  /// Applies `change` soon, after all that were posted before it.
  public void post(Runnable change) {
    if (full() && Platform.isFxApplicationThread()) {
      applyAll();
    }
    synchronized (this) {
      try {
        while (posted.size() >= POSTED_MAX) {
          wait();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
      posted.add(change);
    }
    hop();
  }

  /// Does `work` on the JavaFX thread and waits for it; for making the screens.
  <T> T call(Callable<T> work) {
    CompletableFuture<T> made = new CompletableFuture<>();
    Runnable make =
        () -> {
          try {
            made.complete(work.call());
          } catch (Exception e) { // Handed to the caller below.
            made.completeExceptionally(e);
          }
        };
    if (Platform.isFxApplicationThread()) {
      make.run();
    } else {
      post(make);
    }
    try {
      return made.join();
    } catch (CompletionException e) {
      throw new IllegalStateException("the screens could not be made", e.getCause());
    }
  }

  private synchronized boolean full() {
    return posted.size() >= POSTED_MAX;
  }

  private void hop() {
    synchronized (this) {
      if (hopping) {
        return;
      }
      hopping = true;
    }
    fxThread.execute(this::applyAll);
  }

  private void applyAll() {
    List<Runnable> changes;
    synchronized (this) {
      hopping = false;
      changes = new ArrayList<>(posted);
      changes.addAll(latest.values());
      posted.clear();
      latest.clear();
      notifyAll();
    }
    changes.forEach(Runnable::run);
  }
}
