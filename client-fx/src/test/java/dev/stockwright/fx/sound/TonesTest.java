package dev.stockwright.fx.sound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.client.workflow.Signal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TonesTest {
  @Test
  void everyOutcomeHasATuneOfItsOwn() {
    Set<String> tunes = new HashSet<>();
    for (Signal signal : Signal.values()) {
      assertTrue(tunes.add(Arrays.toString(samples(signal))), signal::toString);
    }
  }

  @Test
  void theTonesAreAsLongAsTheyShouldBe() {
    assertEquals(80, millis(samples(Signal.ACCEPT)));
    assertEquals(350, millis(samples(Signal.REJECT)));
  }

  @ParameterizedTest
  @EnumSource(Signal.class)
  void theTickIsShorterAndSofterThanAnyOutcome(Signal signal) {
    byte[] tick = heard(Tones::tick);
    byte[] outcome = samples(signal);
    assertTrue(loudest(outcome) > 60, "too soft: " + loudest(outcome));
    assertTrue(tick.length * 2 < outcome.length, "too long: " + tick.length);
    assertTrue(loudest(tick) * 2 < loudest(outcome), "too loud: " + loudest(tick));
    assertTrue(loudest(tick) > 10, "not silent");
  }

  @Test
  void moreThanCanBePlayedIsLeftOut() {
    try (LineAudio audio = new LineAudio()) {
      Tones tones = new Tones(audio);
      for (int i = 0; i < 100; i++) {
        tones.play(Signal.ACCEPT);
      }
    }
  }

  private static byte[] samples(Signal signal) {
    return heard(tones -> tones.play(signal));
  }

  private static byte[] heard(Consumer<Tones> what) {
    Recorded recorded = new Recorded();
    what.accept(new Tones(recorded));
    assertEquals(1, recorded.played.size());
    return recorded.played.getFirst();
  }

  /// Of the high bytes; the low ones say nothing.
  private static int loudest(byte[] samples) {
    int loudest = 0;
    for (int i = 1; i < samples.length; i += 2) {
      loudest = Math.max(loudest, Math.abs(samples[i]));
    }
    return loudest;
  }

  private static long millis(byte[] samples) {
    return Math.round(samples.length / 2.0 * 1000 / Audio.RATE);
  }

  private static final class Recorded implements Audio {
    private final List<byte[]> played = new ArrayList<>();

    @Override
    public boolean available() {
      return true;
    }

    @Override
    public void play(byte[] samples) {
      played.add(samples);
    }

    @Override
    public void close() {}
  }
}
