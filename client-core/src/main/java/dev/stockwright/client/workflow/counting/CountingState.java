package dev.stockwright.client.workflow.counting;

import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.SerialNumber;
import dev.stockwright.vocabulary.Sku;
import io.avaje.jsonb.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where a person is in counting. What is to be counted is looked up in the books at each step;
/// here stand only numbers, codes and the person's own figures.
///
/// @param count the one that is counted for now; absent: whichever asks for the bin
/// @param started the count of which the server was told last that this person counts along
/// @param bin that is open
/// @param done the bins closed last, newest first, at most [#DONE_MAX]
@Json(naming = Json.Naming.LowerUnderscore)
public record CountingState(
    Optional<Reference> count,
    Optional<Reference> started,
    Optional<OpenBin> bin,
    Phase phase,
    List<Closed> done) {
  static final int DONE_MAX = 50;

  public CountingState {
    done = List.copyOf(done);
  }

  /// What is expected next.
  @Json(typeProperty = "phase", naming = Json.Naming.LowerUnderscore)
  @Json.SubType(type = Place.class, name = "place")
  @Json.SubType(type = Goods.class, name = "goods")
  @Json.SubType(type = LotWanted.class, name = "lot_wanted")
  @Json.SubType(type = SerialWanted.class, name = "serial_wanted")
  @Json.SubType(type = Deciding.class, name = "deciding")
  public sealed interface Phase {}

  /// A bin to count.
  @Json(naming = Json.Naming.LowerUnderscore)
  public record Place() implements Phase {}

  /// What lies in the open bin, or the next bin.
  @Json(naming = Json.Naming.LowerUnderscore)
  public record Goods() implements Phase {}

  /// The lot of the goods just scanned.
  @Json(naming = Json.Naming.LowerUnderscore)
  public record LotWanted(Found found) implements Phase {}

  /// The serial number of the piece just scanned.
  @Json(naming = Json.Naming.LowerUnderscore)
  public record SerialWanted(Found found) implements Phase {}

  /// An answer to a question.
  @Json(naming = Json.Naming.LowerUnderscore)
  public record Deciding(Doubt doubt) implements Phase {}

  /// What is asked.
  @Json(typeProperty = "doubt", naming = Json.Naming.LowerUnderscore)
  @Json.SubType(type = NothingCounted.class, name = "nothing_counted")
  @Json.SubType(type = NotAsked.class, name = "not_asked")
  @Json.SubType(type = Taken.class, name = "taken")
  @Json.SubType(type = CountedBefore.class, name = "counted_before")
  @Json.SubType(type = ManyFound.class, name = "many_found")
  @Json.SubType(type = CountSaid.class, name = "count_said")
  @Json.SubType(type = ManyKeyed.class, name = "many_keyed")
  @Json.SubType(type = ZeroCheck.class, name = "zero_check")
  @Json.SubType(type = BinsLeft.class, name = "bins_left")
  public sealed interface Doubt {}

  /// Is the open bin empty? Nothing was counted in it.
  ///
  /// @param next the bin that was scanned meanwhile
  @Json(naming = Json.Naming.LowerUnderscore)
  public record NothingCounted(Optional<LocationCode> next) implements Doubt {}

  /// Nobody asked to have this bin counted.
  @Json(naming = Json.Naming.LowerUnderscore)
  public record NotAsked(LocationCode place) implements Doubt {}

  /// Somebody else counts in this bin.
  @Json(naming = Json.Naming.LowerUnderscore)
  public record Taken(LocationCode place, Reference document) implements Doubt {}

  /// The bin is counted; shall it be counted once more?
  @Json(naming = Json.Naming.LowerUnderscore)
  public record CountedBefore(LocationCode place, Reference document) implements Doubt {}

  /// Is so large a quantity meant?
  @Json(naming = Json.Naming.LowerUnderscore)
  public record ManyFound(Found found) implements Doubt {}

  /// The label gives a count, but not of what.
  ///
  /// @param packed base units in one of the thing that was scanned
  @Json(naming = Json.Naming.LowerUnderscore)
  public record CountSaid(Found found, long packed) implements Doubt {}

  /// The same of what was keyed in.
  @Json(naming = Json.Naming.LowerUnderscore)
  public record ManyKeyed(long units) implements Doubt {}

  /// Is this bin empty, as it should be after the last pick?
  @Json(naming = Json.Naming.LowerUnderscore)
  public record ZeroCheck(LocationCode place) implements Doubt {}

  /// Bins of the count that nobody has visited.
  @Json(naming = Json.Naming.LowerUnderscore)
  public record BinsLeft(Reference document, int left) implements Doubt {}

  /// Goods as they were scanned.
  ///
  /// @param units in base units
  @Json(naming = Json.Naming.LowerUnderscore)
  public record Found(
      Sku sku,
      long units,
      Optional<LotCode> lot,
      Optional<SerialNumber> serial,
      Optional<HandlingUnit> unit) {
    Found of(long counted) {
      return new Found(sku, counted, lot, serial, unit);
    }

    Found lot(LotCode read) {
      return new Found(sku, units, Optional.of(read), serial, unit);
    }

    Found serial(SerialNumber read) {
      return new Found(sku, units, lot, Optional.of(read), unit);
    }
  }

  /// The bin in which this person counts.
  ///
  /// @param round of its count
  /// @param requested this person has asked for this count, of this one bin
  /// @param together along with the one who counts here already
  /// @param since when it was opened
  /// @param selected the tally that the keypad sets; -1: none
  /// @param trail how the tallies were before the last scans, newest first, at most [#TRAIL_MAX]
  /// @param picks that waited here when it was opened
  @Json(naming = Json.Naming.LowerUnderscore)
  public record OpenBin(
      Reference count,
      int round,
      LocationCode place,
      boolean requested,
      boolean together,
      Instant since,
      List<Tally> tallies,
      int selected,
      List<Change> trail,
      List<TagGroup> tags,
      List<PickHere> picks) {
    static final int TRAIL_MAX = 10;

    public OpenBin {
      tallies = List.copyOf(tallies);
      trail = List.copyOf(trail);
      tags = List.copyOf(tags);
      picks = List.copyOf(picks);
    }

    /// Everything that was counted in it; what was scanned and heard as well is there once.
    long items() {
      return tallies.stream().mapToLong(Tally::total).sum() + heard();
    }

    /// How many different tags were heard, without the faint ones.
    long heard() {
      return tags.stream().filter(group -> !group.weak()).mapToLong(TagGroup::size).sum();
    }

    OpenBin with(List<Tally> others, int chosen, List<Change> steps) {
      List<Change> kept = steps.subList(0, Math.min(steps.size(), TRAIL_MAX));
      return new OpenBin(
          count, round, place, requested, together, since, others, chosen, kept, tags, picks);
    }

    OpenBin select(int chosen) {
      return with(tallies, chosen, trail);
    }

    OpenBin with(List<Tally> others, List<TagGroup> groups) {
      return new OpenBin(
          count, round, place, requested, together, since, others, selected, trail, groups, picks);
    }
  }

  /// What this person counted of some goods in the open bin.
  ///
  /// @param sku absent: goods that nobody knows, or a handling unit as a whole
  /// @param code of goods that nobody knows
  /// @param unit they are in; without a product: the unit itself, seen as a whole
  /// @param units in base units, without the pieces
  /// @param seen the number of the last event that the device knew at the last scan of it
  /// @param pieces counted one by one, by their serial numbers
  /// @param labels serial numbers on labels whose goods are among the units
  /// @param heard so many of the pieces were heard by their tags as well
  @Json(naming = Json.Naming.LowerUnderscore)
  public record Tally(
      Optional<Sku> sku,
      Optional<String> code,
      Optional<LotCode> lot,
      Optional<HandlingUnit> unit,
      long units,
      long seen,
      List<SerialNumber> pieces,
      List<SerialNumber> labels,
      int heard) {
    public Tally {
      pieces = List.copyOf(pieces);
      labels = List.copyOf(labels);
    }

    long total() {
      return units + pieces.size() - heard;
    }

    Tally units(long counted, long at) {
      return new Tally(sku, code, lot, unit, counted, at, pieces, labels, heard);
    }

    Tally pieces(List<SerialNumber> known, long at) {
      return new Tally(sku, code, lot, unit, units, at, known, labels, heard);
    }

    Tally labels(List<SerialNumber> known) {
      return new Tally(sku, code, lot, unit, units, seen, pieces, known, heard);
    }

    Tally heard(int also) {
      return new Tally(sku, code, lot, unit, units, seen, pieces, labels, also);
    }

    boolean knows(SerialNumber serial) {
      return pieces.contains(serial) || labels.contains(serial);
    }

    boolean wholeUnit() {
      return sku.isEmpty() && unit.isPresent();
    }
  }

  /// How a tally was before a scan.
  ///
  /// @param tally its place among the tallies
  /// @param serial of the piece or label that came with the scan
  @Json(naming = Json.Naming.LowerUnderscore)
  public record Change(int tally, long units, long seen, Optional<SerialNumber> serial) {}

  /// Tags that were heard, of one product and with the same beginning, in little space: a bay may
  /// hold thousands, and the state is written at each step.
  ///
  /// @param sku absent: the device does not know what they are
  /// @param head what all their codes begin with
  /// @param tails the rest of each, [#TAIL] characters, one behind the other
  /// @param weak so faint that they may be in the next bay; not counted
  @Json(naming = Json.Naming.LowerUnderscore)
  public record TagGroup(Optional<Sku> sku, String head, String tails, boolean weak) {
    static final int TAIL = 10;

    /// What reads a state takes no text that is much longer than that.
    static final int TAGS_MAX = 200;

    int size() {
      return tails.length() / TAIL;
    }
  }

  /// A pick that waited at the bin when it was opened.
  @Json(naming = Json.Naming.LowerUnderscore)
  public record PickHere(Reference number, long picked) {}

  /// A bin that this person has counted.
  @Json(naming = Json.Naming.LowerUnderscore)
  public record Closed(Reference count, int round, LocationCode place, Instant at, long items) {}

  /// Nothing counted yet.
  public static CountingState start() {
    return new CountingState(
        Optional.empty(), Optional.empty(), Optional.empty(), new Place(), List.of());
  }

  CountingState in(Phase next) {
    return new CountingState(count, started, bin, next, done);
  }

  CountingState asking(Doubt doubt) {
    return in(new Deciding(doubt));
  }

  /// Where a question or a half line is left to.
  CountingState back() {
    return in(bin.isPresent() ? new Goods() : new Place());
  }

  CountingState choosing(Optional<Reference> chosen) {
    return new CountingState(chosen, started, bin, new Place(), done);
  }

  /// Counting goes on in this bin.
  CountingState at(OpenBin open) {
    return new CountingState(
        Optional.of(open.count()), started, Optional.of(open), new Goods(), done);
  }

  CountingState started(Reference along) {
    return new CountingState(count, Optional.of(along), bin, phase, done);
  }

  /// Without an open bin.
  CountingState without() {
    return new CountingState(count, started, Optional.empty(), new Place(), done);
  }

  /// A bin that is not counted after all.
  CountingState reopened(Reference of, LocationCode place) {
    return new CountingState(
        count,
        started,
        bin,
        phase,
        done.stream()
            .filter(one -> !one.count().equals(of) || !one.place().equals(place))
            .toList());
  }

  /// The open bin is counted.
  CountingState closed(OpenBin open, Instant at) {
    List<Closed> all = new ArrayList<>(done);
    all.addFirst(new Closed(open.count(), open.round(), open.place(), at, open.items()));
    return new CountingState(
        count,
        started,
        Optional.empty(),
        new Place(),
        all.subList(0, Math.min(all.size(), DONE_MAX)));
  }
}
