package dev.stockwright.client.workflow.putaway;

import dev.stockwright.client.known.Balance;
import dev.stockwright.client.known.Place;
import dev.stockwright.client.known.Place.Mixing;
import dev.stockwright.client.known.Product;
import dev.stockwright.client.known.PutAwayTask;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.workflow.Books;
import dev.stockwright.client.workflow.Scene;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Sku;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Whether a place takes goods, as far as this device can know. What it forbids nobody overrides;
/// the server looks again, and at weight and height too.
final class Takes {
  private static final String BIN = "bin";

  private Takes() {}

  /// Why the place does not take it; empty when it does.
  static Optional<Text> obstacle(Held held, Place place, Scene scene) {
    LocationCode code = place.code();
    if (!place.gate().active()) {
      return Optional.of(Text.of(PutAwayPhrase.INACTIVE, code));
    }
    if (place.gate().lockedIn()) {
      return Optional.of(
          place
              .gate()
              .reason()
              .map(why -> Text.of(PutAwayPhrase.LOCKED_WHY, code, why))
              .orElseGet(() -> Text.of(PutAwayPhrase.LOCKED, code)));
    }
    if (held.task().place().equals(code)) {
      return Optional.of(Text.of(PutAwayPhrase.SAME_PLACE, code));
    }
    boolean named = held.task().to().filter(code::equals).isPresent();
    if (!named && !place.kind().equals(BIN)) {
      return Optional.of(Text.of(PutAwayPhrase.NO_BIN, code));
    }
    if (held.load().avoided().contains(code)) {
      return Optional.of(Text.of(PutAwayPhrase.NO_ROOM, code));
    }
    return mixed(held, place, scene.books())
        .or(() -> tooFew(held, code))
        .or(() -> full(held, place, scene.books()));
  }

  private static Optional<Text> mixed(Held held, Place place, Books books) {
    if (place.mixing() == Mixing.ANY) {
      return Optional.empty();
    }
    List<Balance> there = books.in(place.code());
    List<Held.Part> parts = held.parts(books);
    if (parts.isEmpty()) {
      return Optional.empty();
    }
    Set<Sku> products = new HashSet<>();
    there.forEach(balance -> products.add(balance.sku()));
    parts.forEach(part -> products.add(part.sku()));
    if (products.size() > 1) {
      return Optional.of(Text.of(PutAwayPhrase.ONE_PRODUCT, place.code()));
    }
    boolean pieces =
        books.product(parts.getFirst().sku()).filter(Product::serialTracked).isPresent();
    if (place.mixing() == Mixing.ONE_LOT && !pieces && lots(there, parts).size() > 1) {
      return Optional.of(Text.of(PutAwayPhrase.ONE_LOT, place.code()));
    }
    return Optional.empty();
  }

  private static Set<Optional<LotCode>> lots(List<Balance> there, List<Held.Part> parts) {
    Set<Optional<LotCode>> lots = new HashSet<>();
    Stream.concat(there.stream().map(Balance::lot), parts.stream().map(Held.Part::lot))
        .forEach(lots::add);
    return lots;
  }

  /// What lies there leaves no room for the goods, where a limit is set and this device may know
  /// what lies there. Weight, volume and height, and what others bring there, the server looks at.
  private static Optional<Text> full(Held held, Place place, Books books) {
    if (place.capacity().isEmpty() || books.asOf().isEmpty()) {
      return Optional.empty();
    }
    long there = books.in(place.code()).stream().mapToLong(Balance::units).sum();
    long fits = Math.max(0, place.capacity().get() - there);
    long coming =
        held.whole() ? held.parts(books).stream().mapToLong(Held.Part::units).sum() : held.units();
    return fits >= coming
        ? Optional.empty()
        : Optional.of(
            fits == 0
                ? Text.of(PutAwayPhrase.FULL, place.code())
                : Text.of(PutAwayPhrase.ONLY_FIT, fits, place.code()));
  }

  /// What the server has said of the other bins.
  private static Optional<Text> tooFew(Held held, LocationCode code) {
    return held.task().others().stream()
        .filter(bin -> bin.location().equals(code))
        .map(PutAwayTask.OtherBin::fits)
        .filter(fits -> fits < held.units())
        .findFirst()
        .map(fits -> Text.of(PutAwayPhrase.ONLY_FIT, fits, code));
  }
}
