package dev.stockwright.desktop.devices;

import dev.stockwright.client.words.Text;
import dev.stockwright.desktop.look.Speech;
import dev.stockwright.fx.look.Delay;
import dev.stockwright.vocabulary.PairingCode;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// A pairing code for a handheld, from the wish for one until it is over. Its time is counted from
/// when it came, so that a desk whose clock is wrong shows it as long as it is of use. Owned by the
/// JavaFX thread.
public final class PairingViewModel {
  private static final Duration TICK = Duration.ofSeconds(1);

  private final Runnable ask;
  private final Speech speech;
  private final Delay delay;
  private final LongSupplier nanos;
  private final ReadOnlyObjectWrapper<Optional<PairingPage>> page =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Duration> left = new ReadOnlyObjectWrapper<>(Duration.ZERO);
  private long endNanos;

  /// @param ask has a code made and returns at once
  PairingViewModel(Runnable ask, Speech speech, Delay delay, LongSupplier nanos) {
    this.ask = ask;
    this.speech = speech;
    this.delay = delay;
    this.nanos = nanos;
  }

  /// Absent: no handheld is paired.
  public ReadOnlyObjectProperty<Optional<PairingPage>> page() {
    return page.getReadOnlyProperty();
  }

  /// How long the code that is shown is of use.
  ReadOnlyObjectProperty<Duration> left() {
    return left.getReadOnlyProperty();
  }

  Speech speech() {
    return speech;
  }

  /// Somebody wants a code, or a new one.
  void open() {
    if (!page.get().equals(Optional.of(new PairingPage.Asking()))) {
      page.set(Optional.of(new PairingPage.Asking()));
      ask.run();
    }
  }

  /// The server has made one.
  ///
  /// @param lasts how long it is of use from now on
  public void made(WarehouseCode warehouse, PairingCode code, Duration lasts) {
    if (page.get().isPresent()) {
      PairingPage.Code shown = new PairingPage.Code(code, warehouse);
      endNanos = nanos.getAsLong() + lasts.toNanos();
      left.set(lasts);
      page.set(Optional.of(shown));
      tick(shown);
    }
  }

  /// The server has made none.
  public void refused(Text what, Text next) {
    if (page.get().isPresent()) {
      page.set(Optional.of(new PairingPage.None(what, next)));
    }
  }

  private void tick(PairingPage.Code shown) {
    if (!page.get().equals(Optional.of(shown))) {
      return;
    }
    Duration now = Duration.ofNanos(endNanos - nanos.getAsLong());
    if (now.isPositive()) {
      left.set(now);
      delay.after(TICK, () -> tick(shown));
    } else {
      page.set(Optional.of(new PairingPage.Over()));
    }
  }

  /// The code is not shown any more; it stays of use until it is over. False when there was none.
  boolean close() {
    boolean open = page.get().isPresent();
    page.set(Optional.empty());
    return open;
  }
}
