package dev.stockwright.mobile.harness;

import dev.stockwright.client.card.Input;
import dev.stockwright.client.words.Language;
import dev.stockwright.client.workflow.Signal;
import dev.stockwright.devices.wedge.Heard;
import dev.stockwright.devices.wedge.WedgeSettings;
import dev.stockwright.fx.harness.Headless;
import dev.stockwright.mobile.card.CardView;
import dev.stockwright.mobile.card.HandheldScene;
import dev.stockwright.mobile.card.Shown;
import dev.stockwright.mobile.look.Look;
import dev.stockwright.mobile.look.TextSize;
import dev.stockwright.mobile.look.Theme;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    this(width, height, Language.ENGLISH);
  }

  public Phone(double width, double height, Language language) {
    Headless.run(Look::loadFaces);
    view =
        Headless.call(
            () ->
                new CardView(
                    new Spoken(language),
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

  /// Shows it as somebody sees it who comes from elsewhere: no rejection is left from before.
  public void fresh(Shown shown) {
    Headless.run(
        () ->
            view.show(
                new Shown(
                    shown.card(),
                    Optional.of(Samples.of(Signal.ACCEPT)),
                    shown.last(),
                    shown.sync(),
                    shown.waiting(),
                    shown.back())));
    show(shown);
  }

  public void show(Shown shown) {
    Headless.run(() -> view.show(shown));
    window.settle();
  }

  public void dress(Theme theme, boolean glove) {
    Headless.run(() -> handheld.dress(theme, glove));
    window.settle();
  }

  public void text(TextSize size) {
    Headless.run(() -> handheld.text(size));
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
