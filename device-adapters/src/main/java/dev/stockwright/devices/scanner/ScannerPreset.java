package dev.stockwright.devices.scanner;

import dev.stockwright.devices.framing.Framing;
import dev.stockwright.devices.framing.Framing.Mark;
import dev.stockwright.devices.scanner.ScannerProfile.Line;
import dev.stockwright.devices.serial.SerialSettings.Parity;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a maker's scanners do as they leave the factory, as a first guess, and how they are
/// switched to a serial port. Settings that come from no manual that we have read say so.
///
/// @param code stable, such as `zebra_usb`
/// @param maker for people
/// @param connection cable or USB
/// @param baud the first speed to try; without meaning over USB
/// @param ends what is likely to end a scan; all marks where it is not known
/// @param switching how to make it a serial scanner, for people
/// @param fromManual whether the settings stand in a manual of the maker; else they are to be
///     checked with the wizard
public record ScannerPreset(
    String code,
    String maker,
    Connection connection,
    int baud,
    Set<Mark> ends,
    String switching,
    boolean fromManual) {
  /// How the scanner reaches the computer.
  public enum Connection {
    RS_232("RS-232 cable"),
    USB_CDC("USB, as a serial port");

    private final String words;

    Connection(String words) {
      this.words = words;
    }

    /// For people.
    public String words() {
      return words;
    }
  }

  private static final Set<Mark> ANY = EnumSet.allOf(Mark.class);
  private static final Set<Mark> CR = EnumSet.of(Mark.CR);
  private static final Set<Mark> CR_LF = EnumSet.of(Mark.CR, Mark.LF);
  private static final String CABLE =
      "Use the maker's RS-232 cable; most scanners see it and switch by themselves. If nothing"
          + " comes, scan the code for RS-232 in the chapter on interfaces of the manual.";

  /// All presets; the generic ones last.
  public static final List<ScannerPreset> ALL =
      List.of(
          rs232(
              "zebra",
              "Zebra, Symbol",
              9600,
              ANY,
              "Use the RS-232 cable and scan \"Standard RS-232\" in the manual. As it comes nothing"
                  + " stands behind a code: scan the codes that add an Enter (CR) as suffix.",
              false),
          usb(
              "zebra",
              "Zebra, Symbol",
              ANY,
              "Scan \"USB CDC Host\" (older: \"Simple COM Port Emulation\") in the manual. In the"
                  + " modes SNAPI and IBM hand-held it is no serial port and cannot be used here."
                  + " Add an Enter (CR) as suffix.",
              false),
          rs232("honeywell", "Honeywell", 115_200, CR, CABLE, false),
          rs232(
              "honeywell_xenon",
              "Honeywell Xenon 1900, 1902",
              115_200,
              CR,
              CABLE + " It sends 8 data bits without parity, and needs no handshake.",
              false),
          usb(
              "honeywell",
              "Honeywell",
              CR,
              "Scan the code for a USB serial port (COM port emulation) in the manual.",
              false),
          rs232("datalogic", "Datalogic", 9600, CR_LF, CABLE, true),
          usb(
              "datalogic",
              "Datalogic",
              CR_LF,
              "Scan \"USB-COM\" in the chapter on interfaces of the manual.",
              false),
          rs232("newland", "Newland", 9600, ANY, CABLE, false),
          usb(
              "newland",
              "Newland",
              ANY,
              "Scan \"USB CDC\" or \"USB COM port emulation\" in the manual.",
              false),
          rs232("opticon", "Opticon", 9600, ANY, CABLE, false),
          usb("opticon", "Opticon", ANY, "Scan \"USB-VCP\" in the manual.", false),
          rs232("generic", "Other makers", 9600, ANY, CABLE, false),
          usb(
              "generic",
              "Other makers",
              ANY,
              "Scan the code for USB serial, USB CDC, virtual COM port or COM port emulation in the"
                  + " manual.",
              false));

  public ScannerPreset {
    ends = Set.copyOf(ends);
  }

  private static ScannerPreset rs232(
      String code, String maker, int baud, Set<Mark> ends, String switching, boolean fromManual) {
    return new ScannerPreset(
        code + "_rs232", maker, Connection.RS_232, baud, ends, switching, fromManual);
  }

  private static ScannerPreset usb(
      String code, String maker, Set<Mark> ends, String switching, boolean fromManual) {
    return new ScannerPreset(
        code + "_usb", maker, Connection.USB_CDC, 9600, ends, switching, fromManual);
  }

  /// The preset with this code.
  public static Optional<ScannerPreset> of(String code) {
    return ALL.stream().filter(preset -> preset.code().equals(code)).findFirst();
  }

  /// A scanner set so.
  public ScannerProfile profile(String lane, String path) {
    ScannerProfile usual = ScannerProfile.serial(lane, path);
    return usual
        .withLine(new Line.Serial(path, baud, 8, 1, Parity.NONE))
        .withFraming(ends.equals(ANY) ? Framing.AUTOMATIC : Framing.of(ends));
  }
}
