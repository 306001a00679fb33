package dev.stockwright.client.replica;

import dev.stockwright.client.known.PastMove;
import dev.stockwright.client.known.Watched;
import dev.stockwright.protocol.Event;
import dev.stockwright.vocabulary.Sku;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// What moved last of what somebody looks at: asked of the server once, then followed by the
/// stream. The last [#KEPT] that were looked at stay known, in memory alone.
///
/// All methods are synchronized on this.
public final class LastMoves {
  /// How many movements of each are known at most.
  public static final int MOVES = 5;

  static final int KEPT = 20;

  private final Map<Watched, Moves> known = new LinkedHashMap<>(); // looked at longest ago first
  private Optional<Watched> watched = Optional.empty();
  private Runnable wanted = () -> {};
  private boolean changed;
  private long jumps;

  /// By number, so that what the server and the stream both say is there once.
  private static final class Moves {
    private final TreeMap<Long, PastMove> byNumber = new TreeMap<>(Comparator.reverseOrder());
    private boolean asked;

    private void add(Event.StockMoved moved) {
      byNumber.put(moved.n(), PastMove.of(moved));
      while (byNumber.size() > MOVES) {
        byNumber.pollLastEntry();
      }
    }
  }

  /// Called when there is something to be asked or shown; must be quick.
  public synchronized void onWanted(Runnable listener) {
    wanted = listener;
  }

  /// Somebody looks at this now, and at nothing else.
  public synchronized void watch(Optional<Watched> what) {
    if (what.equals(watched)) {
      return;
    }
    watched = what;
    what.ifPresent(
        now -> {
          Moves before = known.remove(now);
          known.put(now, before == null ? new Moves() : before);
          if (known.size() > KEPT) {
            known.remove(known.keySet().iterator().next());
          }
        });
    if (wanted().isPresent()) {
      wanted.run();
    }
  }

  /// What is to be asked of the server. Of a place nothing is: there no index helps it.
  public synchronized Optional<Watched> wanted() {
    return watched.filter(
        what -> {
          Moves moves = known.get(what);
          return !(what instanceof Watched.At) && moves != null && !moves.asked;
        });
  }

  /// How often the stream has jumped, so that something may have been left out.
  public synchronized long jumps() {
    return jumps;
  }

  /// What the server says, in any order; it may include what the stream has said meanwhile.
  ///
  /// @param jumps how often the stream had jumped before the server was asked
  public synchronized void told(Watched what, List<Event.StockMoved> moves, long jumps) {
    Moves into = known.get(what);
    if (into != null && jumps == this.jumps) {
      moves.forEach(into::add);
      into.asked = true;
    }
  }

  /// The newest first; empty when the server was not asked yet.
  public synchronized Optional<List<PastMove>> of(Watched what) {
    return Optional.ofNullable(known.get(what))
        .filter(moves -> moves.asked)
        .map(moves -> List.copyOf(moves.byNumber.values()));
  }

  /// The stream has said something.
  public synchronized void changed(ReplicaChange change) {
    if (change.all()) {
      jumps++;
      known.values().forEach(moves -> moves.asked = false);
    }
    List<Event.StockMoved> moves = new ArrayList<>();
    for (Event event : change.events()) {
      if (event instanceof Event.StockMoved moved) {
        moves.add(moved);
      }
    }
    known.forEach((what, into) -> moves.stream().filter(what::moved).forEach(into::add));
    if (watched.filter(what -> concerns(what, change.all(), change.skus(), moves)).isPresent()) {
      changed = true;
      wanted.run();
    }
  }

  private static boolean concerns(
      Watched what, boolean all, Set<Sku> skus, List<Event.StockMoved> moves) {
    boolean level = what instanceof Watched.Goods goods && skus.contains(goods.sku());
    return all || level || moves.stream().anyMatch(what::moved);
  }

  /// Whether what is looked at has changed since this was asked last.
  public synchronized boolean toBeShown() {
    boolean shown = changed;
    changed = false;
    return shown;
  }

  /// Takes everything off the device: whoever works with it now must not know.
  public synchronized void forget() {
    known.clear();
    watched = Optional.empty();
  }
}
