package dev.stockwright.client.refusals;

import static dev.stockwright.client.refusals.RefusalWords.say;

import dev.stockwright.client.words.Text;
import dev.stockwright.protocol.GuardRefusal;
import dev.stockwright.protocol.InboundRefusal;
import dev.stockwright.protocol.MasterRefusal;
import dev.stockwright.protocol.MoveRefusal;
import dev.stockwright.protocol.OrderRefusal;
import dev.stockwright.protocol.PickingRefusal;
import dev.stockwright.vocabulary.LocationCode;
import java.util.List;

/// The texts of refusals of the activities that keep documents.
final class WorkRefusalWords {
  /// More missing products than this are only counted, as the server does.
  private static final int SHOWN = 3;

  private WorkRefusalWords() {}

  static Text guard(GuardRefusal refusal) {
    return switch (refusal) {
      case GuardRefusal.UndoByDocument r ->
          say(
              RefusalPhrase.UNDO_BY_DOCUMENT,
              r.undone(),
              DocumentPhrase.of(r.document()),
              r.number(),
              r.given(),
              r.expected());
      case GuardRefusal.UndoBuiltOn r ->
          say(RefusalPhrase.UNDO_BUILT_ON, r.who(), r.sku(), r.location(), r.takenAt());
      case GuardRefusal.UndoSplitsUnit r ->
          say(RefusalPhrase.UNDO_SPLITS_UNIT, r.unit(), r.location(), r.back());
      case GuardRefusal.PromiseOfDocument r ->
          say(
              RefusalPhrase.PROMISE_OF_DOCUMENT,
              DocumentPhrase.of(r.document()),
              r.number(),
              r.given(),
              r.expected());
      case GuardRefusal.TaskOfDocument r ->
          say(
              RefusalPhrase.TASK_OF_DOCUMENT,
              r.task(),
              DocumentPhrase.of(r.document()),
              r.number(),
              r.given(),
              r.expected());
      case GuardRefusal.GoodsOfDocument r -> goods(r);
      case GuardRefusal.UnitOfDocument r ->
          say(
              RefusalPhrase.UNIT_OF_DOCUMENT,
              r.unit(),
              r.given(),
              DocumentPhrase.of(r.document()),
              r.number(),
              r.expected());
      case GuardRefusal.ApprovalNeeded r ->
          say(RefusalPhrase.APPROVAL_NEEDED, r.sku(), r.warehouse(), r.given(), r.expected());
      case GuardRefusal.TooFewUntold r -> {
        String where = r.bin().map(LocationCode::code).orElse(r.warehouse().code());
        yield say(RefusalPhrase.TOO_FEW_UNTOLD, r.wanted(), r.sku(), where);
      }
    };
  }

  private static Text goods(GuardRefusal.GoodsOfDocument r) {
    Text kind = DocumentPhrase.of(r.document());
    return r.bin()
        .map(
            bin ->
                say(
                    RefusalPhrase.GOODS_OF_DOCUMENT_IN,
                    r.free(),
                    r.sku(),
                    r.wanted(),
                    kind,
                    r.number(),
                    r.given(),
                    r.expected(),
                    bin))
        .orElseGet(
            () ->
                say(
                    RefusalPhrase.GOODS_OF_DOCUMENT,
                    r.free(),
                    r.sku(),
                    r.wanted(),
                    kind,
                    r.number(),
                    r.given(),
                    r.expected()));
  }

  static Text inbound(InboundRefusal refusal) {
    return switch (refusal) {
      case InboundRefusal.OverExpected r -> say(RefusalPhrase.OVER_EXPECTED, r.sku(), r.order());
      case InboundRefusal.TrackingMissing r ->
          switch (r.tracking()) {
            case "lot" -> say(RefusalPhrase.LOT_MISSING, r.sku());
            case "expiry" -> say(RefusalPhrase.EXPIRY_MISSING, r.sku());
            default -> say(RefusalPhrase.SERIALS_MISSING, r.sku());
          };
      case InboundRefusal.LotTooOld r ->
          say(RefusalPhrase.LOT_TOO_OLD, r.sku(), r.expiresOn(), r.soonest());
      case InboundRefusal.UnitNotAnnounced r ->
          r.came()
              .map(
                  came ->
                      say(
                          RefusalPhrase.UNIT_CAME,
                          r.handlingUnit(),
                          came.moment(),
                          came.who(),
                          came.place()))
              .orElseGet(() -> say(RefusalPhrase.UNIT_NOT_ANNOUNCED, r.handlingUnit()));
      case InboundRefusal.BinRefuses r -> bin(r);
    };
  }

