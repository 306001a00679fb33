package dev.stockwright.devices.llrp.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.llrp.ltk.generated.LLRPMessageFactory;
import org.llrp.ltk.generated.messages.RO_ACCESS_REPORT;

/// How fast our reader of reports and the toolkit's read the same reports, on one core. Run it as a
/// program for the figures.
final class ReportTiming {
  private final List<byte[]> reports = new ArrayList<>();
  private final int tags;
  private long sum;

  ReportTiming(int count) {
    SplittableRandom random = new SplittableRandom(1);
    int made = 0;
    for (int i = 0; i < count; i++) {
      MadeReport report = MadeReport.random(random);
      made += report.tags().size();
      reports.add(report.byHand());
    }
    tags = made;
  }

  /// Tags a second by our reader, each EPC taken as a text of hexadecimal digits.
  double ours(int rounds) {
    ReportReader reader = new ReportReader();
    long begin = System.nanoTime();
    for (int round = 0; round < rounds; round++) {
      for (byte[] report : reports) {
        reader.read(
            new Frame.Message(1, MessageType.RO_ACCESS_REPORT, 1, report),
            tag -> sum += tag.epc().length() + tag.antenna());
      }
    }
    return (double) rounds * tags / (System.nanoTime() - begin) * 1e9;
  }

  /// Tags a second by the toolkit, no field looked at.
  double toolkit(int rounds) throws Exception {
    long begin = System.nanoTime();
    for (int round = 0; round < rounds; round++) {
      for (byte[] report : reports) {
        RO_ACCESS_REPORT read = (RO_ACCESS_REPORT) LLRPMessageFactory.createLLRPMessage(report);
        sum += read.getTagReportDataList().size();
      }
    }
    return (double) rounds * tags / (System.nanoTime() - begin) * 1e9;
  }

  public static void main(String[] args) throws Exception {
    ReportTiming timing = new ReportTiming(2_000);
    for (int i = 0; i < 5; i++) {
      double ours = timing.ours(i == 0 ? 100 : 500);
      double toolkit = timing.toolkit(3);
      System.out.printf(
          "ours %,.0f tags/s, toolkit %,.0f tags/s, ratio %.0f%n", ours, toolkit, ours / toolkit);
    }
    System.out.println(timing.sum);
  }
}
