package dev.stockwright.desktop.devices;

import dev.stockwright.devices.DeviceHealth;
import dev.stockwright.devices.DeviceState;
import dev.stockwright.devices.reasons.Told;
import dev.stockwright.devices.scanner.ScannerProfile;
import dev.stockwright.vocabulary.DeviceId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The scanners of a desk, and what they send.
public final class Scanners {
  public static final ScannerProfile FIRST = ScannerProfile.serial("1", "/dev/ttyACM0");
  public static final ScannerProfile TYPING = ScannerProfile.wedge("keyboard");
  private static final Instant NOW = Instant.parse("2026-11-18T10:42:00Z");

  private Scanners() {}

  /// Two serial ones, of which one is unplugged, a keyboard, a simulated one.
  public static void show(DevicesViewModel model) {
    model.show(row("scanner-1", "Scanner 1", "1", DeviceState.READY, "Ready at /dev/ttyACM0."));
    model.show(
        row(
            "scanner-2",
            "Scanner 2",
            "2",
            DeviceState.LOST,
            "There is no /dev/serial/by-id/usb-Datalogic_Gryphon_GBT4500_S12345678-if00. Plug the"
                + " scanner in; it is found by itself."));
    model.show(
        new DeviceRow(
            "Keyboard scanner",
            "K",
            health("keyboard", DeviceState.CONFIGURED, KEYBOARD_REASON, false, 0),
            Optional.of(TYPING)));
    model.show(
        new DeviceRow(
            "Simulated scanner",
            "S",
            health(
                "simulated-scanner",
                DeviceState.READY,
                "Simulated scanner: no real device is connected.",
                true,
                12),
            Optional.empty()));
  }

  private static final String KEYBOARD_REASON =
      "No scanner has typed yet. Scan something while this window is in front.";

  public static DeviceRow row(
      String id, String name, String lane, DeviceState state, String reason) {
    return new DeviceRow(name, lane, health(id, state, reason, false, 1_284), Optional.of(FIRST));
  }

  private static DeviceHealth health(
      String id, DeviceState state, String reason, boolean simulated, long reads) {
    return new DeviceHealth(
        new DeviceId(id),
        state,
        Told.asIs(reason),
        simulated,
        NOW,
        reads,
        reads / 40,
        reads / 100,
        reads / 400);
  }

  /// A reader that is simulated, one that is gone, and a printer without paper.
  public static void network(DevicesViewModel model) {
    model.show(
        new DeviceRow(
            DeviceRow.Kind.READER,
            "Reader 1",
            "R",
            health(
                "reader-1",
                DeviceState.READY,
                "Reading with Impinj Speedway R420 (simulated) at 192.0.2.17:5084.",
                true,
                41_208),
            Optional.empty()));
    model.show(
        new DeviceRow(
            DeviceRow.Kind.READER,
            "reader-dock-2",
            "R",
            health(
                "reader-dock-2",
                DeviceState.LOST,
                "Nobody answers at 192.0.2.18:5084. Look whether the reader is switched on and its"
                    + " cable is plugged in.",
                false,
                0),
            Optional.empty()));
    model.show(
        new DeviceRow(
            DeviceRow.Kind.PRINTER,
            "Printer 1",
            "P",
            health(
                "printer-1",
                DeviceState.DEGRADED,
                "Labels are out. Put a new roll in and close the head. 12 labels wait.",
                false,
                118),
            Optional.empty()));
  }

  /// What a reader heard and a printer got, the newest last.
  public static void networkFrames(DevicesViewModel model) {
    String known = "urn:epc:id:sgtin:0614141.812345.6789";
    model.sent(
        "reader-1",
        List.of(
            tag(0, "3074257bf7194e4000001a85", known, "Arrived at reader-1-2, -48 dBm"),
            tag(
                3,
                "e2801160600002054c9f1a3b112233445566778899aabbccddeeff00112233",
                "No EPC of GS1",
                "Arrived at reader-1-1, -67 dBm"),
            tag(
                9,
                "3074257bf7194e4000001a85",
                known,
                "Moved from reader-1-2 to reader-1-4, -51 dBm")));
    model.sent(
        "printer-1",
        List.of(
            new FrameLine(NOW, FrameLine.Kind.LABEL, "", "Product FR-2", "Printed at printer-1."),
            new FrameLine(
                NOW.plusSeconds(4),
                FrameLine.Kind.LABEL,
                "",
                "Product TN-0018",
                "Labels are out. Put a new roll in and close the head.")));
  }

  private static FrameLine tag(int seconds, String epc, String uri, String words) {
    return new FrameLine(NOW.plusSeconds(seconds), FrameLine.Kind.TAG, epc, uri, words);
  }

  /// Frames of each kind, the newest last.
  public static void frames(DevicesViewModel model) {
    model.sent(
        "scanner-1",
        new FrameLine(
            NOW,
            FrameLine.Kind.REFUSED,
            "F8 80 F8 00 80",
            "<F8><80><F8><NUL><80>",
            "The scanner sent characters that belong to no code. Check its speed and cable."));
    model.sent(
        "scanner-1",
        new FrameLine(
            NOW.plusSeconds(7),
            FrameLine.Kind.SCAN,
            "5D 43 31 30 31 30 39 35 30 31 31 30 31 35 33 30 30 30 33 31 30 41 42 43 31 32 33 1D 31"
                + " 37 32 35 31 32 33 31",
            "]C1010950110153000310ABC123<GS>17251231",
            "(01) 09501101530003  (10) ABC123  (17) 251231 (gs1 128)"));
    model.sent(
        "scanner-1",
        new FrameLine(
            NOW.plusSeconds(8),
            FrameLine.Kind.BOUNCE,
            "34 30 30 36 33 38 31 33 33 33 39 33 31",
            "4006381333931",
            "GTIN 4006381333931"));
  }

  /// Reads the test code that is asked for, as a scanner set to a US keyboard at a US computer.
  public static void readAsked(DevicesViewModel model, String id) {
    WizardViewModel wizard = model.wizard().get().orElseThrow();
    if (wizard.page().get() instanceof WizardPage.Ask ask) {
      read(model, id, ask.symbol().content() + "\r");
    }
  }

  /// Reads something.
  public static void read(DevicesViewModel model, String id, String text) {
    WizardViewModel wizard = model.wizard().get().orElseThrow();
    long nanos = System.nanoTime();
    for (int i = 0; i < text.length(); i++) {
      nanos += 5_000_000;
      model.came(id, text.substring(i, i + 1), nanos);
    }
    wizard.quiet(nanos + 500_000_000L);
  }

  /// What a French keyboard makes of the calibration code, 0123456789]-/+:;()&_%AQWZYMaqwzym.
  public static String french() {
    return "\u00e0&\u00e9\"'(-\u00e8_\u00e7" + "$)!+Mm907\u00b05" + "QAZWY?qazwy,";
  }
}
