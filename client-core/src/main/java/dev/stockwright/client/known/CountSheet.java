package dev.stockwright.client.known;

import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.Reference;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// A count that goes on: what is to be counted, and nothing of what should be there.
///
/// @param productsOnly only certain products of the bins
/// @param onlyFor who alone may count
/// @param n the number of the warehouse's last event when it was read
public record CountSheet(
    Reference number,
    String state,
    boolean productsOnly,
    int round,
    Optional<Operator> onlyFor,
    Optional<LocalDate> dueOn,
    long n,
    List<CountBin> bins) {
  public CountSheet {
    bins = List.copyOf(bins);
  }

  /// A bin of it, on the way through the warehouse.
  ///
  /// @param state `open`, `counting` or `counted`
  /// @param closedAt when it was counted
  public record CountBin(
      LocationCode location,
      String zone,
      int sequence,
      String state,
      Optional<Operator> counter,
      boolean empty,
      Optional<Instant> closedAt) {

    /// The same, counted.
    public CountBin counted(boolean nothing) {
      return new CountBin(location, zone, sequence, "counted", counter, nothing, closedAt);
    }
  }

  /// Its bins as somebody knows them better.
  public CountSheet with(List<CountBin> brought) {
    return new CountSheet(number, state, productsOnly, round, onlyFor, dueOn, n, brought);
  }
}
