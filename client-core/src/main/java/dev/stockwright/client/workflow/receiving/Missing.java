package dev.stockwright.client.workflow.receiving;

import dev.stockwright.client.words.Text;
import dev.stockwright.client.workflow.Label;
import dev.stockwright.client.workflow.Scene;
import dev.stockwright.client.workflow.Sighting;
import dev.stockwright.client.workflow.Step;
import dev.stockwright.client.workflow.receiving.ReceivingState.Answered;
import dev.stockwright.vocabulary.InvalidValue;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.SerialNumber;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/// A half line: goods of which the lot, the date or the serial number is missing. It stays until
/// that is known or a person goes back.
record Missing(ReceivingState state, Load load, Scene scene) {
  private static final int CENTURY = 2_000;

  Step<ReceivingState> lot(Sighting seen) {
    Optional<Load> whole =
        again(seen)
            .filter(label -> label.lot().isPresent())
            .map(load::or)
            .or(() -> text(seen).flatMap(Missing::lotOf).map(load::with));
    return filled(whole, seen, ReceivingPhrase.LOT_FIRST, ReceivingPhrase.TYPE_LOT);
  }

  Step<ReceivingState> expiry(Sighting seen) {
    Optional<Load> whole =
        again(seen)
            .filter(label -> label.expiry().isPresent())
            .map(load::or)
            .or(() -> text(seen).flatMap(Missing::dayOf).map(load::with));
    return filled(whole, seen, ReceivingPhrase.EXPIRY_FIRST, ReceivingPhrase.TYPE_EXPIRY);
  }

  /// The date as six digits of the keypad, where zeros at the front are lost.
  Step<ReceivingState> expiry(long digits) {
    String six = ("000000" + digits);
    return expiry(new Sighting.Unknown(six.substring(six.length() - 6), true));
  }

  Step<ReceivingState> serial(Sighting seen) {
    Optional<Load> whole =
        again(seen)
            .filter(label -> label.serial().isPresent())
            .map(load::or)
            .or(() -> text(seen).flatMap(Missing::serialOf).map(load::with));
    return filled(whole, seen, ReceivingPhrase.SERIAL_FIRST, ReceivingPhrase.TYPE_SERIAL);
  }

  /// What another label of the same goods says.
  private Optional<Label> again(Sighting seen) {
    return seen instanceof Sighting.Goods goods && goods.product().sku().equals(load.sku())
        ? Optional.of(goods.label())
        : Optional.empty();
  }

  private static Optional<String> text(Sighting seen) {
    return seen instanceof Sighting.Unknown unknown && unknown.plain()
        ? Optional.of(unknown.text())
        : Optional.empty();
  }

  private Step<ReceivingState> filled(
      Optional<Load> whole, Sighting seen, ReceivingPhrase first, ReceivingPhrase how) {
    if (whole.isPresent()) {
      return ReceivingWorkflow.kept(
          state, new Receipt(state.ready(), whole.get(), Answered.NOTHING, scene).judge());
    }
    return seen instanceof Sighting.Unreadable unreadable
        ? ReceivingWorkflow.misread(state, unreadable)
        : ReceivingWorkflow.mistaken(
            state, Step.Said.of(Text.of(first, load.product(scene).name()), Text.of(how)));
  }

  private static Optional<LotCode> lotOf(String text) {
    try {
      return Optional.of(new LotCode(text));
    } catch (InvalidValue notOne) {
      return Optional.empty();
    }
  }

  private static Optional<SerialNumber> serialOf(String text) {
    try {
      return Optional.of(new SerialNumber(text));
    } catch (InvalidValue notOne) {
      return Optional.empty();
    }
  }

  /// Day, month and the last two digits of the year, such as `311226` or `31.12.26`.
  static Optional<LocalDate> dayOf(String text) {
    String digits = text.replaceAll("[ ./-]", "");
    if (!digits.matches("[0-9]{6}")) {
      return Optional.empty();
    }
    int number = Integer.parseInt(digits);
    try {
      return Optional.of(LocalDate.of(CENTURY + number % 100, number / 100 % 100, number / 10_000));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }
}
