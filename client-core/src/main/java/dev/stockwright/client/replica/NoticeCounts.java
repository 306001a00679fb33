package dev.stockwright.client.replica;

import dev.stockwright.client.known.Notice;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.ReceivingCommand.ReceiveLine;
import dev.stockwright.protocol.ReceivingCommand.ReceiveUnit;
import dev.stockwright.protocol.ReceivingCommand.StartReceipt;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Counts on a shipping notice what this device has received for it, as the server will: goods on a
/// unit with the unit, loose goods on the lines that name their lot before those that do not. What
/// was not announced counts nowhere. Lines whose figures are not told stay as they are.
final class NoticeCounts {
  private NoticeCounts() {}

  /// @param all own commands, for the receipts that were started
  /// @param since those that the notice does not include
  static Notice counted(Notice notice, List<Command> all, List<Command> since) {
    Set<Reference> receipts =
        all.stream()
            .flatMap(
                command ->
                    command instanceof StartReceipt start
                            && start.asn().filter(notice.number()::equals).isPresent()
                        ? start.number().stream()
                        : Stream.empty())
            .collect(Collectors.toSet());
    List<Notice.Line> lines = new ArrayList<>(notice.lines());
    for (Command command : since) {
      if (command instanceof ReceiveUnit whole) {
        lines.replaceAll(
            line ->
                line.unit().filter(whole.unit()::equals).isPresent()
                    ? received(line, Long.MAX_VALUE)
                    : line);
      } else if (command instanceof ReceiveLine loose && receipts.contains(loose.receipt())) {
        long left = count(lines, loose, loose.lot(), loose.quantity().units());
        if (loose.lot().isPresent()) {
          count(lines, loose, Optional.empty(), left);
        }
      }
    }
    return notice.with(lines);
  }

  /// What is left after the lines of that lot were filled.
  private static long count(
      List<Notice.Line> lines, ReceiveLine come, Optional<LotCode> lot, long units) {
    long left = units;
    for (int i = 0; i < lines.size(); i++) {
      Notice.Line line = lines.get(i);
      boolean same =
          line.unit().isEmpty() && line.sku().equals(come.sku()) && line.lot().equals(lot);
      if (same) {
        Notice.Line filled = received(line, left);
        left -= filled.received().orElse(0L) - line.received().orElse(0L);
        lines.set(i, filled);
      }
    }
    return left;
  }

  private static Notice.Line received(Notice.Line line, long units) {
    if (line.announced().isEmpty()) {
      return line;
    }
    long before = line.received().orElse(0L);
    long part = Math.min(units, Math.max(0, line.announced().get() - before));
    return line.received(before + part);
  }
}
