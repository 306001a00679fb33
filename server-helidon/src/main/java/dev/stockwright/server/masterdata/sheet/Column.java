package dev.stockwright.server.masterdata.sheet;

import java.util.Optional;

/// A column of a sheet.
///
/// @param name as in the first line of a file, and the field of the command
/// @param otherwise what a new row has when nothing is said; absent: it must be said
/// @param refers what must be there already
/// @param guard when it can no longer be changed
/// @param read SQL that gives the cell in its one form
/// @param column of the table
/// @param write SQL that makes the column's value of the cell, which is `%s` in it
record Column(
    String name,
    Grammar grammar,
    Optional<String> otherwise,
    Refers refers,
    Guard guard,
    String read,
    String column,
    String write) {
  /// What a cell names.
  enum Refers {
    NOTHING,
    PRODUCT,
    WAREHOUSE,
    /// A reason for locking, where there is one.
    LOCK_REASON
  }

  /// Why a column may stay as it is.
  enum Guard {
    NONE,
    /// Once goods have moved.
    ONCE_MOVED,
    /// While there are goods.
    WHILE_STOCKED,
    /// It is switched off only when it is empty.
    OFF_WHEN_EMPTY,
    /// It may be changed at any time, but the desk keeps it in mind.
    NONE_AT_THE_DESK
  }

  static Column text(String name, Grammar grammar) {
    return new Column(
        name, grammar, Optional.empty(), Refers.NOTHING, Guard.NONE, "t." + name, name, "%s");
  }

  static Column number(String name, Grammar grammar, String type) {
    return text(name, grammar).as("t." + name + "::text", name, "%s::" + type);
  }

  static Column limit(String name) {
    return text(name, Grammar.limit(Grammar.NUMBER_MAX))
        .as("coalesce(t." + name + "::text, '')", name, "nullif(%s, '')::bigint")
        .or("");
  }

  static Column truth(String name, boolean otherwise) {
    return text(name, Grammar.TRUTH)
        .as("t." + name + "::text", name, "%s::boolean")
        .or(Boolean.toString(otherwise));
  }

  static Column words(String name) {
    return text(name, Grammar.words(20))
        .as(
            "(SELECT coalesce(string_agg(lower(w.w), ' ' ORDER BY lower(w.w) COLLATE \"C\"), '')"
                + " FROM unnest(t."
                + name
                + ") AS w(w))",
            name,
            "string_to_array(%s, ' ')")
        .or("");
  }

  static Column product() {
    return new Column(
        "sku",
        Grammar.SKU,
        Optional.empty(),
        Refers.PRODUCT,
        Guard.NONE,
        "p.sku",
        "product_id",
        "p.id");
  }

  static Column warehouse() {
    return new Column(
        "warehouse",
        Grammar.WAREHOUSE,
        Optional.empty(),
        Refers.WAREHOUSE,
        Guard.NONE,
        "w.code",
        "warehouse_id",
        "w.id");
  }

  static Column lockReason() {
    return new Column(
        Sheet.LOCK_REASON,
        Grammar.text(0, 64),
        Optional.of(""),
        Refers.LOCK_REASON,
        Guard.NONE,
        "t.lock_reason",
        Sheet.LOCK_REASON,
        "%s");
  }

  Column or(String otherwise) {
    return new Column(name, grammar, Optional.of(otherwise), refers, guard, read, column, write);
  }

  Column guarded(Guard guard) {
    return new Column(name, grammar, otherwise, refers, guard, read, column, write);
  }

  Column as(String read, String column, String write) {
    return new Column(name, grammar, otherwise, refers, guard, read, column, write);
  }
}
