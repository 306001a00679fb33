package dev.stockwright.fx.sound;

import dev.stockwright.client.workflow.Signal;
import java.util.List;

/// The five outcomes as sounds, computed, not recorded: they differ in pitch, length and pattern.
/// The same in both apps.
public final class Tones implements Sounds {
  private static final int RATE = Audio.RATE;
  private static final double EDGE_SECONDS = 0.004;
  private static final double LOUD = 0.6;
  private static final double SOFT = 0.15;

  /// One part of a tone; `hertz` 0 is a pause, `rough` a buzz.
  private record Note(int hertz, int millis, boolean rough) {}

  private final Audio audio;

  public Tones(Audio audio) {
    this.audio = audio;
  }

  @Override
  public void play(Signal signal) {
    audio.play(samples(notes(signal), LOUD));
  }

  @Override
  public void tick() {
    audio.play(samples(List.of(note(1_200, 25)), SOFT));
  }

  private static List<Note> notes(Signal signal) {
    return switch (signal) {
      case ACCEPT -> List.of(note(1_760, 80));
      case DONE -> List.of(note(1_319, 90), note(0, 30), note(1_976, 130));
      case ATTENTION -> List.of(note(880, 110), note(0, 60), note(880, 110));
      case REJECT -> List.of(new Note(165, 350, true));
      case SYSTEM -> List.of(note(523, 130), note(0, 20), note(1_047, 130));
    };
  }

  private static Note note(int hertz, int millis) {
    return new Note(hertz, millis, false);
  }

  /// Signed 16-bit samples, low byte first.
  private static byte[] samples(List<Note> notes, double loud) {
    int total = notes.stream().mapToInt(n -> n.millis() * RATE / 1000).sum();
    byte[] bytes = new byte[total * 2];
    int at = 0;
    for (Note note : notes) {
      int length = note.millis() * RATE / 1000;
      for (int i = 0; i < length; i++) {
        short sample = (short) (wave(note, i) * edge(i, length) * loud * Short.MAX_VALUE);
        bytes[at++] = (byte) sample;
        bytes[at++] = (byte) (sample >> 8);
      }
    }
    return bytes;
  }

  private static double wave(Note note, int i) {
    double sine = Math.sin(2 * Math.PI * note.hertz() * i / RATE);
    return note.rough() ? Math.signum(sine) * 0.7 + sine * 0.3 : sine;
  }

  /// A soft start and end, so that it does not click.
  private static double edge(int i, int length) {
    double soft = EDGE_SECONDS * RATE;
    return Math.clamp(Math.min(i, length - 1 - i) / soft, 0, 1);
  }
}
