package dev.stockwright.desktop;

import dev.stockwright.client.ClientCore;
import dev.stockwright.client.known.Product;
import dev.stockwright.client.outbox.Entry;
import dev.stockwright.client.words.DockPhrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.workflow.Outcome;
import dev.stockwright.client.workflow.Words;
import dev.stockwright.desktop.look.Feedback;
import dev.stockwright.desktop.receiving.FeedEntry;
import dev.stockwright.desktop.receiving.Lane;
import dev.stockwright.fx.look.Pictogram;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.ReceiveGoods;
import dev.stockwright.protocol.UndoCommand;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Scan;
import dev.stockwright.vocabulary.Sku;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How outcomes and kept commands read on the receiving screen.
final class FeedbackWords {
  private final ClientCore client;

  FeedbackWords(ClientCore client) {
    this.client = client;
  }

  /// What the band says.
  Feedback feedback(Outcome outcome, Optional<Scan> scan) {
    return switch (outcome.signal()) {
      case ACCEPT -> Feedback.accept(headline(outcome), detail(outcome), outcome.value());
      case DONE -> Feedback.done(headline(outcome), detail(outcome), outcome.value());
      case ATTENTION -> Feedback.attention(outcome.headline(), outcome.detail());
      case REJECT ->
          Feedback.reject(
              outcome.headline(),
              Stream.concat(
                      scan
                          .map(
                              s ->
                                  new Feedback.Fact(say(DockPhrase.SCANNED), Words.shown(s.text())))
                          .stream(),
                      outcome.detail().isEmpty()
                          ? Stream.empty()
                          : Stream.of(new Feedback.Fact(say(DockPhrase.DO_NOW), outcome.detail())))
                  .toArray(Feedback.Fact[]::new));
      case SYSTEM ->
          Feedback.system(Pictogram.TRIANGLE_ALERT, outcome.headline(), outcome.detail());
    };
  }

  /// What was counted; the band shows the value beside it, and the rest below.
  private static String headline(Outcome outcome) {
    if (undone(outcome)) {
      return outcome.headline().replaceFirst(" \\+\\d.*$", "");
    }
    int at = outcome.headline().indexOf(" " + outcome.value());
    return outcome.value().isEmpty() || at < 0
        ? outcome.headline()
        : outcome.headline().substring(0, at);
  }

  private static String detail(Outcome outcome) {
    if (undone(outcome)) {
      return outcome.detail();
    }
    String rest = outcome.headline().substring(headline(outcome).length());
    String said = rest.isEmpty() ? "" : rest.substring((" " + outcome.value()).length());
    String how = said.replaceFirst("^ ?\\((.*?)\\)", "$1").replaceFirst("^, ", "").strip();
    return how.isEmpty() ? outcome.detail() : how + ". " + outcome.detail();
  }

  private static boolean undone(Outcome outcome) {
    return outcome.value().startsWith("-");
  }

  /// The last steps of this desk, oldest first, as the feed shows them.
  List<FeedEntry> history() {
    return client
        .history(dev.stockwright.desktop.receiving.ReceivingViewModel.FEED_MAX)
        .reversed()
        .stream()
        .flatMap(
            entry ->
                feedEntry(entry, dev.stockwright.desktop.look.Outcome.ACCEPT, Optional.empty())
                    .stream())
        .toList();
  }

  Optional<FeedEntry> feedEntry(Entry entry, Outcome outcome, Optional<Lane> lane) {
    return feedEntry(entry, look(outcome), lane);
  }

  private Optional<FeedEntry> feedEntry(
      Entry entry, dev.stockwright.desktop.look.Outcome outcome, Optional<Lane> lane) {
    Optional<FeedEntry> line = line(entry, outcome);
    return line.map(without -> without.from(lane));
  }

  private Optional<FeedEntry> line(Entry entry, dev.stockwright.desktop.look.Outcome outcome) {
    return switch (entry.envelope().command()) {
      case ReceiveGoods receive ->
          Optional.of(line(entry, outcome, receive, how(receive), "+" + units(receive)));
      case UndoCommand undo ->
          received(undo).map(r -> line(entry, outcome, r, say(DockPhrase.UNDONE), "−" + units(r)));
      default -> Optional.empty();
    };
  }

