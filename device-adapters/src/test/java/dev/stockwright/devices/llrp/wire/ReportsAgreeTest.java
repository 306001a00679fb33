package dev.stockwright.devices.llrp.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.devices.llrp.wire.MadeReport.MadeTag;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Our reader of reports, the toolkit's and the layout of the standard agree on what was made up.
class ReportsAgreeTest {
  @Test
  void onTwoThousandReports() throws Exception {
    agree(20261120, 2_000);
  }

  @Test
  @Tag("thorough")
  void onTwentyThousandReports() throws Exception {
    agree(42, 20_000);
  }

  private static void agree(long seed, int reports) throws Exception {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < reports; i++) {
      MadeReport made = MadeReport.random(random);
      String which = "seed " + seed + ", report " + i;
      byte[] byToolkit = made.byToolkit();
      byte[] byHand = made.byHand();
      if (made.tags().stream().allMatch(tag -> tag.customs().isEmpty())) {
        assertArrayEquals(byToolkit, byHand, which);
      }
      assertEquals(made.tags(), ToolkitReports.readByOurs(byHand), which);
      assertEquals(made.tags(), ToolkitReports.readByOurs(byToolkit), which);
      assertEquals(made.tags(), ToolkitReports.read(byHand), which);
    }
  }

  @Test
  void aReaderThatLosesLeadingZerosWouldBeFound() {
    SplittableRandom random = new SplittableRandom(20261120);
    int found = 0;
    for (int i = 0; i < 2_000; i++) {
      for (MadeTag tag : MadeReport.random(random).tags()) {
        String careless = tag.epc().replaceFirst("^0+", "");
        found += careless.equals(tag.epc()) ? 0 : 1;
      }
    }
    assertTrue(found > 1_000, found + " EPCs with leading zeros");
  }

  @Test
  void whatIsLeftOutIsAsInTheTagBefore() {
    SplittableRandom random = new SplittableRandom(7);
    ReportReader reader = new ReportReader();
    long roSpec = 0;
    int spec = 0;
    int inventory = 0;
    int antenna = 0;
    int rssi = 0;
    int channel = 0;
    for (int i = 0; i < 2_000; i++) {
      MadeReport made = MadeReport.random(random);
      List<List<Object>> told = new ArrayList<>();
      byte[] bytes = made.byHand();
      reader.read(
          new Frame.Message(1, MessageType.RO_ACCESS_REPORT, made.id(), bytes),
          t ->
              told.add(
                  List.of(
                      t.roSpec(),
                      t.specIndex(),
                      t.inventorySpec(),
                      t.antenna(),
                      (int) t.rssi(),
                      t.channel())));
      List<List<Object>> expected = new ArrayList<>();
      for (MadeTag tag : made.tags()) {
        roSpec = tag.roSpec().orElse(roSpec);
        spec = tag.specIndex().orElse(spec);
        inventory = tag.inventorySpec().orElse(inventory);
        antenna = tag.antenna().orElse(antenna);
        rssi = tag.rssi().orElse(rssi);
        channel = tag.channel().orElse(channel);
        expected.add(List.of(roSpec, spec, inventory, antenna, rssi, channel));
      }
      assertEquals(expected, told);
    }
  }
}
