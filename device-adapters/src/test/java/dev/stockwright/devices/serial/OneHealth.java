package dev.stockwright.devices.serial;

import dev.stockwright.devices.DeviceState;
import dev.stockwright.devices.RecordingListener;
import dev.stockwright.vocabulary.DeviceId;
import java.time.Duration;
import java.time.InstantSource;

/// A program that starts a scanner, prints its first health behind CONNECTING, and ends.
final class OneHealth {
  private OneHealth() {}

  public static void main(String[] args) throws InterruptedException {
    RecordingListener heard = new RecordingListener();
    try (SerialScanner scanner =
        new SerialScanner(
            new DeviceId("scanner-1"), SerialSettings.of(args[0]), InstantSource.system())) {
      scanner.start(heard);
      heard.await(
          Duration.ofSeconds(10),
          () ->
              scanner.health().state() == DeviceState.LOST
                  || scanner.health().state() == DeviceState.READY);
      System.out.println(scanner.health().state() + " " + scanner.health().reason());
    }
  }
}
