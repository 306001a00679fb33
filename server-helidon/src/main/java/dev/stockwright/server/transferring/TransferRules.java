package dev.stockwright.server.transferring;

import dev.stockwright.protocol.DocumentRefusal;
import dev.stockwright.protocol.InboundRefusal;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.protocol.TransferCommand;
import dev.stockwright.server.transferring.Transfer.Content;
import dev.stockwright.server.transferring.Transfer.Line;
import dev.stockwright.server.transferring.Transfer.Progress;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Sku;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What may be done with a transfer when, and how much of it. Pure.
final class TransferRules {
  private TransferRules() {}

  /// What people do with a transfer.
  enum Act {
    APPROVE(TransferState.REQUESTED),
    REJECT(TransferState.REQUESTED),
    PACK(TransferState.APPROVED),
    SHIP(TransferState.PACKED),
    /// Less than was approved.
    SHIP_INCOMPLETE(TransferState.APPROVED, TransferState.PACKED),
    RECEIVE(TransferState.SHIPPED, TransferState.SHORT),
    /// The last of it, whatever is missing.
    RECEIVE_LAST(TransferState.SHIPPED, TransferState.SHORT),
    /// Told when others have received or explained all of it.
    RECEIVE_LATE(TransferState.RECEIVED, TransferState.CLOSED),
    CLOSE(TransferState.SHIPPED, TransferState.SHORT),
    CANCEL(TransferState.REQUESTED, TransferState.APPROVED, TransferState.PACKED),
    ACCEPT_OVER(
        TransferState.SHIPPED, TransferState.SHORT, TransferState.RECEIVED, TransferState.CLOSED);

    private final Set<TransferState> from;

    Act(TransferState first, TransferState... others) {
      this.from = EnumSet.of(first, others);
    }
  }

  /// Why this cannot be done now; empty when it can.
  static Optional<Refusal> refusal(Transfer transfer, Act act) {
    return act.from.contains(transfer.state())
        ? Optional.empty()
        : Optional.of(
            new DocumentRefusal.WrongState(
                Transfer.KIND,
                transfer.number(),
                transfer.state().code(),
                TransferState.words(act.from)));
  }

  /// The state after an act that is allowed.
  ///
  /// @param after the figures as the act leaves them
  static TransferState after(TransferState now, Act act, Progress after) {
    return switch (act) {
      case APPROVE -> TransferState.APPROVED;
      case REJECT -> TransferState.REFUSED;
      case PACK ->
          after.packed() == after.approved() ? TransferState.PACKED : TransferState.APPROVED;
      case SHIP, SHIP_INCOMPLETE -> TransferState.SHIPPED;
      case RECEIVE, CLOSE -> after.inTransit() > 0 ? now : ended(after);
      case RECEIVE_LAST -> after.inTransit() > 0 ? TransferState.SHORT : ended(after);
      case CANCEL -> TransferState.CANCELLED;
      case ACCEPT_OVER, RECEIVE_LATE -> now;
    };
  }

  private static TransferState ended(Progress after) {
    return after.explained() > 0 ? TransferState.CLOSED : TransferState.RECEIVED;
  }

  /// Goods of a content that have arrived or are explained.
  ///
  /// @param unit the handling unit that they are in now; empty: loose
  record Part(Content content, String unit, long good, long damaged) {
    long units() {
      return good + damaged;
    }
  }

  /// Goods that nobody sent.
  record Over(Line line, String lot, String unit, long units) {}

  /// What a count of arrived goods means.
  sealed interface Counted {
    record Settled(List<Part> parts, List<Over> over) implements Counted {}

    record Wrong(Refusal why) implements Counted {}
  }

