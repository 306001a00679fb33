package dev.stockwright.desktop;

import dev.stockwright.client.known.CodedProduct;
import dev.stockwright.client.known.OpenOrder;
import dev.stockwright.client.known.OrderLine;
import dev.stockwright.client.replica.Catalogue;
import dev.stockwright.client.words.FramePhrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.words.Wording;
import dev.stockwright.client.workflow.Words;
import dev.stockwright.client.workflow.receiving.ReceivingState;
import dev.stockwright.vocabulary.Sku;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Chooses codes that make sense to scan next, for a simulated scanner: as real labels carry them,
/// built from the orders and barcodes that the device knows. Never used without such a scanner.
final class SimulatedGoods {
  private static final int LINES = 3;
  private static final DateTimeFormatter YYMMDD =
      DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT);

  private static final DateTimeFormatter DDMMYY =
      DateTimeFormatter.ofPattern("ddMMyy", Locale.ROOT);

  /// An EAN-13 whose last digit was misread.
  private static final String MISREAD = "]E04006381333932";

  private final Catalogue catalogue;
  private final InstantSource clock;
  private final Wording wording;

  SimulatedGoods(Catalogue catalogue, InstantSource clock, Wording wording) {
    this.catalogue = catalogue;
    this.clock = clock;
    this.wording = wording;
  }

  /// The most useful first.
  List<SimulatedCode> offered(ReceivingState state, List<OpenOrder> orders) {
    String moment = Long.toString(clock.instant().getEpochSecond() % 1_000_000);
    return switch (state.phase()) {
      case ReceivingState.LotWanted _ ->
          List.of(new SimulatedCode(say(FramePhrase.A_LOT), "]C0L" + moment));
      case ReceivingState.SerialWanted _ ->
          List.of(new SimulatedCode(say(FramePhrase.A_SERIAL_NUMBER), "]C0SN" + moment));
      case ReceivingState.ExpiryWanted _ ->
          List.of(
              new SimulatedCode(
                  say(FramePhrase.A_DATE), "]C0" + DDMMYY.format(today().plusDays(400))));
      case ReceivingState.Ready _,
          ReceivingState.Deciding _,
          ReceivingState.FaultWanted _,
          ReceivingState.Linking _,
          ReceivingState.Closing _ ->
          goods(state, orders);
    };
  }

  private String say(FramePhrase phrase, Object... parts) {
    return wording.say(Text.of(phrase, parts));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private List<SimulatedCode> goods(ReceivingState state, List<OpenOrder> orders) {
    List<SimulatedCode> codes = new ArrayList<>();
    Optional<OpenOrder> open =
        orders.stream().filter(o -> state.order().equals(Optional.of(o.number()))).findFirst();
    open.ifPresent(
        order ->
            order.lines().stream()
                .filter(line -> line.open() > 0)
                .limit(LINES)
                .forEach(line -> label(line).ifPresent(codes::add)));
    orders.stream()
        .filter(order -> open.isEmpty() || codes.isEmpty())
        .filter(order -> !open.equals(Optional.of(order)))
        .filter(order -> order.linesDone() < order.lines().size())
        .limit(2)
        .forEach(
            order ->
                codes.add(
                    new SimulatedCode(
                        say(FramePhrase.ORDER_NAMED, order.number()), "]C0" + order.number())));
    codes.add(new SimulatedCode(say(FramePhrase.MISREAD), MISREAD));
    return codes;
  }

  /// The largest pack that still fits what is open.
  private Optional<SimulatedCode> label(OrderLine line) {
    List<CodedProduct.Barcode> barcodes = catalogue.barcodes(line.sku());
    return barcodes.stream()
        .filter(barcode -> barcode.pack().units() <= line.open())
        .max(Comparator.comparingLong(barcode -> barcode.pack().units()))
        .or(() -> barcodes.stream().findFirst())
        .map(barcode -> label(line, barcode));
  }

  private SimulatedCode label(OrderLine line, CodedProduct.Barcode barcode) {
    long units = barcode.pack().units();
    String words =
        units == 1
            ? Words.cut(line.name(), 22)
            : say(FramePhrase.PACK_OF, Words.cut(line.name(), 22), barcode.pack().name(), units);
    return new SimulatedCode(words, sent(line.sku(), barcode.code()));
  }

  /// A plain EAN-13, or a GS1-128 label where the pack or the lot needs one.
  private String sent(Sku sku, String code) {
    boolean gtin = code.length() == 14 && code.chars().allMatch(c -> c >= '0' && c <= '9');
    boolean lot = catalogue.product(sku).filter(product -> product.lotTracked()).isPresent();
    if (!gtin) {
      return "]C0" + code;
    }
    if (lot) {
      LocalDate today = today();
      return "]C101"
          + code
          + "17"
          + YYMMDD.format(today.plusDays(400))
          + "10L"
          + YYMMDD.format(today);
    }
    return code.startsWith("0") ? "]E0" + code.substring(1) : "]C101" + code;
  }
}
