package dev.stockwright.devices.scanner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.devices.scanner.ScannerProfile.Line;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LaneListTest {
  private static final Map<String, String> FILES =
      Map.of(
          "dock.scanner", "lane=dock-2\npath=/dev/ttyUSB7\nbaud=115200\n",
          "wedge.scanner", "lane=9\nline=wedge\n",
          "bad.scanner", "lane=1\ncolour=red\npath=x\n");

  private static LaneList.Reading reading(String... words) {
    return LaneList.read(List.of(words), name -> Optional.ofNullable(FILES.get(name)));
  }

  private static List<String> lanes(String... words) {
    return assertInstanceOf(LaneList.Reading.Read.class, reading(words)).profiles().stream()
        .map(
            profile ->
                profile.source()
                    + " "
                    + (profile.line() instanceof Line.Serial line
                        ? line.path() + " " + line.baud()
                        : "wedge"))
        .toList();
  }

  private static List<String> wrong(String... words) {
    return assertInstanceOf(LaneList.Reading.Wrong.class, reading(words)).sentences();
  }

  @Test
  void lanesPathsSpeedsAndProfiles() {
    assertEquals(
        List.of("scanner-1 /dev/ttyACM0 9600", "scanner-till /dev/ttyUSB0 115200"),
        lanes("1=/dev/ttyACM0", "till=/dev/ttyUSB0@115200"));
    assertEquals(
        List.of("scanner-dock-2 /dev/ttyUSB7 115200", "scanner-9 wedge"),
        lanes("dock.scanner", "wedge.scanner"));
  }

  @Test
  void aPathAloneGetsTheNextFreeLane() {
    assertEquals(
        List.of("scanner-2 COM3 9600", "scanner-1 COM4 9600", "scanner-3 COM5 38400"),
        lanes("COM4", "2=COM3", "COM5@38400"));
  }

  @Test
  void twoLanesWithOnePortAreRefused() {
    assertEquals(
        List.of("Lanes 1 and 2 both name COM3. Give each lane a scanner of its own."),
        wrong("1=COM3", "2=COM3@115200"));
    assertEquals(
        List.of("Lane 1 has two scanners, COM3 and COM4. Give each a lane of its own."),
        wrong("1=COM3", "1=COM4"));
  }

  @Test
  void whatIsNoScannerIsSaid() {
    assertTrue(wrong("=COM3").getFirst().startsWith("\"=COM3\" is no scanner:"));
    assertTrue(wrong("1=COM3@12").getFirst().contains("300 and 4000000"));
    assertTrue(wrong("1=COM3@99999999999").getFirst().contains("300 and 4000000"));
    assertTrue(wrong("").getFirst().contains("is no scanner"));
    assertEquals(
        List.of("The scanner profile no.scanner cannot be read. Correct its name."),
        wrong("no.scanner"));
    assertEquals(
        List.of("bad.scanner: The profile has an unknown key \"colour\"."), wrong("bad.scanner"));
  }

  @Test
  void theStarterTakesNoClash() {
    List<ScannerProfile> clash =
        List.of(ScannerProfile.serial("1", "COM3"), ScannerProfile.serial("2", "COM3"));
    assertThrows(
        IllegalArgumentException.class, () -> new ScannerLanes(clash, InstantSource.system()));
  }

  @Test
  void presetsAreProfiles() {
    assertEquals(
        ScannerPreset.ALL.size(),
        ScannerPreset.ALL.stream().map(ScannerPreset::code).distinct().count());
    for (ScannerPreset preset : ScannerPreset.ALL) {
      ScannerProfile profile = preset.profile("1", "/dev/ttyUSB0");
      assertEquals(preset.baud(), profile.settings().baud());
      assertEquals(preset.ends(), profile.framing().marks());
      assertTrue(preset.switching().endsWith("."), preset.code());
      assertEquals(Optional.of(preset), ScannerPreset.of(preset.code()));
    }
  }
}
