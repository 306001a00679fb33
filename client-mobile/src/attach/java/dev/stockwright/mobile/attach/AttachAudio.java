package dev.stockwright.mobile.attach;

import com.gluonhq.attach.audio.AudioService;
import dev.stockwright.fx.sound.Audio;
import dev.stockwright.mobile.platform.Worker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/// Sound by Attach, which plays files: each sound is written once, as WAV, named after what it
/// holds. There are six. Owns one thread, since a file is read before it is heard.
final class AttachAudio implements Audio {
  private static final int HEADER_BYTES = 44;

  private final AudioService service;
  private final Path folder;
  private final AtomicBoolean broken = new AtomicBoolean();
  private final Worker player = new Worker("tones", failure -> broken());

  // Of the player's thread.
  private final Map<Integer, Optional<com.gluonhq.attach.audio.Audio>> loaded = new HashMap<>();

  AttachAudio(AudioService service, Path folder) {
    this.service = service;
    this.folder = folder;
  }

  @Override
  public boolean available() {
    return !broken.get();
  }

  @Override
  public void play(byte[] samples) {
    byte[] kept = samples.clone();
    player.run(
        () ->
            loaded
                .computeIfAbsent(Arrays.hashCode(kept), hash -> load(hash, kept))
                .ifPresent(sound -> sound.play()));
  }

  private Optional<com.gluonhq.attach.audio.Audio> load(int hash, byte[] samples) {
    try {
      Files.createDirectories(folder);
      String name = Integer.toHexString(hash) + ".wav";
      Path file = Files.write(folder.resolve(name), wave(samples));
      Optional<com.gluonhq.attach.audio.Audio> sound = service.loadSound(file.toUri().toURL());
      broken.set(sound.isEmpty());
      return sound;
    } catch (IOException e) {
      throw new UncheckedIOException("no sound in " + folder, e);
    }
  }

  private void broken() {
    broken.set(true);
  }

  /// The header of a file of one channel with 16 bits, and what it heads.
  static byte[] wave(byte[] samples) {
    byte[] whole = new byte[HEADER_BYTES + samples.length];
    ByteBuffer file = ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN);
    file.put(ascii("RIFF")).putInt(HEADER_BYTES - 8 + samples.length).put(ascii("WAVE"));
    file.put(ascii("fmt ")).putInt(16).putShort((short) 1).putShort((short) 1);
    file.putInt(RATE).putInt(RATE * 2).putShort((short) 2).putShort((short) 16);
    file.put(ascii("data")).putInt(samples.length).put(samples);
    return whole;
  }

  private static byte[] ascii(String four) {
    return four.getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public void close() {
    player.close();
    loaded.values().forEach(sound -> sound.ifPresent(one -> one.dispose()));
  }
}