  private static Text bin(InboundRefusal.BinRefuses r) {
    if (r.instead().isPresent()) {
      LocationCode instead = r.instead().get();
      return r.fits() > 0
          ? say(
              RefusalPhrase.BIN_REFUSES_FITS_INSTEAD,
              r.location(),
              r.sku(),
              r.because(),
              r.fits(),
              instead)
          : say(RefusalPhrase.BIN_REFUSES_INSTEAD, r.location(), r.sku(), r.because(), instead);
    }
    return r.fits() > 0
        ? say(RefusalPhrase.BIN_REFUSES_FITS, r.location(), r.sku(), r.because(), r.fits())
        : say(RefusalPhrase.BIN_REFUSES, r.location(), r.sku(), r.because());
  }

  static Text master(MasterRefusal refusal) {
    return switch (refusal) {
      case MasterRefusal.StaleVersion r ->
          say(
              RefusalPhrase.STALE_VERSION,
              DocumentPhrase.of(r.document()),
              r.number(),
              r.current(),
              r.basedOn());
      case MasterRefusal.Frozen r ->
          say(
              RefusalPhrase.FROZEN,
              r.what().replace('_', ' '),
              DocumentPhrase.of(r.document()),
              r.number(),
              r.expected(),
              r.given(),
              r.because());
      case MasterRefusal.BarcodeTaken r ->
          say(RefusalPhrase.BARCODE_TAKEN, r.barcode(), r.units(), r.sku(), r.wantedSku());
      case MasterRefusal.NotEmpty r ->
          say(RefusalPhrase.NOT_EMPTY, r.units(), DocumentPhrase.of(r.document()), r.number());
      case MasterRefusal.LocationLocked r -> locked(r);
      case MasterRefusal.SwitchedOff r ->
          say(RefusalPhrase.SWITCHED_OFF, DocumentPhrase.of(r.document()), r.number());
    };
  }

  private static Text locked(MasterRefusal.LocationLocked r) {
    boolean in = r.way().equals("in");
    if (r.because().isEmpty()) {
      return say(
          in ? RefusalPhrase.TAKES_NOTHING_IN : RefusalPhrase.GIVES_NOTHING_OUT, r.location());
    }
    return say(
        in ? RefusalPhrase.TAKES_NOTHING_IN_BECAUSE : RefusalPhrase.GIVES_NOTHING_OUT_BECAUSE,
        r.location(),
        r.because());
  }

  static Text move(MoveRefusal refusal) {
    return switch (refusal) {
      case MoveRefusal.LocationFull r ->
          say(RefusalPhrase.LOCATION_FULL, r.location(), r.room(), r.what(), r.wanted());
      case MoveRefusal.MixingForbidden r ->
          say(
              r.rule().equals("one_lot")
                  ? RefusalPhrase.ONE_LOT_ONLY
                  : RefusalPhrase.ONE_PRODUCT_ONLY,
              r.location(),
              r.present(),
              r.given());
    };
  }

  static Text order(OrderRefusal refusal) {
    return switch (refusal) {
      case OrderRefusal.OrderShort r -> {
        int more = r.missing().size() - SHOWN;
        Object first = missing(r.missing().stream().limit(SHOWN).toList());
        yield more > 0
            ? say(RefusalPhrase.ORDER_SHORT_AND_MORE, r.order(), first, more)
            : say(RefusalPhrase.ORDER_SHORT, r.order(), first);
      }
      case OrderRefusal.OrderChanged r ->
          say(RefusalPhrase.ORDER_CHANGED, r.order(), r.current(), r.seen());
    };
  }

  private static Object missing(List<OrderRefusal.Missing> missing) {
    return missing.stream()
        .map(m -> say(RefusalPhrase.MISSING, m.available(), m.wanted(), m.sku()))
        .reduce((one, next) -> say(RefusalPhrase.MISSING_LIST, one, next))
        .<Object>map(text -> text)
        .orElse("");
  }

  static Text picking(PickingRefusal refusal) {
    return switch (refusal) {
      case PickingRefusal.NotPickable r ->
          say(RefusalPhrase.NOT_PICKABLE, r.sku(), r.location(), r.why());
      case PickingRefusal.ToteTaken r -> say(RefusalPhrase.TOTE_TAKEN, r.tote(), r.order());
      case PickingRefusal.NothingThere r ->
          say(RefusalPhrase.NOTHING_THERE, r.location(), r.expected());
      case PickingRefusal.NoSubstitutes r -> say(RefusalPhrase.NO_SUBSTITUTES, r.sku());
    };
  }
}
