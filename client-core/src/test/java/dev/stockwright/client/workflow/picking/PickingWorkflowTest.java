package dev.stockwright.client.workflow.picking;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class PickingWorkflowTest {
  @TestFactory
  Stream<DynamicTest> theTable() {
    return PickingRows.all().tests();
  }

  @Test
  void thePageShowsThisTable() throws IOException {
    PickingRows.all()
        .isThePage(
            "picking-steps",
            """
            # Picking, step by step

            What a picker scans and presses on a device, and what comes of it. A single piece is
            two scans, its bin and itself; goods of several orders go into totes, which is a third.
            What the server makes of it stands in [picking](picking.md).
            """);
  }
}
