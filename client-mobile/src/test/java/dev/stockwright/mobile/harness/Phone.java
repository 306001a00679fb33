package dev.stockwright.mobile.harness;

import dev.stockwright.client.card.Input;
import dev.stockwright.devices.wedge.Heard;
import dev.stockwright.devices.wedge.WedgeSettings;
import dev.stockwright.fx.harness.Headless;
import dev.stockwright.mobile.card.CardView;
import dev.stockwright.mobile.card.HandheldScene;
import dev.stockwright.mobile.card.Shown;
import dev.stockwright.mobile.look.Look;
import dev.stockwright.mobile.look.Theme;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;

/// A handheld in a headless window of a given size, with a clock that is turned by hand.
public final class Phone implements AutoCloseable {
  public final List<Input> given = new ArrayList<>();
  public final List<String> scans = new ArrayList<>();
  public final AtomicLong nanos = new AtomicLong();
  public final CardView view;
  public final HandheldScene handheld;
  public final Headless window;
  private final List<Runnable> later = new ArrayList<>();

  public Phone(double width, double height) {
    Headless.run(Look::loadFaces);
    view =
        Headless.call(
            () ->
                new CardView(
                    new English(),
                    given::add,
                    () -> {},
                    (Duration wait, Runnable action) -> later.add(action)));
    handheld =
        Headless.call(
            () ->
                new HandheldScene(view, given::add, new Heards(), nanos::get, WedgeSettings.USUAL));
    Headless.run(
        () -> {
          view.battery(OptionalInt.of(82));
          handheld.dress(Theme.LIGHT, false);
        });
    window = Headless.show(handheld::scene, width, height);
  }

  public void show(Shown shown) {
    Headless.run(() -> view.show(shown));
    window.settle();
  }

  public void dress(Theme theme, boolean glove) {
    Headless.run(() -> handheld.dress(theme, glove));
    window.settle();
  }

  /// What was to be done later is done now.
  public void timePasses() {
    Headless.run(
        () -> {
          List<Runnable> due = List.copyOf(later);
          later.clear();
          due.forEach(Runnable::run);
        });
    window.settle();
  }

  @Override
  public void close() {
    window.close();
  }

  private final class Heards implements HandheldScene.Scans {
    @Override
    public void scanned(Heard.Scanned scan) {
      scans.add(scan.text());
    }

    @Override
    public void typed(String code) {
      scans.add("typed " + code);
    }

    @Override
    public void refused(Heard.Refused burst) {
      scans.add("refused " + burst.code());
    }
  }
}
