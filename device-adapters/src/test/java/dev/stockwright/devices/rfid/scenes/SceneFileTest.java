package dev.stockwright.devices.rfid.scenes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stockwright.devices.rfid.scenes.DockScene.Input;
import dev.stockwright.devices.rfid.scenes.DockScene.Read;
import dev.stockwright.devices.rfid.scenes.SceneFile.Accepted;
import dev.stockwright.devices.rfid.scenes.SceneFile.Refused;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SceneFileTest {
  @Test
  void aSceneIsTheSameAfterItWasWrittenAndRead() {
    DockScene scene = DockScenes.scene(3, DockPhysics.standard());
    assertEquals(new Accepted(scene), SceneFile.read(scene.name(), SceneFile.write(scene)));
  }

  @Test
  void linesNeedNoOrderAndRemarksAreSkipped() {
    List<String> lines =
        List.of("# a remark", "", " 20 input 1 on ", "10 2 ABCD -54.5", "30\t1 abcd +3");
    assertEquals(
        new Accepted(
            new DockScene(
                "x",
                List.of(
                    new Read(Duration.ofMillis(10), 2, "abcd", -54.5),
                    new Input(Duration.ofMillis(20), 1, true),
                    new Read(Duration.ofMillis(30), 1, "abcd", 3)),
                List.of())),
        SceneFile.read("x", lines));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "10 1 abcd|There are 3 words here; such a line has 4: milliseconds antenna EPC dBm.",
        "-1 1 abcd -50|\"-1\" is no time in milliseconds; it is a number from 0 to 86400000.",
        "10 0 abcd -50|\"0\" is no antenna; it is a number from 1 to 65535.",
        "10 1 abcz -50|\"abcz\" is no EPC; it is 1 to 124 hexadecimal digits.",
        "10 1 abcd loud|\"loud\" is no signal strength; it is a number of dBm such as -54 or"
            + " -54.5.",
        "10 1 abcd -500|\"-500\" is no signal strength; it is a number of dBm such as -54 or"
            + " -54.5.",
        "10 input 1 broken|\"broken\" is no state of an input; it is on or off.",
        "truth abcd 1 up x|\"up\" is no course; it is in, out, turned_back, passed_by or"
            + " stationary.",
        "truth abcd 1|There are 3 words here; such a line has 5: truth EPC door course sort.",
      })
  void whatIsWrongIsSaidWithItsLine(String line, String message) {
    assertEquals(new Refused(3, message), SceneFile.read("x", List.of("# x", "1 1 ab -50", line)));
  }

  @Test
  void aFileWithoutReadsIsRefused() {
    assertEquals(
        new Refused(1, "There is no read in this scene; a line is: milliseconds antenna EPC dBm."),
        SceneFile.read("x", List.of()));
  }

  @Test
  void theSameSeedGivesTheSameScene() {
    assertEquals(
        DockScenes.scene(5, DockPhysics.standard()), DockScenes.scene(5, DockPhysics.standard()));
  }
}
