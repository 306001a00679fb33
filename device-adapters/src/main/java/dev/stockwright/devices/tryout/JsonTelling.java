package dev.stockwright.devices.tryout;

import dev.stockwright.devices.DeviceHealth;
import dev.stockwright.devices.RefusedRead;
import dev.stockwright.devices.command.JsonLine;
import dev.stockwright.devices.scanner.Answer;
import dev.stockwright.devices.scanner.Finding;
import dev.stockwright.devices.scanner.ScannerProfile;
import dev.stockwright.devices.scanner.ScannerProfile.Line;
import dev.stockwright.devices.scanner.Step;
import dev.stockwright.devices.scanner.VisibleText;
import dev.stockwright.devices.serial.SerialSettings.Parity;
import dev.stockwright.vocabulary.Scan;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;

/// Tells one JSON object a line.
final class JsonTelling implements Telling {
  private final PrintStream out;

  JsonTelling(PrintStream out) {
    this.out = out;
  }

  private void print(JsonLine line) {
    out.println(line);
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public void say(String code, String sentence) {
    print(JsonLine.event("message").with("code", code).with("message", sentence));
  }

  @Override
  public void ask(Step.Ask step) {
    print(
        JsonLine.event("prompt")
            .with("code", word(step.code()))
            .with("number", step.number())
            .with("of", step.of())
            .with("message", step.prompt().sentence()));
  }

  @Override
  public void answer(Answer answer) {
    JsonLine line = JsonLine.event("answer");
    answer.code().ifPresent(code -> line.with("code", word(code)));
    print(line.with("recognised", answer.code().isPresent()).with("message", answer.sentence()));
  }

  @Override
  public void done(Step.Done done) {
    for (Finding finding : done.findings()) {
      print(
          JsonLine.event("finding")
              .with("code", finding.code())
              .with("weight", word(finding.weight()))
              .with("message", finding.sentence()));
    }
    print(profile(done.profile()));
  }

  private static JsonLine profile(ScannerProfile profile) {
    JsonLine line =
        JsonLine.event("profile").with("name", profile.name()).with("lane", profile.lane());
    switch (profile.line()) {
      case Line.Serial(String path, int baud, int dataBits, int stopBits, Parity parity) ->
          line.with("line", "serial")
              .with("path", path)
              .with("baud", baud)
              .with("data_bits", dataBits)
              .with("stop_bits", stopBits)
              .with("parity", word(parity));
      case Line.Wedge() -> line.with("line", "wedge");
    }
    String ends =
        profile.framing().marks().stream()
            .sorted()
            .map(mark -> JsonLine.quoted(word(mark)))
            .collect(Collectors.joining(",", "[", "]"));
    return line.raw("ends", ends)
        .with("gap_ms", profile.framing().gap().toMillis())
        .with("prefix", profile.wrapping().prefix())
        .with("suffix", profile.wrapping().suffix())
        .with("gs_substitute", profile.wrapping().gsSubstitute())
        .with("aim_ids", profile.aimIds())
        .with("bounce_ms", profile.bounceWindow().toMillis())
        .with("double_read_ms", profile.doubleReadWindow().toMillis());
  }

  @Override
  public void state(DeviceHealth health) {
    print(
        JsonLine.event("state")
            .with("time", health.since().toString())
            .with("state", word(health.state()))
            .with("reason", health.reason()));
  }

  @Override
  public void scan(Scan scan, boolean bounce, Duration gap, DeviceHealth counters) {
    Meaning meaning = Meaning.of(scan);
    JsonLine line = frame(bounce ? "bounce" : "scan", scan, gap);
    print(
        counted(
            line.with("form", meaning.form())
                .with("elements", meaning.elements())
                .with("meaning", meaning.words()),
            counters));
  }

  private static JsonLine frame(String event, Scan scan, Duration gap) {
    return JsonLine.event(event)
        .with("time", scan.at().toString())
        .with("gap_ms", gap.toMillis())
        .with("hex", scan.raw().toString())
        .with("text", VisibleText.of(scan.raw().text()))
        .with("meant", VisibleText.of(scan.text()));
  }

  private static JsonLine counted(JsonLine line, DeviceHealth counters) {
    return line.with("reads", counters.reads())
        .with("bounces", counters.bounces())
        .with("rejects", counters.rejects())
        .with("reconnects", counters.reconnects());
  }

  @Override
  public void refused(RefusedRead refused, Duration gap, DeviceHealth counters) {
    print(
        counted(
            frame("refused", refused.scan(), gap)
                .with("code", refused.code())
                .with("message", refused.message()),
            counters));
  }

  @Override
  public void counters(DeviceHealth counters) {
    print(counted(JsonLine.event("counters"), counters));
  }
}
