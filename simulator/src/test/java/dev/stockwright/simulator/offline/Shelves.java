package dev.stockwright.simulator.offline;

import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.CountCommand;
import dev.stockwright.protocol.OrderCommand;
import dev.stockwright.protocol.PickingCommand;
import dev.stockwright.protocol.PutAwayCommand;
import dev.stockwright.simulator.stack.Books;
import dev.stockwright.simulator.stack.ShiftSite;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.Reference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// What the office has prepared for a long shift: full bins, goods at the dock with their put-away,
/// orders that are released, a count.
///
/// @param putAway the task for the nuts at the dock
/// @param to the bin that it names
record Shelves(List<Pick> picks, Reference putAway, LocationCode to) {
  static final Reference COUNT = new Reference("CNT-1");
  private static final long PER_BIN = 2_000;

  /// A line to be picked.
  record Pick(Reference number, LocationCode from, long units) {}

  static Shelves prepared(ShiftBed bed, int orders) throws SQLException {
    List<Command> commands = new ArrayList<>();
    ShiftBed.ZONE_A.forEach(bin -> commands.add(ShiftBed.receipt(ShiftSite.BOLT, PER_BIN, bin)));
    commands.add(ShiftBed.receipt(ShiftSite.NUT, PER_BIN, ShiftBed.ZONE_B.getFirst()));
    List<Reference> all =
        IntStream.range(0, orders).mapToObj(i -> new Reference("SO-" + i)).toList();
    all.forEach(order -> commands.add(order(order)));
    commands.add(
        new PickingCommand.ReleaseToPick(
            ShiftSite.NORTH, Optional.empty(), all, Optional.empty(), Optional.empty()));
    commands.add(ShiftBed.receipt(ShiftSite.NUT, PER_BIN, ShiftBed.DOCK));
    commands.add(
        new PutAwayCommand.OpenPutAway(
            ShiftSite.NORTH,
            ShiftSite.NUT,
            ShiftBed.DOCK,
            new Quantity(PER_BIN),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
    commands.add(
        new CountCommand.RequestCount(
            ShiftSite.NORTH,
            Optional.of(COUNT),
            Optional.empty(),
            List.of(ShiftBed.ZONE_B.getLast()),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
    for (Command command : commands) {
      bed.office(command);
    }
    return read(bed);
  }

  private static OrderCommand.PlaceOrder order(Reference number) {
    return new OrderCommand.PlaceOrder(
        ShiftSite.NORTH,
        number,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(new OrderCommand.Line(ShiftSite.NUT, new Quantity(2))),
        Optional.empty(),
        Optional.empty(),
        0,
        true,
        false,
        List.of());
  }

  private static Shelves read(ShiftBed bed) throws SQLException {
    List<Pick> picks = new ArrayList<>();
    try (Books books = new Books(bed.server().place());
        Statement statement = books.connection().createStatement()) {
      try (ResultSet row =
          statement.executeQuery(
              "SELECT 'P-' || p.id, l.code, p.quantity FROM pick p"
                  + " JOIN location l ON l.id = p.location_id WHERE p.state = 'open'"
                  + " ORDER BY p.id")) {
        while (row.next()) {
          picks.add(
              new Pick(
                  new Reference(row.getString(1)),
                  new LocationCode(row.getString(2)),
                  row.getLong(3)));
        }
      }
      try (ResultSet row =
          statement.executeQuery(
              "SELECT number, to_place FROM task WHERE kind = 'put_away' AND state = 'open'")) {
        if (!row.next()) {
          throw new IllegalStateException("nothing to put away");
        }
        return new Shelves(
            picks, new Reference(row.getString(1)), new LocationCode(row.getString(2)));
      }
    }
  }
}
