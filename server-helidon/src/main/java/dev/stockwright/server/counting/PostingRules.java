package dev.stockwright.server.counting;

import dev.stockwright.server.stock.Pile;
import dev.stockwright.server.stock.PileKey;
import dev.stockwright.server.stock.Posting;
import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.VirtualLocation;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// How a variance gets into the books: as a difference, so that whatever moved since the scan stays
/// valid. Pure.
final class PostingRules {
  private static final LocationCode LOST = VirtualLocation.LOST_AND_FOUND.code();

  private PostingRules() {}

  /// What to post.
  ///
  /// @param piece the goods are kept by piece
  record Wanted(
      WarehouseCode warehouse,
      Sku sku,
      LocationCode bin,
      Goods goods,
      long variance,
      boolean piece,
      ReasonCode reason,
      Reference count) {}

  /// What comes of it.
  sealed interface Plan {
    /// These movements.
    ///
    /// @param fromAvailable by how much the goods that can be promised get less
    record Post(List<Posting> postings, long fromAvailable) implements Plan {
      public Post {
        postings = List.copyOf(postings);
      }
    }

    /// It cannot be done without a person.
    record Stuck(Cause cause) implements Plan {}
  }

  /// Plans it against the piles of the product in all bins and what is available of it.
  ///
  /// @param free what of the piles belongs to no document
  static Plan plan(Wanted wanted, List<Pile> piles, long available, List<Pile> free) {
    if (wanted.variance() > 0) {
      return found(wanted, piles);
    }
    Plan all = lost(wanted, piles, available);
    boolean takes = !(all instanceof Plan.Post post) || !post.postings().isEmpty();
    Plan moved = new Plan.Stuck(Cause.MOVED_ON);
    if (!takes || all.equals(moved)) {
      return all;
    }
    Plan ofFree = lost(wanted, free, available);
    return ofFree.equals(moved) ? new Plan.Stuck(Cause.OF_DOCUMENT) : ofFree;
  }

  private static Plan found(Wanted wanted, List<Pile> piles) {
    String lot = wanted.goods().lot().orElse("");
    if (wanted.piece() && !lot.isEmpty()) {
      Optional<Pile> other =
          piles.stream().filter(pile -> pile.key().lot().equals(lot)).findFirst();
      if (other.isPresent()) {
        return other.get().key().location().equals(wanted.bin())
            ? new Plan.Post(List.of(), 0)
            : new Plan.Stuck(Cause.ELSEWHERE);
      }
    }
    PileKey key = home(wanted, piles);
    return new Plan.Post(
        List.of(posting(wanted, key.at(LOST), wanted.bin(), wanted.variance())), 0);
  }

  /// The piece, which the books have elsewhere, comes here.
  static Plan bring(Wanted wanted, List<Pile> piles, List<Pile> free) {
    String lot = wanted.goods().lot().orElse("");
    return piles.stream()
        .filter(pile -> pile.key().lot().equals(lot))
        .filter(pile -> !pile.key().location().equals(wanted.bin()))
        .findFirst()
        .<Plan>map(
            pile ->
                free.contains(pile)
                    ? new Plan.Post(
                        List.of(posting(wanted, pile.key(), wanted.bin(), pile.onHand())), 0)
                    : new Plan.Stuck(Cause.OF_DOCUMENT))
        .orElseGet(() -> found(wanted, piles));
  }

  /// Where goods go that were found: to the fullest pile that they may belong to.
  private static PileKey home(Wanted wanted, List<Pile> piles) {
    return piles.stream()
        .map(Pile::key)
        .filter(key -> key.location().equals(wanted.bin()) && fits(wanted.goods(), key))
        .filter(key -> key.condition() == Condition.AVAILABLE && key.owner().isEmpty())
        .findFirst()
        .orElseGet(
            () ->
                new PileKey(
                    wanted.bin(),
                    wanted.goods().lot().orElse(""),
                    wanted.goods().unit().orElse(""),
                    wanted.goods().condition().map(Condition::of).orElse(Condition.AVAILABLE),
                    ""));
  }

  private static boolean fits(Goods goods, PileKey key) {
    return goods.fit(key.lot(), key.handlingUnit(), key.condition().code());
  }

  private static Plan lost(Wanted wanted, List<Pile> piles, long available) {
    List<Posting> postings = new ArrayList<>();
    long left = -wanted.variance();
    long promisable = 0;
    List<Pile> here =
        piles.stream()
            .filter(pile -> pile.key().location().equals(wanted.bin()))
            .filter(pile -> fits(wanted.goods(), pile.key()))
            .sorted(
                Comparator.comparing((Pile pile) -> pile.key().condition() != Condition.AVAILABLE)
                    .thenComparing(pile -> !pile.key().handlingUnit().isEmpty()))
            .toList();
    if (here.isEmpty() && wanted.piece() && gone(wanted, piles)) {
      return new Plan.Post(List.of(), 0);
    }
    for (Pile pile : here) {
      long part = Math.min(left, pile.onHand());
      if (part > 0) {
        postings.add(posting(wanted, pile.key(), LOST, part));
        promisable += pile.key().condition() == Condition.AVAILABLE ? part : 0;
        left -= part;
      }
    }
    if (left > 0) {
      return new Plan.Stuck(Cause.MOVED_ON);
    }
    return promisable > available
        ? new Plan.Stuck(Cause.PROMISED)
        : new Plan.Post(postings, promisable);
  }

  /// The books have moved the piece to another bin since: nothing is missing here any more.
  private static boolean gone(Wanted wanted, List<Pile> piles) {
    return piles.stream()
        .anyMatch(pile -> wanted.goods().lot().equals(Optional.of(pile.key().lot())));
  }

  private static Posting posting(Wanted wanted, PileKey from, LocationCode to, long quantity) {
    return new Posting(
        wanted.warehouse(),
        wanted.sku(),
        from,
        to,
        quantity,
        wanted.reason(),
        Optional.of(wanted.count()),
        Optional.empty(),
        OptionalLong.empty());
  }
}
