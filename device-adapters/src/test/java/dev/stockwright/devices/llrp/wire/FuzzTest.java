package dev.stockwright.devices.llrp.wire;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// More than a million damaged frames do no harm: nothing is thrown, nothing loops, memory stays.
@Timeout(60)
class FuzzTest {
  private static final long SEED = 20261120;
  private static final int FRAMES = 1_050_000;

  private static final String[] NAMES = {
    "report-epc96",
    "report-epcdata",
    "report-custom",
    "events",
    "event-busy",
    "status-error",
    "capabilities"
  };

  /// What is fed with messages.
  interface Victim {
    void take(Frame.Message message);
  }

  @Test
  void aMillionDamagedFrames() throws Exception {
    long[] read = new long[3];
    ReportReader reports = new ReportReader();
    fuzz(
        FRAMES,
        message -> {
          read[0]++;
          readAll(reports, message, read);
        });
    assertTrue(read[0] > FRAMES / 3, read[0] + " messages were whole");
    assertTrue(read[1] > FRAMES / 20, read[1] + " tags were read");
  }

  /// Everything that reads what a reader sends, whatever the type says.
  private static void readAll(ReportReader reports, Frame.Message message, long[] read) {
    reports.read(
        message,
        tag -> {
          read[1]++;
          if (tag.epc().length() > 124) {
            throw new AssertionError("an EPC of " + tag.epcBits() + " bits");
          }
          for (int i = 0; i < tag.customs(); i++) {
            tag.customValue(i);
          }
        });
    ReaderEvent.of(message);
    read[2] += Status.of(message).map(status -> status.shown().length()).orElse(0);
    Capabilities.of(message);
  }

  @Test
  void aCarelessReaderWouldBeFound() {
    // Believes each length it meets, as a reader does that was only ever shown good reports.
    Victim careless =
        message -> {
          byte[] bytes = message.bytes();
          int at = 10;
          for (int rounds = 0; at < bytes.length; rounds++) {
            at += BigEndian.u16(bytes, at + 2);
            if (rounds > bytes.length) {
              throw new IllegalStateException("an endless loop");
            }
          }
        };
    assertThrows(RuntimeException.class, () -> fuzz(10_000, careless));
  }

  private static void fuzz(int count, Victim victim) throws Exception {
    List<byte[]> good = new ArrayList<>();
    for (String name : NAMES) {
      good.add(GoldenFramesTest.bytes(name));
    }
    SplittableRandom random = new SplittableRandom(SEED);
    Frames frames = new Frames();
    byte[] piece = new byte[64 * 1024];
    for (int i = 0; i < count; i++) {
      if (i % 50 == 0) {
        good.set(0, MadeReport.random(random).byHand());
      }
      byte[] damaged = damaged(random, good.get(random.nextInt(good.size())));
      int at = 0;
      while (at < damaged.length) {
        int length = random.nextInt(8) == 0 ? 3 : damaged.length - at;
        length = Math.min(length, damaged.length - at);
        System.arraycopy(damaged, at, piece, 0, length);
        frames.accept(piece, length);
        at += length;
        for (Optional<Frame> f = frames.next(); f.isPresent(); f = frames.next()) {
          if (f.get() instanceof Frame.Message message) {
            victim.take(message);
          } else {
            frames = new Frames();
          }
        }
      }
      assertTrue(frames.held() <= 2 * Frames.LENGTH_MAX, "seed " + SEED + ", frame " + i);
      if (random.nextInt(4) == 0) {
        frames = new Frames(); // Else one wrong length swallows all that follows.
      }
    }
  }

  private static byte[] damaged(SplittableRandom random, byte[] good) {
    byte[] bytes = good.clone();
    int kind = random.nextInt(10);
    if (kind == 0) {
      random.nextBytes(bytes);
    } else if (kind == 1) {
      bytes = java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
      keepLength(bytes);
    } else if (kind == 2) {
      return nested(random);
    } else if (kind == 3) {
      random.nextBytes(bytes);
      bytes[0] = 4;
      bytes[1] = good[1];
      keepLength(bytes);
    } else {
      for (int i = random.nextInt(4); i >= 0; i--) {
        int at = random.nextInt(bytes.length);
        switch (random.nextInt(4)) {
          case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
          case 1 -> bytes[at] = 0;
          case 2 -> bytes[at] = (byte) 0xff;
          default -> bytes[at] = (byte) random.nextInt();
        }
      }
      if (random.nextInt(3) != 0) {
        keepLength(bytes);
      }
    }
    return bytes;
  }

  /// So that the damage is met inside the message and not at its head.
  private static void keepLength(byte[] bytes) {
    if (bytes.length >= 10) {
      bytes[2] = 0;
      bytes[3] = 0;
      bytes[4] = (byte) (bytes.length >> 8);
      bytes[5] = (byte) bytes.length;
    }
  }

  /// Parameters in parameters in parameters.
  private static byte[] nested(SplittableRandom random) {
    int depth = random.nextInt(1, 60);
    byte[] bytes = new byte[10 + 4 * depth];
    bytes[0] = 4;
    bytes[1] = (byte) (random.nextBoolean() ? 0x3d : 0x3f);
    keepLength(bytes);
    int type = new int[] {240, 246, 287, 289, 137, 143, 1023}[random.nextInt(7)];
    for (int i = 0; i < depth; i++) {
      int at = 10 + 4 * i;
      int length = bytes.length - at;
      bytes[at] = (byte) (type >> 8);
      bytes[at + 1] = (byte) type;
      bytes[at + 2] = (byte) (length >> 8);
      bytes[at + 3] = (byte) length;
    }
    return bytes;
  }
}
