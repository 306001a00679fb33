package dev.stockwright.devices.llrp.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Frames written by hand from the layout of the standard, each with what it says.
class GoldenFramesTest {
  static byte[] bytes(String name) throws IOException {
    try (InputStream in = GoldenFramesTest.class.getResourceAsStream(name + ".hex")) {
      String text =
          new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
      return HexFormat.of().parseHex(text.replaceAll("#.*", "").replaceAll("\\s", ""));
    }
  }

  private static Frame.Message message(String name) throws IOException {
    byte[] bytes = bytes(name);
    Frames frames = new Frames();
    frames.accept(bytes, bytes.length);
    Frame.Message message = (Frame.Message) frames.next().orElseThrow();
    assertArrayEquals(bytes, message.bytes());
    return message;
  }

  private static List<String> tags(String name) throws IOException {
    List<String> tags = new ArrayList<>();
    Optional<Malformed> fault =
        new ReportReader()
            .read(
                message(name),
                t ->
                    tags.add(
                        t.epc() + " antenna " + t.antenna() + ", " + t.rssi() + " x" + t.count()));
    assertEquals(Optional.empty(), fault);
    return tags;
  }

  @Test
  void whatAUsualReaderTells() throws Exception {
    assertEquals(List.of("00a1feadbeef001122334455 antenna 3, -55.0 x5"), tags("report-epc96"));
    new ReportReader()
        .read(
            message("report-epc96"),
            t -> {
              assertEquals(1, t.roSpec());
              assertEquals(14, t.channel());
              assertEquals(0x0005c1b0a1b2c3d4L, t.firstUtc());
              assertEquals(256, t.lastUtc() - t.firstUtc());
              assertEquals(0x3000, t.pc());
              assertTrue(t.told(ParameterType.C1G2_PC) && !t.told(ParameterType.C1G2_CRC));
            });
  }

  @Test
  void epcsOfAnyLengthAndWhatIsLeftOut() throws Exception {
    assertEquals(
        List.of(
            "0000000000000000000000000000beef antenna 1, 0.0 x1",
            "0042 antenna 2, 0.0 x1",
            "abcde antenna 3, -128.0 x1"),
        tags("report-epcdata"));
  }

  @Test
  void parametersOfMakersAreKeptAndImpinjsStrengthIsUnderstood() throws Exception {
    assertEquals(List.of("300833b2ddd9014000000000 antenna 0, -55.81 x1"), tags("report-custom"));
    new ReportReader()
        .read(
            message("report-custom"),
            t -> {
              assertEquals(2, t.customs());
              assertEquals(25882, t.customVendor(0));
              assertEquals(57, t.customSubtype(0));
              assertEquals(32489, t.customVendor(1));
              assertArrayEquals(new byte[] {1, 2, 3, 4, 5}, t.customValue(1));
            });
  }

  @Test
  void aBusyReader() throws Exception {
    ReaderEvent.Read read = ReaderEvent.of(message("event-busy"));
    assertEquals(List.of(new ReaderEvent.ConnectionAttempt(2)), read.events());
    assertEquals(Optional.empty(), read.fault());
  }

  @Test
  void manyEventsInOneMessage() throws Exception {
    assertEquals(
        new ReaderEvent.Read(
            List.of(
                new ReaderEvent.Input(2, true),
                new ReaderEvent.RoSpec(1, 1),
                new ReaderEvent.BufferFilling(90),
                new ReaderEvent.BufferOverflow(),
                new ReaderEvent.Trouble("too hot"),
                new ReaderEvent.Antenna(3, false),
                new ReaderEvent.ConnectionClosing(),
                new ReaderEvent.Other(365)),
            Optional.empty()),
        ReaderEvent.of(message("events")));
  }

  @Test
  void anErrorStatus() throws Exception {
    Status status = Status.of(message("status-error")).orElseThrow();
    assertEquals("100 M_ParameterError: \"no good\"", status.shown());
    assertEquals(
        "Check the reader's settings here: antennas, power and session.",
        status.advice().english());
  }

