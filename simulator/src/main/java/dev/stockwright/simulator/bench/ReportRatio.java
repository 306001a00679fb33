package dev.stockwright.simulator.bench;

import dev.stockwright.simulator.jmh.ReadingReports;
import java.util.Arrays;
import org.llrp.ltk.exceptions.InvalidLLRPMessageException;

/// Our decoder of RFID reports beside the LLRP Toolkit's, in turns, on the same bytes.
final class ReportRatio {
  private static final int ROUNDS = 5;
  private static final int WARM_UP = 3_000;
  private static final int TOOLKIT_REPORTS = 150;
  private static final int OUR_REPORTS = 150 * 200;

  private ReportRatio() {}

  static void measure(Report report) {
    report.heading("RFID reports of 100 tags, one thread, in turns");
    ReadingReports reports = new ReadingReports();
    double[] ours = new double[ROUNDS];
    double[] toolkit = new double[ROUNDS];
    try {
      for (int i = 0; i < WARM_UP; i++) {
        reports.toolkit();
      }
      for (int i = 0; i < OUR_REPORTS; i++) {
        reports.ours();
      }
      for (int round = 0; round < ROUNDS; round++) {
        long start = System.nanoTime();
        for (int i = 0; i < TOOLKIT_REPORTS; i++) {
          reports.toolkit();
        }
        long middle = System.nanoTime();
        for (int i = 0; i < OUR_REPORTS; i++) {
          reports.ours();
        }
        long end = System.nanoTime();
        toolkit[round] = rate(TOOLKIT_REPORTS, middle - start);
        ours[round] = rate(OUR_REPORTS, end - middle);
      }
    } catch (InvalidLLRPMessageException e) {
      throw new IllegalStateException("the toolkit does not read the report", e);
    }
    report.figure("the toolkit", median(toolkit), "tags/s");
    report.figure("our decoder", median(ours), "tags/s");
    report.atLeast("our decoder : the toolkit", median(ours) / median(toolkit), 100, "");
  }

  private static double rate(int reports, long nanos) {
    return (double) reports * ReadingReports.TAGS / (nanos / 1e9);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