  /// Spreads what arrived over what was sent: whole handling units first, then what was counted,
  /// in the order in which it was packed.
  ///
  /// @param whole the contents that arrived as they were sent
  /// @param pieces the products that have serial numbers
  static Counted arrived(
      Transfer transfer,
      List<Content> whole,
      List<TransferCommand.Arrived> counted,
      Set<Sku> pieces) {
    Map<Long, Long> open = open(transfer);
    List<Part> parts = new ArrayList<>();
    List<Over> over = new ArrayList<>();
    for (Content content : whole) {
      long units = open.getOrDefault(content.id(), 0L);
      if (units > 0) {
        parts.add(new Part(content, content.unit(), units, 0));
        open.put(content.id(), 0L);
      }
    }
    for (TransferCommand.Arrived each : counted) {
      Optional<Line> line = transfer.line(each.sku());
      if (line.isEmpty()) {
        return wrongProduct(transfer, each.sku());
      }
      List<Content> fitting = fitting(transfer, each);
      if (fitting.isEmpty()) {
        return wrongContent(transfer, each);
      }
      long left = fitting.stream().mapToLong(content -> open.getOrDefault(content.id(), 0L)).sum();
      if (each.good() + each.damaged() > left) {
        return new Counted.Wrong(
            new DocumentRefusal.OutOfRange(
                "quantity of " + each.sku(),
                "0 to " + left + ", what is beyond as over",
                "" + (each.good() + each.damaged())));
      }
      Optional<Refusal> which = which(each, fitting, open, pieces);
      if (which.isPresent()) {
        return new Counted.Wrong(which.get());
      }
      long missing = left - each.good() - each.damaged();
      if (each.over() > 0 && missing > 0) {
        return new Counted.Wrong(
            new DocumentRefusal.OutOfRange(
                "over of " + each.sku(), "0 while " + missing + " are missing", "" + each.over()));
      }
      String unit = each.unit().map(HandlingUnit::code).orElse("");
      parts.addAll(take(fitting, open, unit, each.good(), each.damaged()));
      if (each.over() > 0) {
        String lot = each.lot().map(LotCode::code).orElse(fitting.getFirst().lot());
        over.add(new Over(line.get(), lot, unit, each.over()));
      }
    }
    return new Counted.Settled(parts, over);
  }

  /// Which lots or pieces are they? Nobody has to say it when it makes no difference: all of them
  /// came, and all in one condition, or only one lot was sent.
  private static Optional<Refusal> which(
      TransferCommand.Arrived each, List<Content> fitting, Map<Long, Long> open, Set<Sku> pieces) {
    if (each.lot().isPresent()) {
      return Optional.empty();
    }
    List<Content> left =
        fitting.stream().filter(content -> open.getOrDefault(content.id(), 0L) > 0).toList();
    long units = left.stream().mapToLong(content -> open.getOrDefault(content.id(), 0L)).sum();
    boolean one = left.stream().map(Content::lot).distinct().count() <= 1;
    boolean all = each.good() == units || each.damaged() == units;
    boolean piece = pieces.contains(each.sku());
    return (one || all) && (each.over() == 0 || !piece)
        ? Optional.empty()
        : Optional.of(new InboundRefusal.TrackingMissing(each.sku(), piece ? "serials" : "lot"));
  }

  /// Spreads what is explained over what is still in transit.
  ///
  /// @param missing empty: everything
  static Counted missing(Transfer transfer, List<TransferCommand.Wanted> missing) {
    Map<Long, Long> open = open(transfer);
    List<Part> parts = new ArrayList<>();
    if (missing.isEmpty()) {
      parts.addAll(take(transfer.contents(), open, "", Long.MAX_VALUE, 0));
    }
    for (TransferCommand.Wanted each : missing) {
      List<Content> fitting =
          transfer.contents().stream().filter(c -> c.sku().equals(each.sku())).toList();
      if (fitting.isEmpty()) {
        return wrongProduct(transfer, each.sku());
      }
      long left = fitting.stream().mapToLong(content -> open.getOrDefault(content.id(), 0L)).sum();
      long units = each.quantity().units();
      if (units > left) {
        return new Counted.Wrong(
            new DocumentRefusal.OutOfRange(
                "quantity of " + each.sku(), "1 to " + left, "" + units));
      }
      parts.addAll(take(fitting, open, "", units, 0));
    }
    return new Counted.Settled(parts, List.of());
  }

