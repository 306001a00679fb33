package dev.stockwright.server.tasks;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Which tasks keep their goods when less lies there than they are about. Pure.
///
/// A task that somebody works on is left alone while any of its goods are there: they may be on
/// the person's truck already, and what is said when they are set down is compared with the books
/// then. It ends only when there is nothing left at all.
public final class KeptGoods {
  private KeptGoods() {}

  /// A task that waits for some of the same goods.
  ///
  /// @param quantity base units
  public record Claim(Task task, long quantity) {}

  /// How many units those keep that cannot keep all they are about; 0: the task has to end. What
  /// people work on comes first, then what is urgent, then what is older.
  ///
  /// @param there base units that lie where the tasks begin
  /// @param locked nothing may be taken out there
  public static Map<Claim, Long> fewer(List<Claim> claims, long there, boolean locked) {
    Map<Claim, Long> kept = new LinkedHashMap<>();
    long left = there;
    for (Claim claim : claims) {
      if (claim.task().holder().isPresent()) {
        left -= claim.quantity();
        if (there <= 0) {
          kept.put(claim, 0L);
        }
      }
    }
    left = locked ? 0 : Math.max(0, left);
    for (Claim claim :
        claims.stream()
            .filter(each -> each.task().holder().isEmpty())
            .sorted(
                Comparator.comparingInt((Claim each) -> each.task().priority())
                    .thenComparingLong(each -> each.task().id()))
            .toList()) {
      long part = Math.min(left, claim.quantity());
      left -= part;
      if (part < claim.quantity()) {
        kept.put(claim, part);
      }
    }
    return kept;
  }
}
