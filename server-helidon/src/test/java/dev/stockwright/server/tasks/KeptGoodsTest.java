package dev.stockwright.server.tasks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stockwright.server.desk.TestSite;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeptGoodsTest {
  /// A task is its priority and its quantity, with a `*` when somebody works on it. They are made
  /// in
  /// the order in which they stand, numbered from 1.
  @ParameterizedTest
  @CsvSource({
    "10,   there, 50:4 50:6,    {}",
    "0,    there, 50:4 50:6,    '{1=0, 2=0}'",
    "7,    there, 50:4 50:6,    {2=3}",
    "4,    there, 50:4 50:6,    {2=0}",
    "7,    there, 50:4 20:6,    {1=1}",
    "10,   locked, 50:4 50:6,   '{1=0, 2=0}'",
    "3,    there, 50:4*,        {}",
    "0,    there, 50:4*,        {1=0}",
    "3,    locked, 50:4*,       {}",
    "7,    there, 20:4 50:6*,   {1=1}",
    "5,    there, 50:4 50:6*,   {1=0}",
    "1,    there, 50:4* 50:6*,  {}",
  })
  void whoHasThemInHandAndWhoIsUrgentKeepsWhatIsThere(
      long there, String place, String tasks, String kept) {
    List<KeptGoods.Claim> claims = new ArrayList<>();
    for (String task : List.of(tasks.split(" "))) {
      String[] parts = task.replace("*", "").split(":");
      Optional<Operator> holder =
          task.endsWith("*") ? Optional.of(new Operator("ann")) : Optional.empty();
      claims.add(
          new KeptGoods.Claim(
              task(claims.size() + 1, Integer.parseInt(parts[0]), holder),
              Long.parseLong(parts[1])));
    }
    var found = new TreeMap<Long, Long>();
    KeptGoods.fewer(claims.reversed(), there, place.equals("locked"))
        .forEach((claim, units) -> found.put(claim.task().id(), units));
    assertEquals(kept, found.toString());
  }

  private static Task task(long id, int priority, Optional<Operator> holder) {
    return new Task(
        id,
        TestSite.W1,
        new Reference("T-" + id),
        "put_away",
        holder.isPresent() ? Task.State.LEASED : Task.State.OPEN,
        priority,
        "",
        "DOCK",
        0,
        "receipt",
        "R-1",
        1,
        "",
        "",
        holder,
        Optional.empty(),
        false);
  }
}
