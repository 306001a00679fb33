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

  /// At least this part of those that did not go the other way went this way.
  private static final double PART = 0.5;

  /// Less certain than this is no vote for a direction.
  private static final double VOTE = 0.7;

  /// One tag, sure or not.
  private record Vote(
      String key, Direction direction, long change, long first, long last, double certainty) {}

  private final Deque<Vote> votes = new ArrayDeque<>();

  /// @param swapped one side led at the start and the other at the end
  void add(String key, PassTrace trace, SideLead lead, boolean swapped) {
    votes.removeIf(vote -> vote.key.equals(key));
    if (votes.size() == MOST) {
      votes.removeFirst();
    }
    Direction way = lead.shift() > 0 ? Direction.IN : Direction.OUT;
    Direction direction = swapped && lead.certainty() >= VOTE ? way : Direction.UNDECIDED;
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
    int abstained = 0;
    for (Vote vote : votes) {
      boolean there =
          !vote.key.equals(key) && vote.first <= trace.last() && vote.last >= trace.first();
      if (there && vote.direction == direction) {
        with.add(vote);
        certainty += vote.certainty;
      } else if (there && vote.direction == Direction.UNDECIDED) {
        abstained++;
      }
    }
    if (with.size() < COMPANIONS
        || certainty < TOGETHER
        || with.size() < PART * (with.size() + abstained)) {
      return Optional.empty();
    }
    long[] changes = with.stream().mapToLong(Vote::change).sorted().toArray();
    return Optional.of(
        new Companions(
            direction,
            changes[changes.length / 2],
            with.stream().mapToLong(Vote::first).min().orElseThrow(),
            with.stream().mapToLong(Vote::last).max().orElseThrow(),
            certainty));
  }
}
