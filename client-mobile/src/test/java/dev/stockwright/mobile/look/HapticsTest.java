package dev.stockwright.mobile.look;

import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.stockwright.client.workflow.Signal;
import dev.stockwright.fx.sound.Audio;
import dev.stockwright.fx.sound.Tones;
import org.junit.jupiter.api.Test;

class HapticsTest {
  /// H11: without sound or vibration nothing is thrown, and the settings can say so.
  @Test
  void h11WithoutServicesNothingIsThrown() {
    new Tones(Audio.SILENT).play(Signal.REJECT);
    Haptics.NONE.pulse(Signal.REJECT);
    assertFalse(Audio.SILENT.available());
  }
}