  private FeedEntry line(
      Entry entry,
      dev.stockwright.desktop.look.Outcome outcome,
      ReceiveGoods receive,
      String how,
      String value) {
    return new FeedEntry(
        entry.envelope().id().toString(),
        refused(entry) ? dev.stockwright.desktop.look.Outcome.REJECT : outcome,
        name(receive.sku()),
        refused(entry) ? say(DockPhrase.REFUSED) : how,
        value,
        entry.addedAt(),
        entry.fate() == Entry.Fate.WAITING ? FeedEntry.Sent.SAVED : FeedEntry.Sent.SENT,
        Optional.empty());
  }

  private static boolean refused(Entry entry) {
    return entry.fate() == Entry.Fate.ATTENTION || entry.fate() == Entry.Fate.DISCARDED;
  }

  private String how(ReceiveGoods receive) {
    return Stream.of(
            receive
                .purchaseOrder()
                .map(Reference::code)
                .or(() -> Optional.of(say(DockPhrase.NO_ORDER))),
            receive.lot().map(LotCode::code).map(lot -> say(DockPhrase.LOT, lot)),
            receive.serial().map(serial -> say(DockPhrase.SERIAL, serial.code())))
        .flatMap(Optional::stream)
        .collect(Collectors.joining(" · "));
  }

  private static long units(ReceiveGoods receive) {
    return receive.quantity().units();
  }

  /// A line of the feed for what was not counted.
  FeedEntry unrecorded(String id, Outcome outcome, Instant at, Optional<Lane> lane) {
    return new FeedEntry(
        id,
        look(outcome),
        outcome.headline(),
        outcome.detail(),
        "",
        at,
        FeedEntry.Sent.NOTHING_TO_SEND,
        lane);
  }

  /// A line of the feed for what was recorded and is no single product: a pallet, the end of a
  /// receipt.
  FeedEntry recorded(Entry entry, Outcome outcome, Optional<Lane> lane) {
    return new FeedEntry(
        entry.envelope().id().toString(),
        look(outcome),
        outcome.headline(),
        outcome.detail(),
        outcome.value(),
        entry.addedAt(),
        FeedEntry.Sent.SAVED,
        lane);
  }

  /// The product that a command received or took back.
  Optional<Sku> sku(Entry entry) {
    return switch (entry.envelope().command()) {
      case ReceiveGoods receive -> Optional.of(receive.sku());
      case UndoCommand undo -> received(undo).map(ReceiveGoods::sku);
      default -> Optional.empty();
    };
  }

  /// A scanner works in another lane from now on.
  Feedback bound(DeviceId source, int lane) {
    return Feedback.accept(say(DockPhrase.BOUND, DeskLanes.nameOf(source), lane), "", "");
  }

  /// What types works in the lane that is shown.
  Feedback notBound() {
    return Feedback.reject(
        say(DockPhrase.NOT_BOUND),
        new Feedback.Fact(say(DockPhrase.DO_NOW), say(DockPhrase.NOT_BOUND_HINT)));
  }

  private String say(DockPhrase phrase, Object... parts) {
    return client.wording().say(Text.of(phrase, parts));
  }

  private Optional<ReceiveGoods> received(UndoCommand undo) {
    return client
        .find(undo.undone())
        .map(entry -> entry.envelope().command())
        .flatMap(FeedbackWords::receipt);
  }

  private static Optional<ReceiveGoods> receipt(Command command) {
    return command instanceof ReceiveGoods receive ? Optional.of(receive) : Optional.empty();
  }

  private String name(Sku sku) {
    return client.catalogue().product(sku).map(Product::name).orElse(sku.code());
  }

  private static dev.stockwright.desktop.look.Outcome look(Outcome outcome) {
    return switch (outcome.signal()) {
      case ACCEPT -> dev.stockwright.desktop.look.Outcome.ACCEPT;
      case DONE -> dev.stockwright.desktop.look.Outcome.DONE;
      case ATTENTION -> dev.stockwright.desktop.look.Outcome.ATTENTION;
      case REJECT -> dev.stockwright.desktop.look.Outcome.REJECT;
      case SYSTEM -> dev.stockwright.desktop.look.Outcome.SYSTEM;
    };
  }
}
