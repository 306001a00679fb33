package dev.stockwright.devices.serial;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.devices.framing.Frame;
import dev.stockwright.devices.framing.Framer;
import dev.stockwright.devices.framing.Framing;
import dev.stockwright.devices.framing.Framing.Mark;
import dev.stockwright.devices.framing.Wrapping;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.Identified;
import dev.stockwright.vocabulary.Scan;
import dev.stockwright.vocabulary.gs1.ScanReader;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Line noise never becomes stock, whatever the scanner is set to. Random noise is a million
/// bytes, read in pieces of any size with silences between.
class NoiseTest {
  private static final int MILLION = 1_000_000;
  private static final long SEED = 71L;
  private static final List<Framing> FRAMINGS =
      List.of(
          Framing.AUTOMATIC,
          Framing.of(EnumSet.of(Mark.CR, Mark.LF)),
          Framing.of(EnumSet.of(Mark.STX_ETX)),
          Framing.of(EnumSet.of(Mark.SILENCE)));
  private static final List<String> CODES =
      List.of(
          "]C1010950110153000310ABC123\u001d17251231\r",
          "9501101530003\r",
          "]E09501101530003\r\n",
          "00106141412345678908\r",
          "\u0002]d201095011015300032112345\u0003");

  private final List<String> goods = new ArrayList<>();
  private int complete;

  private void judge(Frame frame, Wrapping wrapping) {
    if (frame instanceof Frame.Complete(Scan.Raw raw)) {
      complete++;
      wrapping
          .unwrap(raw)
          .map(data -> new Scan(raw, data, new DeviceId("scanner-1"), Instant.EPOCH))
          .filter(
              scan ->
                  switch (ScanReader.read(scan, LocalDate.of(2026, 11, 20))) {
                    case Identified.PlainCode plain -> false;
                    case Identified.Unreadable no -> false;
                    case Identified.TradeItem item -> true;
                    case Identified.LogisticUnit unit -> true;
                    case Identified.Contained contained -> true;
                  })
          .ifPresent(scan -> goods.add(scan.text()));
    }
  }

  private void read(byte[] noise, Framing framing, Wrapping wrapping) {
    Random random = new Random(SEED);
    Framer framer = new Framer(framing, wrapping);
    long now = 0;
    for (int at = 0; at < noise.length; ) {
      int length = Math.min(noise.length - at, 1 + random.nextInt(500));
      now += 1_000_000L;
      framer.accept(
          Arrays.copyOfRange(noise, at, at + length), length, now, f -> judge(f, wrapping));
      at += length;
      if (random.nextInt(4) == 0) {
        now += random.nextInt(700) * 1_000_000L;
        framer.silent(now, f -> judge(f, wrapping));
      }
    }
  }

  private void noGoodsIn(byte[] noise) {
    for (Framing framing : FRAMINGS) {
      read(noise, framing, Wrapping.NONE);
      assertEquals(List.of(), goods, "seed " + SEED + ", " + framing.marks());
    }
    read(noise, Framing.AUTOMATIC, new Wrapping("", "", "~"));
    assertEquals(List.of(), goods, "seed " + SEED);
  }

  @Test
  void evenNoiseIsNoGoods() {
    byte[] noise = new byte[MILLION];
    new Random(SEED).nextBytes(noise);
    noGoodsIn(noise);
    assertTrue(complete > 100, "frames of noise: " + complete);
  }

  @Test
  void noiseOfSevenBitsIsNoGoods() {
    byte[] noise = new byte[MILLION];
    new Random(SEED).nextBytes(noise);
    for (int i = 0; i < noise.length; i++) {
      noise[i] &= 0x7F;
    }
    noGoodsIn(noise);
    assertTrue(complete > 1_000, "frames of noise: " + complete);
  }

  @Test
  void aStuckLineIsNoGoods() {
    for (byte stuck : new byte[] {0, (byte) 0xFF, 0x55, '0', ' '}) {
      byte[] noise = new byte[MILLION / 20];
      Arrays.fill(noise, stuck);
      for (int i = 0; i < noise.length; i += 14) {
        noise[i] = '\r';
      }
      noGoodsIn(noise);
    }
  }

  /// Real codes at every pair of wrong speeds, as a port would hear them.
  @Test
  void codesAtAWrongSpeedAreNoGoods() {
    for (int sentAt : BaudSearch.SPEEDS) {
      for (int heardAt : BaudSearch.SPEEDS) {
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        for (int i = 0; i < 40 && sentAt != heardAt; i++) {
          byte[] code = CODES.get(i % CODES.size()).getBytes(StandardCharsets.ISO_8859_1);
          heard.writeBytes(WrongSpeed.heard(code, sentAt, heardAt));
        }
        noGoodsIn(heard.toByteArray());
      }
    }
  }

  /// The check can fail, and the port hears rightly at the right speed.
  @Test
  void codesAtTheRightSpeedAreGoods() {
    byte[] code = CODES.get(0).getBytes(StandardCharsets.ISO_8859_1);
    assertArrayEquals(code, WrongSpeed.heard(code, 9600, 9600));
    read(code, Framing.AUTOMATIC, Wrapping.NONE);
    assertFalse(goods.isEmpty());
  }
}
