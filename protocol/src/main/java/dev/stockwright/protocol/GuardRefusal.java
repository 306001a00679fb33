package dev.stockwright.protocol;

import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import io.avaje.jsonb.Json;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// Why a command may not do by itself what belongs to a document: the document would say something
/// else afterwards. `expected` names the commands that do it with the document, by their kinds.
public sealed interface GuardRefusal extends WorkRefusal {
  /// The movements were a document's work.
  ///
  /// @param given the state that the work left the document in
  @Json(naming = Json.Naming.LowerUnderscore)
  record UndoByDocument(
      CommandId undone, DocumentKind document, Reference number, String given, String expected)
      implements GuardRefusal {
    @Override
    public String sentence() {
      return "Command "
          + undone
          + " was work for "
          + document.words()
          + " "
          + number
          + " ("
          + given
          + "), which an undo would leave wrong. Use "
          + expected
          + ".";
    }
  }

  /// Somebody has worked with the goods since, so that they are not there to go back.
  ///
  /// @param location where the goods were put
  /// @param who took goods from there last
  /// @param takenAt when that was
  @Json(naming = Json.Naming.LowerUnderscore)
  record UndoBuiltOn(
      CommandId undone, Sku sku, LocationCode location, Operator who, Instant takenAt)
      implements GuardRefusal {
    @Override
    public String sentence() {
      return who + " took " + sku + " from " + location + " (" + time() + "). Adjust instead.";
    }

    /// Screens say it by the clock of their site.
    private String time() {
      String minute = takenAt.truncatedTo(ChronoUnit.MINUTES).toString();
      return minute.substring(0, 10) + " " + minute.substring(11, 16) + " UTC";
    }
  }

  /// Goods would go back where their handling unit is not, or only a part of what is on it.
  ///
  /// @param location where the unit would stand
  /// @param back where the goods would go back to
  @Json(naming = Json.Naming.LowerUnderscore)
  record UndoSplitsUnit(
      CommandId undone, HandlingUnit unit, LocationCode location, LocationCode back)
      implements GuardRefusal {
    @Override
    public String sentence() {
      return "Handling unit "
          + unit
          + " would be in "
          + location
          + " and in "
          + back
          + " at once. Move the goods by hand instead.";
    }
  }

  /// The promise is a document's.
  ///
  /// @param given the state of the document
  @Json(naming = Json.Naming.LowerUnderscore)
  record PromiseOfDocument(DocumentKind document, Reference number, String given, String expected)
      implements GuardRefusal {
    @Override
    public String sentence() {
      return "This reservation belongs to "
          + document.words()
          + " "
          + number
          + ", which is "
          + given
          + ". Use "
          + expected
          + ".";
    }
  }

  /// The document waits for the task.
  ///
  /// @param given the state of the document, or what of it waits
  @Json(naming = Json.Naming.LowerUnderscore)
  record TaskOfDocument(
      Reference task, DocumentKind document, Reference number, String given, String expected)
      implements GuardRefusal {
    @Override
    public String sentence() {
      return "Task "
          + task
          + " is for "
          + document.words()
          + " "
          + number
          + " ("
          + given
          + "), which would wait for ever. Use "
          + expected
          + ".";
    }
  }

  /// The goods were picked, packed or announced for a document.
  ///
  /// @param bin where they lie; absent: they are not here yet
  /// @param wanted base units
  /// @param free how many of what is there belong to no document
  /// @param given the state of the document
  @Json(naming = Json.Naming.LowerUnderscore)
  record GoodsOfDocument(
      Sku sku,
      Optional<LocationCode> bin,
      long wanted,
      long free,
      DocumentKind document,
      Reference number,
      String given,
      String expected)
      implements GuardRefusal {
    public GoodsOfDocument {
      bin = Required.orEmpty(bin);
    }

    @Override
    public String sentence() {
      return "Only "
          + free
          + " of "
          + sku
          + bin.map(place -> " in " + place).orElse("")
          + " free, "
          + wanted
          + " wanted; the rest belongs to "
          + document.words()
          + " "
          + number
          + " ("
          + given
          + "). Use "
          + expected
          + ".";
    }
  }

  /// The handling unit is a document's.
  ///
  /// @param given the state of the unit
  @Json(naming = Json.Naming.LowerUnderscore)
  record UnitOfDocument(
      HandlingUnit unit, DocumentKind document, Reference number, String given, String expected)
      implements GuardRefusal {
    @Override
    public String sentence() {
      return "Handling unit "
          + unit
          + " is "
          + given
          + " for "
          + document.words()
          + " "
          + number
          + ". Use "
          + expected
          + ".";
    }
  }

  /// So large a correction needs a second person.
  ///
  /// @param given how large it is
  /// @param expected the most that one person may correct alone
  @Json(naming = Json.Naming.LowerUnderscore)
  record ApprovalNeeded(WarehouseCode warehouse, Sku sku, String given, String expected)
      implements GuardRefusal {
    @Override
    public String sentence() {
      return "Correcting "
          + sku
          + " in "
          + warehouse
          + " by "
          + given
          + " needs another person's approval; alone at most "
          + expected
          + ". Use propose_adjustment.";
    }
  }

  /// Less is there than is wanted; how much is not said to those who count.
  ///
  /// @param bin absent: in the warehouse as a whole
  @Json(naming = Json.Naming.LowerUnderscore)
  record TooFewUntold(WarehouseCode warehouse, Sku sku, Optional<LocationCode> bin, long wanted)
      implements GuardRefusal {
    public TooFewUntold {
      bin = Required.orEmpty(bin);
    }

    @Override
    public String sentence() {
      return "The books have less than "
          + wanted
          + " of "
          + sku
          + " in "
          + bin.map(LocationCode::code).orElse(warehouse.code())
          + "; who counts is not told how much. Take less or ask a supervisor.";
    }
  }
}
