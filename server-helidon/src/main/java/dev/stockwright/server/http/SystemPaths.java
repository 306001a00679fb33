package dev.stockwright.server.http;

import dev.stockwright.protocol.SystemCommand;
import java.util.List;

/// Where the commands of [SystemCommand] are taken.
final class SystemPaths {
  static final List<WorkPath> ALL =
      List.of(
          new WorkPath(
              "/api/v1/channels/{name}/set",
              "set_channel",
              SystemCommand.SetChannel.class,
              "Say where alerts are told"),
          new WorkPath(
              "/api/v1/channels/{name}/drop",
              "drop_channel",
              SystemCommand.DropChannel.class,
              "Tell nothing there any more"),
          new WorkPath(
              "/api/v1/channels/{name}/try",
              "try_channel",
              SystemCommand.TryChannel.class,
              "Send a test there"),
          new WorkPath(
              "/api/v1/messages/{message}/retry",
              "retry_message",
              SystemCommand.RetryMessage.class,
              "Try a message again"),
          new WorkPath(
              "/api/v1/jobs/{job}/run", "run_job", SystemCommand.RunJob.class, "Do a job now"));

  private SystemPaths() {}
}
