package dev.stockwright.devices.tryout;

import dev.stockwright.devices.DeviceHealth;
import dev.stockwright.devices.RefusedRead;
import dev.stockwright.devices.scanner.Answer;
import dev.stockwright.devices.scanner.Finding;
import dev.stockwright.devices.scanner.ProfileText;
import dev.stockwright.devices.scanner.Step;
import dev.stockwright.devices.scanner.VisibleText;
import dev.stockwright.vocabulary.Scan;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Tells in sentences.
final class PlainTelling implements Telling {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final String INDENT = "              ";

  private final PrintStream out;

  PlainTelling(PrintStream out) {
    this.out = out;
  }

  @Override
  public void say(String code, String sentence) {
    out.println(sentence);
  }

  @Override
  public void ask(Step.Ask step) {
    out.println("[%d of %d] %s".formatted(step.number(), step.of(), step.prompt()));
  }

  @Override
  public void answer(Answer answer) {
    out.println(answer.sentence());
    answer.findings().stream()
        .filter(finding -> finding.weight() == Finding.Weight.PROBLEM)
        .forEach(finding -> out.println("  " + finding.sentence()));
  }

  @Override
  public void done(Step.Done done) {
    out.println();
    for (Finding finding : done.findings()) {
      String mark =
          switch (finding.weight()) {
            case PROBLEM -> "PROBLEM  ";
            case HINT -> "hint     ";
            case GOOD -> "good     ";
          };
      out.println(mark + finding.sentence());
    }
    out.println();
    out.print(ProfileText.write(done.profile()));
  }

  @Override
  public void state(DeviceHealth health) {
    String state = health.state().name().toLowerCase(Locale.ROOT);
    out.println("%s  %s: %s".formatted(TIME.format(health.since()), state, health.reason()));
  }

  @Override
  public void scan(Scan scan, boolean bounce, Duration gap, DeviceHealth counters) {
    Meaning meaning = Meaning.of(scan);
    synchronized (out) {
      head(scan.at(), gap, scan.raw());
      if (!scan.raw().equals(scan.data())) {
        out.println(INDENT + "meant: " + VisibleText.of(scan.text()));
      }
      out.println(
          INDENT
              + (bounce ? "a bounce of the scan before, not passed on; " : "")
              + meaning.form().replace('_', ' ')
              + (meaning.elements().isEmpty() ? "" : " " + meaning.elements())
              + ": "
              + meaning.words());
      counters(counters);
    }
  }

  private void head(Instant at, Duration gap, Scan.Raw raw) {
    out.println(
        "%s  %s  (%d ms after the one before, %d bytes)"
            .formatted(
                TIME.format(at), VisibleText.of(raw.text()), gap.toMillis(), raw.bytes().length));
    out.println(INDENT + Meaning.hex(raw));
  }

  @Override
  public void refused(RefusedRead refused, Duration gap, DeviceHealth counters) {
    synchronized (out) {
      head(refused.scan().at(), gap, refused.scan().raw());
      out.println(INDENT + "refused (" + refused.code() + "): " + refused.message());
      counters(counters);
    }
  }

  @Override
  public void counters(DeviceHealth counters) {
    out.println(
        INDENT
            + "reads %d, bounces %d, rejects %d, reconnects %d"
                .formatted(
                    counters.reads(),
                    counters.bounces(),
                    counters.rejects(),
                    counters.reconnects()));
  }
}
