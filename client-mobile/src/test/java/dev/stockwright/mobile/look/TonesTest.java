package dev.stockwright.mobile.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.stockwright.client.workflow.Signal;
import dev.stockwright.mobile.platform.Audio;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TonesTest {
  private final List<Integer> lengths = new ArrayList<>();

  @Test
  void everyOutcomeHasATuneOfItsOwn() {
    Set<List<Tones.Note>> tunes = new HashSet<>();
    for (Signal signal : Signal.values()) {
      tunes.add(Tones.notes(signal));
    }
    assertEquals(Signal.values().length, tunes.size());
  }

  @Test
  void aTickIsShorterThanAnyOutcome() {
    Tones tones = new Tones(new Recorded());
    tones.tick();
    for (Signal signal : Signal.values()) {
      tones.play(signal);
    }
    assertEquals(lengths.get(0), lengths.stream().min(Integer::compare).orElseThrow());
    // 80 ms of 16 bits.
    assertEquals(80 * Audio.RATE / 1000 * 2, lengths.get(1));
  }

  /// H11: without sound or vibration nothing is thrown, and the settings can say so.
  @Test
  void h11WithoutServicesNothingIsThrown() {
    new Tones(Audio.SILENT).play(Signal.REJECT);
    Haptics.NONE.pulse(Signal.REJECT);
    assertFalse(Audio.SILENT.available());
  }

  private final class Recorded implements Audio {
    @Override
    public boolean available() {
      return true;
    }

    @Override
    public void play(byte[] samples) {
      lengths.add(samples.length);
    }

    @Override
    public void close() {}
  }
}
