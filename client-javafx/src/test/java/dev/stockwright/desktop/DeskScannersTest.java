package dev.stockwright.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.stockwright.devices.framing.Framing;
import dev.stockwright.devices.scanner.ProfileText;
import dev.stockwright.devices.scanner.ScannerProfile;
import dev.stockwright.devices.scanner.ScannerProfile.Line;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeskScannersTest {
  private static final Framing CR = Framing.of(Set.of(Framing.Mark.CR));

  @TempDir private Path folder;

  @Test
  void aPathAloneHasTheNextFreeLaneAndTheCommonSpeed() {
    List<ScannerProfile> profiles =
        at(List.of("/dev/a", "2=/dev/b@115200", "/dev/c"), List.of(), 38_400);
    assertEquals(
        List.of("scanner-2 /dev/b 115200", "scanner-1 /dev/a 38400", "scanner-3 /dev/c 38400"),
        profiles.stream().map(DeskScannersTest::line).toList());
  }

  @Test
  void whatTheWizardFoundIsUsedAtTheNextStartAtTheSamePort() {
    DeskScanners scanners = new DeskScanners(folder);
    scanners.keep(ScannerProfile.serial("1", "/dev/a").withFraming(CR));
    assertEquals(CR, at(List.of("/dev/a"), List.of(), 9600).getFirst().framing());
    assertEquals(
        Framing.AUTOMATIC,
        at(List.of("/dev/other"), List.of(), 9600).getFirst().framing(),
        "another port is another scanner");
  }

  @Test
  void aProfileThatIsNamedWinsOverOneThatIsKept() throws IOException {
    new DeskScanners(folder).keep(ScannerProfile.serial("1", "/dev/a"));
    Path file = folder.resolve("found by hand");
    Files.writeString(
        file, ProfileText.write(ScannerProfile.serial("1", "/dev/a").withFraming(CR)));
    assertEquals(CR, at(List.of(), List.of(file), 9600).getFirst().framing());
    Path ending = Files.copy(file, folder.resolve("gun.scanner"));
    assertEquals(CR, at(List.of(ending.toString()), List.of(), 9600).getFirst().framing());
  }

  @Test
  void aProfileThatCannotBeReadIsSaid() throws IOException {
    Path missing = folder.resolve("missing.scanner");
    FloorUnfit unfit = assertThrows(FloorUnfit.class, () -> at(List.of(), List.of(missing), 9600));
    assertEquals(true, String.valueOf(unfit.getMessage()).contains("cannot be read"));
    Files.createDirectories(folder.resolve("scanners"));
    Files.writeString(folder.resolve("scanners/1.scanner"), "lane=1\nline=serial\nbaud=fast\n");
    assertEquals(
        Framing.AUTOMATIC,
        at(List.of("/dev/a"), List.of(), 9600).getFirst().framing(),
        "a kept one that is damaged is left aside");
  }

  @Test
  void theKeyboardHasAProfileOfItsOwn() {
    DeskScanners scanners = new DeskScanners(folder);
    assertEquals(Optional.empty(), scanners.keyboard(options(List.of(), List.of(), 9600)));
    scanners.keep(DeskScanners.UNSET_KEYBOARD.withFraming(CR));
    assertEquals(
        Optional.of(CR),
        scanners.keyboard(options(List.of(), List.of(), 9600)).map(ScannerProfile::framing));
  }

  private List<ScannerProfile> at(List<String> words, List<Path> profiles, int baud) {
    return new DeskScanners(folder).at(options(words, profiles, baud));
  }

  private FloorOptions options(List<String> words, List<Path> profiles, int baud) {
    FloorOptions plain = FloorOptions.of(URI.create("http://localhost:1"), folder);
    return new FloorOptions(
        plain.server(),
        plain.folder(),
        plain.device(),
        words,
        baud,
        false,
        plain.signInFile(),
        plain.warehouse(),
        profiles,
        List.of(),
        List.of());
  }

  private static String line(ScannerProfile profile) {
    Line.Serial serial = (Line.Serial) profile.line();
    return profile.source() + " " + serial.path() + " " + serial.baud();
  }
}
