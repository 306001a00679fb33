package dev.stockwright.client.replica;

import dev.stockwright.client.known.CountSheet;
import dev.stockwright.client.known.Notice;
import dev.stockwright.client.known.PickLine;
import dev.stockwright.client.known.PutAwayTask;
import dev.stockwright.client.known.Reason;
import dev.stockwright.client.known.TransferSheet;
import dev.stockwright.client.known.WaitingTask;
import dev.stockwright.protocol.Wire;
import dev.stockwright.vocabulary.Condition;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Stored documents brought to the device's own values.
final class WorkReading {
  private WorkReading() {}

  private static <T> T read(Class<T> type, String body) {
    T read = Wire.jsonb().type(type).fromJson(body);
    if (read == null) {
      throw new IllegalStateException("nothing in " + body);
    }
    return read;
  }

  private static String or(@Nullable String sent, String otherwise) {
    return sent == null ? otherwise : sent; // left out by the sender
  }

  static WaitingTask task(String body) {
    SentWork.Task sent = read(SentWork.Task.class, body);
    return new WaitingTask(
        sent.number(),
        sent.kind(),
        sent.state(),
        sent.priority(),
        or(sent.zone(), ""),
        Optional.ofNullable(sent.place()),
        Optional.ofNullable(sent.toPlace()),
        or(sent.document(), ""),
        or(sent.reference(), ""),
        Optional.ofNullable(sent.sku()),
        Optional.ofNullable(sent.name()),
        Optional.ofNullable(sent.quantity()),
        Optional.ofNullable(sent.lot()),
        Optional.ofNullable(sent.handlingUnit()),
        Optional.ofNullable(sent.dueAt()),
        Optional.ofNullable(sent.heldBy()),
        Optional.ofNullable(sent.heldUntil()));
  }

  static PickLine pick(String body) {
    SentWork.Pick sent = read(SentWork.Pick.class, body);
    return new PickLine(
        sent.number(),
        Optional.ofNullable(sent.task()),
        or(sent.wave(), ""),
        or(sent.order(), ""),
        sent.sku(),
        or(sent.name(), sent.sku().code()),
        Optional.ofNullable(sent.location()),
        Optional.ofNullable(sent.lot()),
        Optional.ofNullable(sent.handlingUnit()),
        Optional.ofNullable(sent.tote()),
        sent.quantity(),
        sent.picked(),
        sent.state(),
        sent.stop(),
        sent.skipped(),
        Optional.ofNullable(sent.trouble()));
  }

  static PutAwayTask putAway(String body) {
    SentWork.PutAway sent = read(SentWork.PutAway.class, body);
    return new PutAwayTask(
        sent.task(),
        sent.priority(),
        sent.place(),
        Optional.ofNullable(sent.toPlace()),
        Sent.list(sent.reasons()),
        Optional.ofNullable(sent.sku()),
        sent.quantity(),
        sent.done(),
        Optional.ofNullable(sent.lot()),
        Optional.ofNullable(sent.handlingUnit()),
        Condition.of(or(sent.condition(), Condition.AVAILABLE.code())),
        Optional.ofNullable(sent.forOrder()),
        Optional.ofNullable(sent.heldBy()),
        Sent.list(sent.others()).stream().map(WorkReading::other).toList());
  }

  private static PutAwayTask.OtherBin other(SentWork.Bin sent) {
    return new PutAwayTask.OtherBin(
        sent.location(), or(sent.zone(), ""), sent.fits(), Sent.list(sent.reasons()));
  }

  static CountSheet count(String body) {
    SentWork.Count sent = read(SentWork.Count.class, body);
    return new CountSheet(
        sent.number(),
        sent.state(),
        sent.productsOnly(),
        sent.round(),
        Optional.ofNullable(sent.onlyFor()),
        Optional.ofNullable(sent.dueOn()),
        sent.n(),
        Sent.list(sent.binList()).stream().map(WorkReading::bin).toList());
  }

  private static CountSheet.CountBin bin(SentWork.CountBin sent) {
    return new CountSheet.CountBin(
        sent.bin(),
        or(sent.zone(), ""),
        sent.sequence(),
        sent.state(),
        Optional.ofNullable(sent.counter()),
        sent.empty(),
        Optional.ofNullable(sent.closedAt()));
  }

  static TransferSheet transfer(String body) {
    SentWork.Transfer sent = read(SentWork.Transfer.class, body);
    return new TransferSheet(
        sent.transfer().number(),
        sent.transfer().fromWarehouse(),
        sent.transfer().toWarehouse(),
        sent.transfer().state(),
        Sent.list(sent.lines()).stream().map(WorkReading::line).toList(),
        Sent.list(sent.contents()).stream().map(WorkReading::packed).toList());
  }

  private static TransferSheet.Line line(SentWork.TransferLine sent) {
    return new TransferSheet.Line(
        sent.line(),
        sent.sku(),
        or(sent.name(), sent.sku().code()),
        sent.approved(),
        sent.packed(),
        sent.shipped(),
        sent.good() + sent.damaged(),
        sent.inTransit());
  }

  private static TransferSheet.Packed packed(SentWork.TransferContent sent) {
    return new TransferSheet.Packed(
        sent.line(),
        Optional.ofNullable(sent.lot()),
        Optional.ofNullable(sent.handlingUnit()),
        sent.packed(),
        sent.shipped(),
        sent.settled());
  }

  static Notice notice(String body) {
    SentWork.Notice sent = read(SentWork.Notice.class, body);
    return new Notice(
        sent.number(),
        or(sent.supplier(), ""),
        Optional.ofNullable(sent.purchaseOrder()),
        sent.state(),
        Optional.ofNullable(sent.expectedOn()),
        sent.blind(),
        Sent.list(sent.lines()).stream().map(WorkReading::line).toList());
  }

  private static Notice.Line line(SentWork.NoticeLine sent) {
    return new Notice.Line(
        sent.line(),
        Optional.ofNullable(sent.handlingUnit()),
        sent.sku(),
        or(sent.name(), sent.sku().code()),
        Optional.ofNullable(sent.lot()),
        Optional.ofNullable(sent.expiry()),
        Optional.ofNullable(sent.announced()),
        Optional.ofNullable(sent.received()));
  }

  static Reason reason(String body) {
    SentWork.Reason sent = read(SentWork.Reason.class, body);
    return new Reason(sent.code(), or(sent.name(), sent.code().code()), Sent.list(sent.usedFor()));
  }
}
