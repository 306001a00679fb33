package dev.stockwright.mobile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.stockwright.devices.command.NamedAddress;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.WarehouseCode;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HandheldOptionsTest {
  private static HandheldOptions.Read read(String... words) {
    return HandheldOptions.read(words, Map.of(), Path.of("home"), "Linux");
  }

  private static String wrong(String... words) {
    return assertInstanceOf(HandheldOptions.Wrong.class, read(words)).sentence();
  }

  @Test
  void withoutAWordItBelongsNowhereYet() {
    HandheldOptions usual = assertInstanceOf(HandheldOptions.Start.class, read()).options();
    assertEquals(Optional.empty(), usual.server());
    assertEquals(Optional.empty(), usual.reader());
    assertEquals(new HandheldOptions.Size(360, 720), usual.size());
  }

  @Test
  void everyOptionIsTaken() {
    assertEquals(
        new HandheldOptions.Start(
            new HandheldOptions(
                Optional.of(URI.create("http://localhost:8080")),
                Path.of("data"),
                Optional.of(new DeviceId("TC-07")),
                Optional.of(new WarehouseCode("NORTH")),
                Optional.of(new NamedAddress(new DeviceId("sled"), "192.0.2.7", 5085)),
                new HandheldOptions.Size(320, 533))),
        read(
            "--server",
            "http://localhost:8080",
            "--data",
            "data",
            "--device",
            "TC-07",
            "--warehouse",
            "NORTH",
            "--reader",
            "sled=192.0.2.7:5085",
            "--size",
            "320x533"));
  }

  @Test
  void whatIsWrongIsSaid() {
    assertEquals("handheld does not know \"--rfid\"; try handheld --help", wrong("--rfid"));
    assertEquals("--reader needs a value; try handheld --help", wrong("--reader"));
    assertEquals(
        "\"sled=\" is no reader; write it as HOST, HOST:PORT or NAME=HOST:PORT; try handheld"
            + " --help",
        wrong("--reader", "sled="));
  }
}
