package dev.stockwright.protocol;

import dev.stockwright.protocol.WireSamples.Sample;
import dev.stockwright.vocabulary.Reference;
import java.util.List;
import java.util.Optional;

/// Samples of how the system itself runs.
final class SystemSamples {
  private SystemSamples() {}

  static List<Sample<?>> all() {
    Reference office = new Reference("office");
    return List.of(
        Sample.command(
            "set_channel",
            new SystemCommand.SetChannel(
                office,
                "email",
                "office@example.org",
                Optional.empty(),
                Optional.empty(),
                Optional.of(SystemCommand.Timing.always()),
                false,
                Optional.empty())),
        Sample.command(
            "set_channel.full",
            new SystemCommand.SetChannel(
                office,
                "webhook",
                "https://example.org/alerts",
                Optional.of("0123456789abcdef"),
                Optional.of(WorkSamples.NORTH),
                Optional.of(
                    new SystemCommand.Timing(
                        List.of("low", "out"),
                        Optional.of("warning"),
                        Optional.of("22:00"),
                        Optional.of("06:30"),
                        Optional.of("Europe/Oslo"),
                        60)),
                true,
                Optional.of(3L))),
        Sample.command(
            "set_channel.least",
            new SystemCommand.SetChannel(
                office,
                "email",
                "office@example.org",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty())),
        Sample.command(
            "set_channel.paced",
            new SystemCommand.SetChannel(
                office,
                "email",
                "office@example.org",
                Optional.empty(),
                Optional.empty(),
                Optional.of(
                    new SystemCommand.Timing(
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        60)),
                false,
                Optional.empty())),
        Sample.command("drop_channel", new SystemCommand.DropChannel(office)),
        Sample.command("try_channel", new SystemCommand.TryChannel(office)),
        Sample.command(
            "retry_message",
            new SystemCommand.RetryMessage(new Reference("0192c8f4-7a1e-7cc3-98c4-dc0c0c07398f"))),
        Sample.command("run_job", new SystemCommand.RunJob(new Reference("verify-ledger"))));
  }
}
