package dev.stockwright.client;

import dev.stockwright.client.card.Card;
import dev.stockwright.client.card.Input;
import dev.stockwright.client.known.Product;
import dev.stockwright.client.rfid.Beats;
import dev.stockwright.client.words.CommonPhrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.workflow.Sighting;
import dev.stockwright.client.workflow.Signal;
import dev.stockwright.client.workflow.Step.Said;
import dev.stockwright.vocabulary.CommandBarcode;
import dev.stockwright.vocabulary.SerialNumber;
import dev.stockwright.vocabulary.epc.MalformedEpc;
import dev.stockwright.vocabulary.epc.TagRead;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/// Looks for one item by its tag: the louder the tag, the quicker the beats. Guarded by the shift.
final class LocatePanel implements Panel {
  /// Shorter texts of hexadecimal digits are more likely something else.
  private static final int EPC_DIGITS_MIN = 16;

  private Optional<Sought> sought = Optional.empty();
  private OptionalDouble signal = OptionalDouble.empty();

  /// What is looked for.
  private sealed interface Sought {
    /// @param serial absent: any piece of it
    record Item(Product product, Optional<SerialNumber> serial) implements Sought {}

    record Code(String epc) implements Sought {}
  }

  boolean wanted(Sighting.Tag tag) {
    return sought.filter(what -> names(what, tag)).isPresent();
  }

  private static boolean names(Sought what, Sighting.Tag tag) {
    return switch (what) {
      case Sought.Item item ->
          tag.product().map(Product::sku).equals(Optional.of(item.product().sku()))
              && (item.serial().isEmpty() || item.serial().equals(tag.serial()));
      case Sought.Code code -> code.epc().equals(tag.epc().toLowerCase(Locale.ROOT));
    };
  }

  /// How loud it is now; empty: it is not heard.
  void heard(OptionalDouble loudest) {
    signal = loudest;
  }

  /// The pause between two beats; absent: silence.
  Optional<Duration> beat() {
    return signal.isPresent() ? Optional.of(Beats.pause(signal.getAsDouble())) : Optional.empty();
  }

  @Override
  public Optional<After> seen(Sighting sighting) {
    boolean command =
        sighting instanceof Sighting.Unknown unknown
            && CommandBarcode.of(unknown.text()).isPresent();
    if (command) {
      return Optional.of(After.closed());
    }
    Optional<Sought> next =
        switch (sighting) {
          case Sighting.Goods goods ->
              Optional.of(new Sought.Item(goods.product(), goods.label().serial()));
          case Sighting.Unknown unknown -> code(unknown.text());
          case Sighting.AtPlace at -> Optional.empty();
          case Sighting.Document document -> Optional.empty();
          case Sighting.Unit unit -> Optional.empty();
          case Sighting.Paper paper -> Optional.empty();
          case Sighting.Badge badge -> Optional.empty();
          case Sighting.Tags tags -> Optional.empty();
          case Sighting.Ambiguous many -> Optional.empty();
          case Sighting.Unreadable unreadable -> Optional.empty();
        };
    return Optional.of(next.map(this::lookFor).orElseGet(this::no));
  }

  private static Optional<Sought> code(String text) {
    String digits = text.strip().toLowerCase(Locale.ROOT);
    boolean tag = !(TagRead.ofHex(digits) instanceof MalformedEpc);
    return tag && digits.length() >= EPC_DIGITS_MIN
        ? Optional.of(new Sought.Code(digits))
        : Optional.empty();
  }

  private After lookFor(Sought next) {
    sought = Optional.of(next);
    signal = OptionalDouble.empty();
    return said(
        Signal.ACCEPT,
        Said.of(Text.of(RfidPhrase.LOOKING_FOR, name(next)), Text.of(RfidPhrase.FOLLOW)));
  }

  private After no() {
    return said(
        Signal.REJECT,
        Said.of(Text.of(RfidPhrase.NOT_TO_BE_FOUND), Text.of(RfidPhrase.SCAN_SOUGHT)));
  }

  private After said(Signal how, Said what) {
    return new After(Optional.of(this), Optional.of(Turn.of(how, what)));
  }

  private static String name(Sought sought) {
    return switch (sought) {
      case Sought.Item item -> item.product().name();
      case Sought.Code code -> code.epc();
    };
  }

  private static Text piece(Sought sought) {
    return switch (sought) {
      case Sought.Item item ->
          item.serial()
              .map(serial -> Text.of(RfidPhrase.SERIAL, serial.code()))
              .orElseGet(() -> Text.of(RfidPhrase.ANY_PIECE));
      case Sought.Code code -> Text.of(CommonPhrase.AS_IS, code.epc());
    };
  }

  @Override
  public After give(Input input) {
    return input instanceof Input.Typed(String text)
        ? code(text).map(this::lookFor).orElseGet(this::no)
        : After.closed();
  }

  @Override
  public Card card() {
    Text title = Text.of(RfidPhrase.LOCATE);
    if (sought.isEmpty()) {
      return Card.of(
          title,
          new Card.Prompt(
              Card.Means.SCAN,
              Text.of(RfidPhrase.SCAN_SOUGHT),
              Optional.of(Text.of(RfidPhrase.SCAN_SOUGHT_DETAIL))));
    }
    Card card =
        Card.of(
                title,
                new Card.Prompt(
                    Card.Means.SCAN,
                    Text.of(RfidPhrase.FOLLOW),
                    Optional.of(Text.of(RfidPhrase.FOLLOW_DETAIL))))
            .goods(
                Optional.of(
                    new Card.Goods(name(sought.get()), piece(sought.get()), Optional.empty())));
    if (signal.isEmpty()) {
      return card.hint(Optional.of(Text.of(RfidPhrase.NOT_HEARD)));
    }
    int percent = Beats.percent(signal.getAsDouble());
    return card.progress(
            new Card.Progress(
                percent, 100, Text.of(RfidPhrase.NEARNESS, Integer.toString(percent))))
        .figures(
            List.of(
                new Card.Figure(
                    Text.of(CommonPhrase.AS_IS, Integer.toString(percent)),
                    Text.of(RfidPhrase.SIGNAL, Long.toString(Math.round(signal.getAsDouble()))))));
  }
}
