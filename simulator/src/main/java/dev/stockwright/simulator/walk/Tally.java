package dev.stockwright.simulator.walk;

import dev.stockwright.protocol.Command;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// How often each kind of command was given, accepted and refused.
public final class Tally {
  private static final Comparator<Class<?>> BY_NAME = Comparator.comparing(Class::getName);

  private static final long FEW = 8;

  private final Map<Class<?>, Counts> kinds = new TreeMap<>(BY_NAME);
  private final Map<Class<?>, Map<String, Long>> codes = new TreeMap<>(BY_NAME);

  /// Of those that the model had said must be accepted: all, and those refused for a document.
  private final Map<Class<?>, Long> promised = new TreeMap<>(BY_NAME);

  private final Map<Class<?>, Long> guarded = new TreeMap<>(BY_NAME);

  /// @param foreseen those of which the model had said what becomes of them
  record Counts(long accepted, long refused, long foreseen) {}

  void count(Command command, boolean accepted, boolean foreseen) {
    kinds.merge(
        command.getClass(),
        new Counts(accepted ? 1 : 0, accepted ? 0 : 1, foreseen ? 1 : 0),
        Tally::plus);
  }

  /// A command was refused because of a document.
  void guarded(Attempt given) {
    if (given.forecast() == Attempt.Forecast.ACCEPTED) {
      guarded.merge(given.command().getClass(), 1L, Long::sum);
    }
  }

  /// A command of which the model had said that it must be accepted, but for documents.
  void promised(Attempt given) {
    if (given.forecast() == Attempt.Forecast.ACCEPTED) {
      promised.merge(given.command().getClass(), 1L, Long::sum);
    }
  }

  /// Why one of them was refused.
  void refused(Command command, String code) {
    codes.computeIfAbsent(command.getClass(), any -> new TreeMap<>()).merge(code, 1L, Long::sum);
  }

  /// Adds what another walk has counted.
  public void add(Tally other) {
    other.kinds.forEach((kind, counts) -> kinds.merge(kind, counts, Tally::plus));
    other.promised.forEach((kind, times) -> promised.merge(kind, times, Long::sum));
    other.guarded.forEach((kind, times) -> guarded.merge(kind, times, Long::sum));
    other.codes.forEach(
        (kind, counts) ->
            counts.forEach(
                (code, times) ->
                    codes
                        .computeIfAbsent(kind, any -> new TreeMap<>())
                        .merge(code, times, Long::sum)));
  }

  /// Kinds of which documents stood in the way of more than three in four of those that should have
  /// been accepted; where there were only a few, that says nothing.
  public List<Class<?>> mostlyGuarded() {
    return guarded.entrySet().stream()
        .filter(each -> sure(each.getKey()) >= FEW && each.getValue() * 4 > sure(each.getKey()) * 3)
        .<Class<?>>map(Map.Entry::getKey)
        .toList();
  }

  private long sure(Class<?> kind) {
    return promised.getOrDefault(kind, 0L);
  }

  private static Counts plus(Counts a, Counts b) {
    return new Counts(a.accepted + b.accepted, a.refused + b.refused, a.foreseen + b.foreseen);
  }

  public long accepted(Class<?> kind) {
    return kinds.getOrDefault(kind, new Counts(0, 0, 0)).accepted();
  }

  /// How many commands were judged.
  public long all() {
    return kinds.values().stream().mapToLong(each -> each.accepted + each.refused).sum();
  }

  /// Of how many commands the model had said what becomes of them.
  public long foreseen() {
    return kinds.values().stream().mapToLong(Counts::foreseen).sum();
  }

  /// Those of these kinds that were never accepted.
  public List<Class<?>> never(List<? extends Class<?>> wanted) {
    return wanted.stream()
        .filter(kind -> accepted(kind) == 0)
        .<Class<?>>map(kind -> kind)
        .sorted(BY_NAME)
        .toList();
  }

  /// A line for each kind.
  @Override
  public String toString() {
    return kinds.entrySet().stream()
        .map(
            each ->
                String.format(
                    "%-20s accepted %4d  refused %4d  foreseen %4d  sure %4d  guarded %4d  %s",
                    each.getKey().getSimpleName(),
                    each.getValue().accepted,
                    each.getValue().refused,
                    each.getValue().foreseen,
                    sure(each.getKey()),
                    guarded.getOrDefault(each.getKey(), 0L),
                    codes.getOrDefault(each.getKey(), Map.of())))
        .collect(Collectors.joining("\n"));
  }
}