  @Test
  void capabilities() throws Exception {
    Capabilities read = Capabilities.of(message("capabilities")).orElseThrow();
    assertEquals(
        new Capabilities(
            4,
            true,
            25882,
            2001002,
            "5.14.0.240",
            4,
            new java.util.TreeMap<>(Map.of(1, 1000, 2, 3050)),
            true,
            2),
        read);
  }

  @Test
  void framesInPiecesOfAnySize() throws Exception {
    byte[] one = bytes("report-epc96");
    byte[] two = bytes("events");
    byte[] both = new byte[one.length + two.length];
    System.arraycopy(one, 0, both, 0, one.length);
    System.arraycopy(two, 0, both, one.length, two.length);
    for (int size = 1; size <= both.length; size++) {
      Frames frames = new Frames();
      List<byte[]> read = new ArrayList<>();
      for (int at = 0; at < both.length; at += size) {
        int length = Math.min(size, both.length - at);
        frames.accept(java.util.Arrays.copyOfRange(both, at, at + length), length);
        for (Optional<Frame> f = frames.next(); f.isPresent(); f = frames.next()) {
          read.add(((Frame.Message) f.get()).bytes());
        }
      }
      assertEquals(2, read.size(), "pieces of " + size);
      assertArrayEquals(one, read.get(0));
      assertArrayEquals(two, read.get(1));
    }
  }

  @Test
  void whatIsNoFrameIsNamedAndNothingFollows() throws Exception {
    Map<String, String> broken =
        Map.of(
            "485454502f312e3120343030", "not_llrp", // HTTP/1.1 400
            "003d0000000a00000001", "not_llrp", // Version 0
            "043d0000000900000001", "length_too_small",
            "043d0010000100000001", "length_too_large",
            "043dffffffff00000001", "length_too_large");
    for (Map.Entry<String, String> entry : broken.entrySet()) {
      byte[] bytes = HexFormat.of().parseHex(entry.getKey());
      Frames frames = new Frames();
      frames.accept(bytes, bytes.length);
      Frame.Broken frame = (Frame.Broken) frames.next().orElseThrow();
      assertEquals(entry.getValue(), frame.why().code());
      frames.accept(bytes("events"), 93);
      assertEquals(Optional.empty(), frames.next());
    }
  }

  @Test
  void announcedBytesTakeNoMemory() {
    Frames frames = new Frames();
    byte[] head = HexFormat.of().parseHex("043d0010000000000001");
    frames.accept(head, head.length);
    assertEquals(Optional.empty(), frames.next());
    assertTrue(frames.held() < 64 * 1024, frames.held() + " bytes");
  }

  @Test
  void brokenReportsAreNamed() {
    Map<String, String> broken =
        Map.of(
            "00f0ffff8d00",
            "truncated",
            "00f00003",
            "length_too_small",
            "00f0",
            "truncated",
            "00f00011" + "8d0000000000000000000000",
            "truncated",
            "00f00004",
            "no_epc",
            "00f00007" + "e30000",
            "unknown_parameter",
            "00f0000d" + "00f1000901f1000000",
            "epc_too_long",
            "00f0000b" + "00f10007003000",
            "truncated",
            "8d000000000000000000000000",
            "unexpected_parameter",
            "00f0000a" + "03ff00060000",
            "truncated");
    for (Map.Entry<String, String> entry : broken.entrySet()) {
      byte[] body = HexFormat.of().parseHex(entry.getKey());
      byte[] bytes = new byte[10 + body.length];
      System.arraycopy(body, 0, bytes, 10, body.length);
      Optional<Malformed> fault =
          new ReportReader()
              .read(new Frame.Message(1, MessageType.RO_ACCESS_REPORT, 1, bytes), t -> {});
      assertEquals(entry.getValue(), fault.map(Malformed::code).orElse("none"), entry.getKey());
    }
  }
}
