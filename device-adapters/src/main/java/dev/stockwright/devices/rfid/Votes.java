package dev.stockwright.devices.rfid;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// What the tags of a door did lately: things on one pallet pass together, so those of which much
/// was heard speak for those of which little was. Owned by its [Door].
final class Votes {
  private static final int MOST = 2_000;

  /// So many tags make a pallet, and so sure must they be together.
  private static final int COMPANIONS = 3;

  private static final double TOGETHER = 6;

  /// One tag, sure or not.
  private record Vote(
      String key, Direction direction, long change, long first, long last, double certainty) {}

  private final Deque<Vote> votes = new ArrayDeque<>();

  void add(String key, PassTrace trace, SideLead lead) {
    votes.removeIf(vote -> vote.key.equals(key));
    if (votes.size() == MOST) {
      votes.removeFirst();
    }
    Direction direction = lead.shift() > 0 ? Direction.IN : Direction.OUT;
    votes.add(
        new Vote(key, direction, lead.change(), trace.first(), trace.last(), lead.certainty()));
  }

  void forget(long before) {
    votes.removeIf(vote -> vote.last < before);
  }

  /// Those that passed while this one was heard, if there are some in this direction.
  Optional<Companions> with(String key, PassTrace trace, Direction direction) {
    List<Vote> with = new ArrayList<>();
    double certainty = 0;
    for (Vote vote : votes) {
      if (vote.direction == direction
          && !vote.key.equals(key)
          && vote.first <= trace.last()
          && vote.last >= trace.first()) {
        with.add(vote);
        certainty += vote.certainty;
      }
    }
    if (with.size() < COMPANIONS || certainty < TOGETHER) {
      return Optional.empty();
    }
    long[] changes = with.stream().mapToLong(Vote::change).sorted().toArray();
    return Optional.of(
        new Companions(
            direction,
            changes[changes.length / 2],
            with.stream().mapToLong(Vote::first).min().orElseThrow(),
            with.stream().mapToLong(Vote::last).max().orElseThrow()));
  }
}
