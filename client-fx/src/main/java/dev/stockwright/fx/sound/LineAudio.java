package dev.stockwright.fx.sound;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;

/// Sound on a JVM. The only class that sees `javax.sound`, which a phone has not got. Owns one
/// thread, which plays; what finds [#WAITING_MAX] before it is left out, since an old beep tells
/// nobody anything.
public final class LineAudio implements Audio {
  private static final int WAITING_MAX = 2;
  private static final AudioFormat FORMAT = new AudioFormat(RATE, 16, 1, true, false);

  private final BlockingQueue<byte[]> waiting = new ArrayBlockingQueue<>(WAITING_MAX);
  private final AtomicBoolean broken = new AtomicBoolean();
  private final Thread player;

  public LineAudio() {
    player = Thread.ofPlatform().daemon().name("tones").start(this::playAll);
  }

  @Override
  public boolean available() {
    return !broken.get();
  }

  @Override
  public void play(byte[] samples) {
    waiting.offer(samples.clone());
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
      broken.set(true);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