  /// How much of each product is given; the rest of the lines as they were asked for.
  static Map<Integer, Long> granted(Transfer transfer, List<TransferCommand.Granted> granted) {
    Map<Integer, Long> units =
        transfer.lines().stream().collect(Collectors.toMap(Line::line, Line::requested));
    for (TransferCommand.Granted each : granted) {
      transfer.line(each.sku()).ifPresent(line -> units.put(line.line(), each.units()));
    }
    return units;
  }

  /// Why so much cannot be given; empty when it can.
  static Optional<Refusal> refusalToGrant(
      Transfer transfer, List<TransferCommand.Granted> granted) {
    for (TransferCommand.Granted each : granted) {
      Optional<Line> line = transfer.line(each.sku());
      if (line.isEmpty()) {
        return Optional.of(product(transfer, each.sku()));
      }
      if (each.units() > line.get().requested()) {
        return Optional.of(
            new DocumentRefusal.OutOfRange(
                "quantity of " + each.sku(), "0 to " + line.get().requested(), "" + each.units()));
      }
    }
    return granted(transfer, granted).values().stream().anyMatch(units -> units > 0)
        ? Optional.empty()
        : Optional.of(
            new DocumentRefusal.OutOfRange("approval", "at least one product", "nothing"));
  }

  /// The product is not on the transfer.
  static Refusal product(Transfer transfer, Sku given) {
    return new DocumentRefusal.Mismatch(
        "product",
        transfer.lines().stream()
            .limit(5)
            .map(line -> line.sku().code())
            .collect(Collectors.joining(", ")),
        given.code());
  }

  private static Counted wrongProduct(Transfer transfer, Sku given) {
    return new Counted.Wrong(product(transfer, given));
  }

  static Map<Long, Long> open(Transfer transfer) {
    Map<Long, Long> open = new HashMap<>();
    transfer.contents().forEach(content -> open.put(content.id(), content.open()));
    return open;
  }

  static List<Content> fitting(Transfer transfer, TransferCommand.Arrived each) {
    return transfer.contents().stream()
        .filter(content -> content.sku().equals(each.sku()))
        .filter(content -> each.lot().map(lot -> lot.code().equals(content.lot())).orElse(true))
        .filter(content -> each.unit().map(u -> u.code().equals(content.unit())).orElse(true))
        .toList();
  }

  private static Counted wrongContent(Transfer transfer, TransferCommand.Arrived each) {
    String sent =
        transfer.contents().stream()
            .filter(content -> content.sku().equals(each.sku()))
            .limit(5)
            .map(content -> words(content.lot(), content.unit()))
            .collect(Collectors.joining(", "));
    String given =
        words(
            each.lot().map(LotCode::code).orElse(""),
            each.unit().map(HandlingUnit::code).orElse(""));
    return new Counted.Wrong(
        new DocumentRefusal.Mismatch(
            "lot or handling unit", sent.isEmpty() ? "nothing, it was not sent" : sent, given));
  }

  private static String words(String lot, String unit) {
    return (lot.isEmpty() ? "no lot" : "lot " + lot) + (unit.isEmpty() ? "" : " in " + unit);
  }

  static List<Part> take(
      List<Content> contents, Map<Long, Long> open, String unit, long good, long damaged) {
    List<Part> parts = new ArrayList<>();
    long goodLeft = good;
    long damagedLeft = damaged;
    for (Content content : contents) {
      long there = open.getOrDefault(content.id(), 0L);
      long partGood = Math.min(there, goodLeft);
      long partDamaged = Math.min(there - partGood, damagedLeft);
      if (partGood + partDamaged > 0) {
        parts.add(new Part(content, unit, partGood, partDamaged));
        open.put(content.id(), there - partGood - partDamaged);
        goodLeft -= partGood;
        damagedLeft -= partDamaged;
      }
    }
    return parts;
  }
}
