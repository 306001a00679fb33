package dev.stockwright.desktop.look;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;

/// The five outcomes as sounds, computed, not recorded: they differ in pitch, length and pattern.
/// On a machine without audio there is silence and nothing else. Owns one thread, which plays; a
/// tone that finds [#WAITING_MAX] before it is left out, since an old beep tells nobody anything.
public final class Tones implements Sounds, AutoCloseable {
  static final int WAITING_MAX = 2;
  private static final int RATE = 22_050;
  private static final AudioFormat FORMAT = new AudioFormat(RATE, 16, 1, true, false);
  private static final double EDGE_SECONDS = 0.004;

  /// One part of a tone; `hertz` 0 is a pause, `rough` a buzz.
  record Note(int hertz, int millis, boolean rough) {}

  private static final double LOUD = 0.6;
  private static final double SOFT = 0.15;

  private final BlockingQueue<byte[]> waiting = new ArrayBlockingQueue<>(WAITING_MAX);
  private final Thread player;

  public Tones() {
    player = Thread.ofPlatform().daemon().name("tones").start(this::playAll);
  }

  /// Plays it soon.
  @Override
  public void play(Outcome outcome) {
    waiting.offer(samples(outcome));
  }

  @Override
  public void tick() {
    waiting.offer(tickSamples());
  }

  @Override
  public void close() {
    player.interrupt();
  }

  private void playAll() {
    try (SourceDataLine line = AudioSystem.getSourceDataLine(FORMAT)) {
      line.open(FORMAT);
      line.start();
      while (!Thread.currentThread().isInterrupted()) {
        byte[] samples = waiting.take();
        line.write(samples, 0, samples.length);
      }
    } catch (LineUnavailableException | IllegalArgumentException | SecurityException e) {
      // No sound here; colour, pictogram and words still say it.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  static List<Note> notes(Outcome outcome) {
    return switch (outcome) {
      case ACCEPT -> List.of(new Note(1_760, 80, false));
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
  static byte[] samples(Outcome outcome) {
    return samples(notes(outcome), LOUD);
  }

  /// Shorter and softer than any outcome: nothing came of it.
  static byte[] tickSamples() {
    return samples(List.of(note(1_200, 25)), SOFT);
  }

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
