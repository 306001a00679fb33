package dev.stockwright.client.workflow.receiving;

import dev.stockwright.client.known.OpenOrder;
import dev.stockwright.client.known.OrderLine;
import dev.stockwright.client.known.Product;
import dev.stockwright.client.workflow.Choice;
import dev.stockwright.client.workflow.Label;
import dev.stockwright.client.workflow.Option;
import dev.stockwright.client.workflow.Sighting;
import dev.stockwright.client.workflow.Turn;
import dev.stockwright.client.workflow.Turn.Saying;
import dev.stockwright.client.workflow.Words;
import dev.stockwright.client.workflow.receiving.ReceivingState.Answered;
import dev.stockwright.client.workflow.receiving.ReceivingState.Deciding;
import dev.stockwright.client.workflow.receiving.ReceivingState.LotWanted;
import dev.stockwright.client.workflow.receiving.ReceivingState.SerialWanted;
import dev.stockwright.protocol.ReceiveGoods;
import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.Quantity;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Goods that were scanned, on their way to a command: judged from the plainest rule to the last.
///
/// @param times what the worker keyed in
/// @param units base units of the whole; 0 when that is no number we can count with
record Receipt(
    ReceivingState state, Sighting.Goods goods, long times, long units, Answered allowed) {
  /// Above this, and above ten times what is open, a quantity is asked about once.
  private static final long LARGE = 9_999;

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("dd MMM yyyy", Locale.ENGLISH);
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("dd MMM HH:mm 'UTC'", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  static Receipt of(ReceivingState state, Sighting.Goods goods, long times, Answered allowed) {
    long units;
    try {
      long packs = Math.multiplyExact(times, goods.label().count());
      units = Math.multiplyExact(packs, goods.pack().units());
    } catch (ArithmeticException tooMany) {
      units = 0;
    }
    return new Receipt(state, goods, times, units > Quantity.MAX ? 0 : units, allowed);
  }

  /// Another open order of the same supplier that still wants these goods.
  static Optional<OpenOrder> otherOrder(ReceivingState state, Sighting.Goods goods) {
    return goods.orders().stream()
        .filter(order -> state.order().filter(order.number()::equals).isEmpty())
        .filter(order -> order.line(goods.product().sku()).filter(l -> l.open() > 0).isPresent())
        .findFirst();
  }

  Turn<ReceivingState> judge(ReceivingWorkflow.Scene scene) {
    return form()
        .or(this::missing)
        .or(() -> expired(scene.today()))
        .or(this::large)
        .orElseGet(this::againstOrder);
  }

  private Optional<Turn<ReceivingState>> form() {
    if (units < 1) {
      return mistake(name(" count cannot be right."), "Key in at most 1000000000 pieces.");
    }
    boolean single = product().serialTracked() || label().serial().isPresent();
    if (single && units != 1) {
      return mistake(name(" has serial numbers."), "Scan each piece by itself.");
    }
    if (goods.seenBefore().isPresent()) {
      return mistake(
          name(" " + label().serial().map(s -> Words.cut(s.code(), 20)).orElse("") + " is here."),
          "Received " + MINUTE.format(goods.seenBefore().get()) + " already. Set this one aside.");
    }
    return Optional.empty();
  }

  private Optional<Turn<ReceivingState>> missing() {
    if (product().lotTracked() && label().lot().isEmpty()) {
      return Optional.of(
          new Turn.Ask<>(
              state.in(new LotWanted(goods, times)),
              new Saying(
                  name(": which lot?"),
                  "Scan or type the lot printed on the goods.",
                  "+" + units)));
    }
    if (product().serialTracked() && label().serial().isEmpty()) {
      return Optional.of(
          new Turn.Ask<>(
              state.in(new SerialWanted(goods)),
              new Saying(
                  name(": which serial number?"),
                  "Scan or type the serial number of this piece.",
                  "+1")));
    }
    return Optional.empty();
  }

  private Optional<Turn<ReceivingState>> expired(LocalDate today) {
    if (allowed.quarantine() || label().expiry().filter(today::isAfter).isEmpty()) {
      return Optional.empty();
    }
    return decide(
        Words.headline(
            "Lot " + label().lot().map(Object::toString).orElse("") + " of " + product().name(),
            " expired " + DAY.format(label().expiry().orElseThrow()) + "."),
        "Take it into quarantine, or send it back.",
        List.of(
            new Option(Choice.QUARANTINE, "To quarantine", false),
            new Option(Choice.DISCARD, "Leave it", false)));
  }

  private Optional<Turn<ReceivingState>> large() {
    long open = line().map(OrderLine::open).orElse(LARGE);
    if (allowed.large() || units <= LARGE || units <= 10 * open) {
      return Optional.empty();
    }
    return decide(
        name(": " + units + " " + product().unit() + "?"),
        "That is a lot. Was a barcode read into the quantity?",
        List.of(
            new Option(Choice.CONFIRM, "Yes, " + units, false),
            new Option(Choice.DISCARD, "No", false)));
  }

  private Turn<ReceivingState> againstOrder() {
    if (state.order().isEmpty()) {
      return done("", "Received without an order.", false);
    }
    Optional<OrderLine> wanted = line();
    if (wanted.isEmpty()) {
      return allowed.insisted()
          ? done("extra on " + state.order().get(), "Not on the order: flagged.", false)
          : notOnOrder();
    }
    OrderLine line = wanted.get();
    long after = line.received() + units;
    if (after > line.allowed() && !allowed.insisted()) {
      return tooMuch(line, after);
    }
    String progress = after + " of " + line.ordered();
    if (after > line.ordered()) {
      long tolerance = line.allowed() - line.ordered();
      String limit = after > line.allowed() ? "allowed by a supervisor" : "limit " + tolerance;
      return done(progress, "+" + (after - line.ordered()) + " over (" + limit + ").", true);
    }
    return done(
        progress,
        after == line.ordered() ? "Line complete." : "Scan the next goods.",
        after == line.ordered());
  }

  private Turn<ReceivingState> notOnOrder() {
    String here = state.order().map(Object::toString).orElse("");
    Optional<OpenOrder> other = otherOrder(state, goods);
    if (other.isEmpty()) {
      return new Turn.Mistake<>(
          state,
          Saying.of(
              name(" is not on " + here + "."), "Set it aside, or receive without an order."));
    }
    String number = other.get().number().code();
    return question(
        name(" is on " + number + ", not on " + here + "."),
        "Supplier: " + other.get().supplier() + ". Choose where it belongs.",
        List.of(
            new Option(Choice.USE_OTHER_ORDER, "Use " + number, false),
            new Option(Choice.EXTRA_LINE, "Extra line", false),
            new Option(Choice.DISCARD, "Leave it", false)));
  }

  private Turn<ReceivingState> tooMuch(OrderLine line, long after) {
    long over = after - line.ordered();
    long tolerance = line.allowed() - line.ordered();
    return question(
        name(": over by " + over + ", limit " + tolerance + "."),
        line.received()
            + " of "
            + line.ordered()
            + " received. Put back "
            + over
            + ", or let a supervisor allow it.",
        List.of(
            new Option(Choice.INSIST, "Receive all the same", true),
            new Option(Choice.DISCARD, "Put it back", false)));
  }

  private Turn<ReceivingState> done(String progress, String detail, boolean complete) {
    String packed =
        goods.pack().units() == 1
            ? ""
            : " (" + packs() + " " + goods.pack().name() + " x " + goods.pack().units() + ")";
    String tail = progress.isEmpty() ? "" : ", " + progress;
    ReceiveGoods command =
        new ReceiveGoods(
            state.warehouse(),
            product().sku(),
            new Quantity(units),
            state.staging(),
            label().lot(),
            label().expiry(),
            label().serial(),
            label().handlingUnit(),
            allowed.quarantine() ? Optional.of(Condition.QUARANTINE) : Optional.empty(),
            state.order(),
            Optional.empty());
    String where = allowed.quarantine() ? " in quarantine" : "";
    return new Turn.Done<>(
        state,
        command,
        new Saying(name(" +" + units + packed + tail + where), detail, "+" + units),
        complete,
        allowed.insisted());
  }

  private long packs() {
    return units / goods.pack().units();
  }

  private Optional<OrderLine> line() {
    return state
        .order()
        .flatMap(
            number -> goods.orders().stream().filter(o -> o.number().equals(number)).findFirst())
        .flatMap(order -> order.line(product().sku()));
  }

  private Optional<Turn<ReceivingState>> mistake(String headline, String detail) {
    return Optional.of(new Turn.Mistake<>(state, Saying.of(headline, detail)));
  }

  private Optional<Turn<ReceivingState>> decide(
      String headline, String detail, List<Option> options) {
    return Optional.of(question(headline, detail, options));
  }

  private Turn<ReceivingState> question(String headline, String detail, List<Option> options) {
    Saying saying = new Saying(headline, detail, "+" + units);
    return ReceivingWorkflow.decide(state, new Deciding(goods, times, saying, options, allowed));
  }

  private String name(String said) {
    return Words.headline(product().name(), said);
  }

  private Product product() {
    return goods.product();
  }

  private Label label() {
    return goods.label();
  }
}
