package dev.stockwright.client.workflow.counting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stockwright.protocol.Wire;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class CountingTableTest {
  @TestFactory
  Stream<DynamicTest> theTable() {
    return CountingRows.all().tests();
  }

  @Test
  void thePageShowsThisTable() throws IOException {
    CountingRows.all()
        .isThePage(
            "counting-steps",
            """
            # Counting, on a device

            A bin is one scan and each product in it is one; the scan of the next bin closes the one
            before. The counter is never told what should be there. What the server makes of it stands in
            [counting](counting.md).
            """);
  }

  /// A device that was killed goes on at the same step.
  @Test
  void everyStateCanBeWrittenDownAndReadAgain() {
    var form = Wire.full().type(CountingState.class);
    CountingRows.all()
        .states()
        .forEach(state -> assertEquals(state, form.fromJson(form.toJson(state))));
  }
}
