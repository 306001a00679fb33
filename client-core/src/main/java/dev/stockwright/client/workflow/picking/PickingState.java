package dev.stockwright.client.workflow.picking;

import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import io.avaje.jsonb.Json;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where a person is in picking. Lines are named by their numbers and looked up at each step, so
/// that what others change is seen at once.
///
/// @param cart what is picked onto; absent: nobody has said
/// @param loaded something was picked onto it and has not been brought away
/// @param job what is being picked
/// @param done the last lines, newest first, at most [#SHOWN]
@Json(naming = Json.Naming.LowerUnderscore)
public record PickingState(
    Optional<LocationCode> cart, boolean loaded, Optional<Job> job, Phase phase, List<Taken> done) {
  static final int SHOWN = 5;

  public PickingState {
    done = List.copyOf(done);
  }

  /// What is being picked.
  ///
  /// @param skipped lines that come last, until the books say so themselves
  /// @param totes what the goods of an order were put into first
  /// @param loose the orders are not parted by totes
  /// @param finished how many lines were ended
  @Json(naming = Json.Naming.LowerUnderscore)
  public record Job(
      Reference task, List<Reference> skipped, List<ToteOf> totes, boolean loose, int finished) {
    public Job {
      skipped = List.copyOf(skipped);
      totes = List.copyOf(totes);
    }

    static Job of(Reference task) {
      return new Job(task, List.of(), List.of(), false, 0);
    }

    Job skip(Reference line) {
      List<Reference> all = new ArrayList<>(skipped);
      all.remove(line);
      all.add(line);
      return new Job(task, all, totes, loose, finished);
    }

    Job unskip(Reference line) {
      List<Reference> all = skipped.stream().filter(each -> !each.equals(line)).toList();
      return new Job(task, all, totes, loose, finished);
    }

    Job with(ToteOf tote) {
      List<ToteOf> all = new ArrayList<>(without(tote.tote()).totes);
      all.add(tote);
      return new Job(task, skipped, all, loose, finished);
    }

    Job without(HandlingUnit tote) {
      List<ToteOf> all = totes.stream().filter(each -> !each.tote().equals(tote)).toList();
      return new Job(task, skipped, all, loose, finished);
    }

    Job withoutTotes() {
      return new Job(task, skipped, totes, true, finished);
    }

    Job ended(int lines) {
      return new Job(task, skipped, totes, loose, finished + lines);
    }
  }

  /// What the goods of an order go into.
  @Json(naming = Json.Naming.LowerUnderscore)
  public record ToteOf(String order, HandlingUnit tote) {}

  /// A line that was worked on.
  ///
  /// @param units that were picked of it, `of` how many were wanted
  /// @param ended it is over: all was picked, or it was short
  @Json(naming = Json.Naming.LowerUnderscore)
  public record Taken(
      Reference pick,
      Sku sku,
      String name,
      LocationCode from,
      long units,
      long of,
      boolean ended) {}

  /// What is expected next.
  @Json(typeProperty = "phase", naming = Json.Naming.LowerUnderscore)
  @Json.SubType(type = Choose.class, name = "choose")
  @Json.SubType(type = CartWanted.class, name = "cart_wanted")
  @Json.SubType(type = Go.class, name = "go")
  @Json.SubType(type = AtBin.class, name = "at_bin")
  @Json.SubType(type = ToteWanted.class, name = "tote_wanted")
  @Json.SubType(type = OtherPlace.class, name = "other_place")
  @Json.SubType(type = OtherLot.class, name = "other_lot")
  @Json.SubType(type = Expired.class, name = "expired")
  @Json.SubType(type = Large.class, name = "large")
  @Json.SubType(type = Missing.class, name = "short")
  @Json.SubType(type = Empty.class, name = "empty")
  @Json.SubType(type = Skip.class, name = "skip")
  @Json.SubType(type = PutBack.class, name = "put_back")
  @Json.SubType(type = Drop.class, name = "drop")
  @Json.SubType(type = OtherDrop.class, name = "other_drop")
  public sealed interface Phase {}

  /// Which pick.
  @Json(naming = Json.Naming.LowerUnderscore)
  public record Choose() implements Phase {}

  /// What it is picked onto.
  @Json(naming = Json.Naming.LowerUnderscore)
  public record CartWanted() implements Phase {}

  /// The place of the next line.
  @Json(naming = Json.Naming.LowerUnderscore)
  public record Go() implements Phase {}

  /// The goods of a line.
  ///
  /// @param from where the person stands, as it was scanned
  /// @param lot another than the line asks for
  /// @param hand taken, but not in its tote yet
  /// @param keyed how many the next scan takes; 0: as many as the code says
  @Json(naming = Json.Naming.LowerUnderscore)
  public record AtBin(
      Reference pick, LocationCode from, Optional<LotCode> lot, Hand hand, long keyed)
      implements Phase {
    static AtBin at(Reference pick, LocationCode from) {
      return new AtBin(pick, from, Optional.empty(), Hand.NOTHING, 0);
    }

    AtBin of(LotCode other) {
      return new AtBin(pick, from, Optional.of(other), hand, keyed);
    }

    AtBin with(Hand taken) {
      return new AtBin(pick, from, lot, taken, 0);
    }

    AtBin keyed(long units) {
      return new AtBin(pick, from, lot, hand, units);
    }
  }

  /// What a person holds.
  ///
  /// @param pieces their serial numbers, where they have some
  @Json(naming = Json.Naming.LowerUnderscore)
  public record Hand(long units, List<LotCode> pieces) {
    static final Hand NOTHING = new Hand(0, List.of());

    public Hand {
      pieces = List.copyOf(pieces);
    }

    Hand plus(long more, Optional<LotCode> piece) {
      List<LotCode> all = new ArrayList<>(pieces);
      piece.ifPresent(all::add);
      return new Hand(units + more, all);
    }
  }

  /// What the goods in hand are put into.
  @Json(naming = Json.Naming.LowerUnderscore)
  public record ToteWanted(AtBin bin) implements Phase {}

  /// Shall it be taken from here, where the same goods lie?
  @Json(naming = Json.Naming.LowerUnderscore)
  public record OtherPlace(Reference pick, LocationCode from) implements Phase {}

  /// Shall this lot be taken instead?
  ///
  /// @param units that were scanned
  @Json(naming = Json.Naming.LowerUnderscore)
  public record OtherLot(AtBin bin, LotCode found, long units) implements Phase {}

  /// Shall goods past their day be put on hold?
  @Json(naming = Json.Naming.LowerUnderscore)
  public record Expired(AtBin bin, Optional<LotCode> lot, LocalDate day, long units)
      implements Phase {}

  /// Is so large a quantity meant?
  @Json(naming = Json.Naming.LowerUnderscore)
  public record Large(AtBin bin, long units) implements Phase {}

  /// Why the rest is not there.
  ///
  /// @param offered the place of the reason that is offered first
  /// @param instead where the person was
  @Json(naming = Json.Naming.LowerUnderscore)
  public record Missing(Reference pick, int offered, Phase instead) implements Phase {}

  /// Is the bin empty now?
  @Json(naming = Json.Naming.LowerUnderscore)
  public record Empty(Reference pick, ReasonCode reason, Phase instead) implements Phase {}

  /// Why it is not picked now.
  @Json(naming = Json.Naming.LowerUnderscore)
  public record Skip(Reference pick, int offered, Phase instead) implements Phase {}

  /// What is in hand is not wanted any more. Made from the books at each step, and never kept: the
  /// line may come back.
  @Json(naming = Json.Naming.LowerUnderscore)
  public record PutBack(LocationCode from, long units) implements Phase {}

  /// The place where it is packed.
  @Json(naming = Json.Naming.LowerUnderscore)
  public record Drop() implements Phase {}

  /// Shall it stay here, where it is not packed?
  @Json(naming = Json.Naming.LowerUnderscore)
  public record OtherDrop(LocationCode from) implements Phase {}

  /// No pick and no cart yet.
  public static PickingState start() {
    return new PickingState(Optional.empty(), false, Optional.empty(), new Choose(), List.of());
  }

  PickingState in(Phase next) {
    return new PickingState(cart, loaded, job, next, done);
  }

  PickingState on(LocationCode place) {
    return new PickingState(Optional.of(place), loaded, job, phase, done);
  }

  PickingState at(Job other) {
    return new PickingState(cart, loaded, Optional.of(other), phase, done);
  }

  PickingState loaded(boolean goods) {
    return new PickingState(cart, goods, job, phase, done);
  }

  PickingState idle() {
    return new PickingState(cart, loaded, Optional.empty(), new Choose(), done);
  }

  /// This line was worked on; it stands first now, once.
  PickingState after(Taken taken) {
    List<Taken> all = new ArrayList<>(done);
    all.removeIf(each -> each.pick().equals(taken.pick()));
    all.addFirst(taken);
    return new PickingState(cart, loaded, job, phase, all.subList(0, Math.min(all.size(), SHOWN)));
  }

  /// The line that the phase is about.
  Optional<Reference> pick() {
    return switch (phase) {
      case AtBin bin -> Optional.of(bin.pick());
      case ToteWanted wanted -> Optional.of(wanted.bin().pick());
      case OtherPlace other -> Optional.of(other.pick());
      case OtherLot other -> Optional.of(other.bin().pick());
      case Expired expired -> Optional.of(expired.bin().pick());
      case Large large -> Optional.of(large.bin().pick());
      case Missing missing -> Optional.of(missing.pick());
      case Empty empty -> Optional.of(empty.pick());
      case Skip skip -> Optional.of(skip.pick());
      case Choose choose -> Optional.empty();
      case CartWanted wanted -> Optional.empty();
      case Go go -> Optional.empty();
      case PutBack back -> Optional.empty();
      case Drop drop -> Optional.empty();
      case OtherDrop other -> Optional.empty();
    };
  }

  /// What is in hand.
  Optional<AtBin> held() {
    return switch (phase) {
      case AtBin bin -> Optional.of(bin);
      case ToteWanted wanted -> Optional.of(wanted.bin());
      case OtherLot other -> Optional.of(other.bin());
      case Expired expired -> Optional.of(expired.bin());
      case Large large -> Optional.of(large.bin());
      case OtherPlace other -> Optional.empty();
      case Missing missing -> Optional.empty();
      case Empty empty -> Optional.empty();
      case Skip skip -> Optional.empty();
      case Choose choose -> Optional.empty();
      case CartWanted wanted -> Optional.empty();
      case Go go -> Optional.empty();
      case PutBack back -> Optional.empty();
      case Drop drop -> Optional.empty();
      case OtherDrop other -> Optional.empty();
    };
  }
}
