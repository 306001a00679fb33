package dev.stockwright.protocol;

import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.Reference;
import io.avaje.jsonb.Json;
import java.util.List;

/// Why something cannot be counted so. None of them says how much should be there.
public sealed interface CountRefusal extends WorkRefusal {
  /// Somebody else counts there.
  @Json(naming = Json.Naming.LowerUnderscore)
  record BinTaken(LocationCode location, Operator who) implements CountRefusal {
    @Override
    public String sentence() {
      return who
          + " counts in "
          + location
          + ". Take another bin, or say that you count it together.";
    }
  }

  /// The bin is done in this round.
  @Json(naming = Json.Naming.LowerUnderscore)
  record BinCounted(LocationCode location, Reference number) implements CountRefusal {
    @Override
    public String sentence() {
      return "Bin "
          + location
          + " of count "
          + number
          + " is counted already. Take another bin, or ask a supervisor for a recount.";
    }
  }

  /// The count is about other bins.
  @Json(naming = Json.Naming.LowerUnderscore)
  record BinNotAsked(LocationCode location, Reference number) implements CountRefusal {
    @Override
    public String sentence() {
      return "Bin " + location + " is not part of count " + number + ". Scan a bin of this count.";
    }
  }

  /// Nothing was counted there, and nobody has said that it is empty.
  @Json(naming = Json.Naming.LowerUnderscore)
  record ZeroNotConfirmed(LocationCode location) implements CountRefusal {
    @Override
    public String sentence() {
      return "Nothing was counted in " + location + ". Confirm that it is empty, or count it.";
    }
  }

  /// Something was counted there, so that it is not empty.
  @Json(naming = Json.Naming.LowerUnderscore)
  record BinNotEmpty(LocationCode location) implements CountRefusal {
    @Override
    public String sentence() {
      return "Goods were counted in " + location + ", so it is not empty. Close it without that.";
    }
  }

  /// Nobody has visited these bins.
  ///
  /// @param bins some of them
  /// @param left how many they are
  @Json(naming = Json.Naming.LowerUnderscore)
  record BinsLeft(Reference number, List<LocationCode> bins, int left) implements CountRefusal {
    public BinsLeft {
      bins = Required.orEmpty(bins);
    }

    @Override
    public String sentence() {
      return "Not visited in count "
          + number
          + ": "
          + String.join(", ", bins.stream().map(LocationCode::code).toList())
          + (left > bins.size() ? " and " + (left - bins.size()) + " more" : "")
          + ". Count them, or finish without them.";
    }
  }

  /// The goods of a variance are not there any more to be taken out of the books.
  @Json(naming = Json.Naming.LowerUnderscore)
  record MovedOn(Reference number, int line, LocationCode location) implements CountRefusal {
    @Override
    public String sentence() {
      return "The books have moved goods out of "
          + location
          + " since line "
          + line
          + " of count "
          + number
          + " was counted. Have it counted again.";
    }
  }
}
