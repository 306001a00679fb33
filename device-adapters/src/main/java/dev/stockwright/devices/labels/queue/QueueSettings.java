package dev.stockwright.devices.labels.queue;

import java.time.Duration;

/// How a print queue behaves.
///
/// @param openMax jobs that may wait or need a person; one more is refused
/// @param keptMax finished jobs that are kept for a reprint
/// @param giveUpAfter a job that waited longer is given up: its label would come as a surprise
/// @param retryMin the first pause when a printer is away; doubled each time
/// @param retryMax the longest pause
/// @param poll between two questions whether a label is printed
/// @param confirmWait a printer that is silent so long after a label does not confirm it
/// @param busyWait a printer that is busy so long does not confirm it either
/// @param lookEvery how often an idle printer is asked how it is
public record QueueSettings(
    int openMax,
    int keptMax,
    Duration giveUpAfter,
    Duration retryMin,
    Duration retryMax,
    Duration poll,
    Duration confirmWait,
    Duration busyWait,
    Duration lookEvery) {
  /// 500 open, 200 kept, 12 hours, pauses of 1 to 30 s.
  public static QueueSettings standard() {
    return new QueueSettings(
        500,
        200,
        Duration.ofHours(12),
        Duration.ofSeconds(1),
        Duration.ofSeconds(30),
        Duration.ofMillis(100),
        Duration.ofSeconds(10),
        Duration.ofSeconds(60),
        Duration.ofSeconds(30));
  }
}
