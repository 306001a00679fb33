package dev.stockwright.server.masterdata.sheet;

import java.util.List;

/// A row as it is in the tables.
///
/// @param cells all of them, in their one form
/// @param moved goods of it have moved; of a location: goods come in there
/// @param units how many there are of it, or in it
public record Kept(List<String> cells, long version, boolean moved, long units) {
  public Kept {
    cells = List.copyOf(cells);
  }
}
