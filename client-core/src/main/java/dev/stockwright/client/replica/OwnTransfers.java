package dev.stockwright.client.replica;

import dev.stockwright.client.known.TransferSheet;
import dev.stockwright.client.known.TransferSheet.Line;
import dev.stockwright.client.known.TransferSheet.Packed;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.TransferCommand;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Sku;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// A transfer with what this device has packed, shipped and received of it laid over.
final class OwnTransfers {
  private final List<Line> lines;
  private final List<Packed> packages;
  private final TransferSheet sheet;
  private String state;

  private OwnTransfers(TransferSheet sheet) {
    this.sheet = sheet;
    this.lines = new ArrayList<>(sheet.lines());
    this.packages = new ArrayList<>(sheet.packages());
    this.state = sheet.state();
  }

  /// The transfer as it is now; empty when this device has ended it.
  ///
  /// @param commands of this device, oldest first
  static Optional<TransferSheet> brought(TransferSheet sheet, List<Command> commands) {
    OwnTransfers now = new OwnTransfers(sheet);
    boolean open = true;
    for (Command command : commands) {
      if (command instanceof TransferCommand.OfOne own && own.transfer().equals(sheet.number())) {
        open &= now.take(own);
      }
    }
    return open
        ? Optional.of(
            new TransferSheet(
                sheet.number(), sheet.from(), sheet.to(), now.state, now.lines, now.packages))
        : Optional.empty();
  }

  /// False when the transfer has ended with it.
  private boolean take(TransferCommand.OfOne command) {
    return switch (command) {
      case TransferCommand.PackTransfer c -> pack(c);
      case TransferCommand.PackTransferUnit c -> packages.add(whole(c.unit()));
      case TransferCommand.ShipTransfer c -> ship();
      case TransferCommand.ReceiveTransfer c -> receive(c);
      case TransferCommand.CloseTransfer c -> close(c);
      case TransferCommand.CancelTransfer c -> false;
      case TransferCommand.RejectTransfer c -> false;
      case TransferCommand.ApproveTransfer c -> true;
    };
  }

  /// What is in it the books of stock say; line 0 is all of them.
  private static Packed whole(HandlingUnit unit) {
    return new Packed(0, Optional.empty(), Optional.of(unit), 0, 0, 0);
  }

  private boolean pack(TransferCommand.PackTransfer c) {
    long units = c.quantity().units();
    for (Line line : sheet.lines()) {
      if (line.sku().equals(c.sku())) {
        lines.replaceAll(each -> each.line() == line.line() ? counted(each, units, 0, 0, 0) : each);
        packages.add(new Packed(line.line(), c.lot(), c.onto(), units, 0, 0));
      }
    }
    return true;
  }

  private static Line counted(Line line, long packed, long shipped, long received, long way) {
    return new Line(
        line.line(),
        line.sku(),
        line.name(),
        line.approved(),
        line.packed() + packed,
        line.shipped() + shipped,
        line.received() + received,
        Math.max(0, line.inTransit() + way));
  }

  private boolean ship() {
    state = "shipped";
    lines.replaceAll(line -> counted(line, 0, line.packed(), 0, line.packed()));
    packages.replaceAll(
        each -> new Packed(each.line(), each.lot(), each.unit(), each.packed(), each.packed(), 0));
    return true;
  }

  private boolean receive(TransferCommand.ReceiveTransfer c) {
    for (HandlingUnit unit : c.units()) {
      for (Packed each : List.copyOf(packages)) {
        if (each.unit().filter(unit::equals).isPresent()) {
          long open = each.shipped() - each.settled();
          settle(each.line(), of -> of.equals(each), open);
          arrived(each.line(), open);
        }
      }
    }
    c.arrived().forEach(this::receive);
    boolean way = lines.stream().anyMatch(line -> line.inTransit() > 0);
    state = c.last() && way ? "short" : state;
    return way;
  }

  private void receive(TransferCommand.Arrived arrived) {
    long units = arrived.good() + arrived.damaged();
    line(arrived.sku())
        .ifPresent(
            line -> {
              settle(line.line(), of -> fits(of, arrived.lot(), arrived.unit()), units);
              arrived(line.line(), units);
            });
  }

  private static boolean fits(Packed of, Optional<LotCode> lot, Optional<HandlingUnit> unit) {
    return (lot.isEmpty() || lot.equals(of.lot())) && (unit.isEmpty() || unit.equals(of.unit()));
  }

  private void arrived(int line, long units) {
    lines.replaceAll(each -> each.line() == line ? counted(each, 0, 0, units, -units) : each);
  }

  private void settle(int line, Predicate<Packed> which, long units) {
    long open = units;
    for (int i = 0; i < packages.size() && open > 0; i++) {
      Packed each = packages.get(i);
      if (each.line() == line && which.test(each)) {
        long part = Math.min(open, each.shipped() - each.settled());
        open -= part;
        packages.set(
            i,
            new Packed(
                line,
                each.lot(),
                each.unit(),
                each.packed(),
                each.shipped(),
                each.settled() + part));
      }
    }
  }

  private boolean close(TransferCommand.CloseTransfer c) {
    for (TransferCommand.Wanted missing : c.missing()) {
      line(missing.sku())
          .ifPresent(
              line ->
                  lines.replaceAll(
                      each ->
                          each.line() == line.line()
                              ? counted(each, 0, 0, 0, -missing.quantity().units())
                              : each));
    }
    return !c.missing().isEmpty() && lines.stream().anyMatch(line -> line.inTransit() > 0);
  }

  private Optional<Line> line(Sku sku) {
    return lines.stream().filter(line -> line.sku().equals(sku)).findFirst();
  }
}
