package dev.stockwright.devices.llrp.wire;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ReportTimingTest {
  /// Measured alone it is far above 100 (see ReportTiming); here other tests run beside it.
  @Test
  void ourReaderIsAtLeastThirtyTimesAsFast() throws Exception {
    ReportTiming timing = new ReportTiming(500);
    timing.ours(300);
    timing.toolkit(4);
    double ours = timing.ours(300);
    double toolkit = timing.toolkit(3);
    assertTrue(ours > 30 * toolkit, ours + " tags/s to " + toolkit);
  }
}
