package dev.stockwright.client.sync;

import dev.stockwright.client.known.OpenOrder;
import dev.stockwright.client.known.Place;
import dev.stockwright.client.known.Watched;
import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.Envelope;
import dev.stockwright.protocol.Event;
import dev.stockwright.protocol.ReceiveGoods;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// A server of one device, in memory, with the rules of the real one for ids and numbers, and a bad
/// line in front of it. Products whose SKU begins with `X` are unknown.
final class JudgingServer implements ServerLink {
  /// How often (of 100) each thing goes wrong.
  record Faults(int cut, int answerLost, int busy, int signInNeeded, int deferred) {
    static final Faults NONE = new Faults(0, 0, 0, 0, 0);
  }

  private final Random random;
  private final boolean remembers;
  private final Map<CommandId, Answer> answers = new HashMap<>();
  final List<Envelope> applied = new ArrayList<>();
  final List<List<Long>> batches = new ArrayList<>();
  final List<Watched> looked = new ArrayList<>();
  Reply<List<Event.StockMoved>> lastMoves = new Reply.Ok<>(List.of());
  Faults faults;
  long last;

  /// @param remembers false for a server that forgets what it has done: the negative control
  JudgingServer(Random random, Faults faults, boolean remembers) {
    this.random = random;
    this.faults = faults;
    this.remembers = remembers;
  }

  @Override
  public Reply<List<Answer>> send(List<Envelope> envelopes) {
    batches.add(envelopes.stream().map(Envelope::sequence).toList());
    int luck = random.nextInt(100);
    if (luck < faults.cut()) {
      return new Reply.Failed<>(new Reply.Unreachable("cut"));
    }
    luck -= faults.cut();
    if (luck < faults.busy() && luck >= 0) {
      return new Reply.Failed<>(new Reply.Busy(Duration.ofSeconds(2)));
    }
    luck -= faults.busy();
    if (luck < faults.signInNeeded() && luck >= 0) {
      return new Reply.Failed<>(new Reply.SignInNeeded());
    }
    luck -= faults.signInNeeded();
    boolean lost = luck >= 0 && luck < faults.answerLost();
    List<Answer> judged = new ArrayList<>();
    int most = lost && random.nextBoolean() ? random.nextInt(envelopes.size()) : 100;
    for (Envelope envelope : envelopes.subList(0, Math.min(most, envelopes.size()))) {
      judged.add(judge(envelope));
    }
    return lost ? new Reply.Failed<>(new Reply.Unreachable("answer lost")) : new Reply.Ok<>(judged);
  }

  private Answer judge(Envelope envelope) {
    Answer known = answers.get(envelope.id());
    if (known != null) {
      return known;
    }
    if (envelope.sequence() > last + 1) {
      return new Answer.Deferred(envelope.id(), "sequence_gap", "Gap.", 100, last + 1);
    }
    boolean numbered = envelope.sequence() > 0;
    if (remembers && numbered && envelope.sequence() <= last) {
      Refusal used = new Refusal.SequenceUsed(envelope.device(), envelope.sequence(), last);
      return new Answer.Refused(envelope.id(), used, "Used.");
    }
    if (random.nextInt(100) < faults.deferred()) {
      return new Answer.Deferred(envelope.id(), "busy", "Busy.", 250, 0);
    }
    last = Math.max(last, envelope.sequence());
    Answer answer = decide(envelope);
    if (remembers) {
      answers.put(envelope.id(), answer);
    }
    return answer;
  }

  private Answer decide(Envelope envelope) {
    if (envelope.command() instanceof ReceiveGoods receive
        && receive.sku().code().startsWith("X")) {
      return new Answer.Refused(
          envelope.id(), new Refusal.UnknownProduct(receive.sku()), "Not known.");
    }
    applied.add(envelope);
    return new Answer.Accepted(envelope.id(), List.of());
  }

  /// A backup of the database as it was after number `sequence` is restored.
  void restore(long sequence) {
    last = sequence;
    applied.removeIf(envelope -> envelope.sequence() > sequence);
    answers
        .keySet()
        .removeIf(id -> applied.stream().noneMatch(envelope -> envelope.id().equals(id)));
  }

  @Override
  public Reply<SignedIn> signIn(Credentials credentials, DeviceId device) {
    return new Reply.Failed<>(new Reply.Unreachable("not asked for here"));
  }

  @Override
  public Reply<Answer> approve(PinProof shown, Envelope envelope) {
    return new Reply.Failed<>(new Reply.Unreachable("not asked for here"));
  }

  @Override
  public void signOut() {}

  @Override
  public Optional<String> token() {
    return Optional.of("token");
  }

  @Override
  public Reply<ProductPart> products(Optional<String> changedSince, String after) {
    return new Reply.Ok<>(new ProductPart(List.of(), Optional.empty(), Optional.empty()));
  }

  @Override
  public Reply<Page<Place>> locations(WarehouseCode warehouse, String after) {
    return new Reply.Ok<>(new Page<>(List.of(), Optional.empty()));
  }

  @Override
  public Reply<Page<OpenOrder>> purchaseOrders(WarehouseCode warehouse, String after) {
    return new Reply.Ok<>(new Page<>(List.of(), Optional.empty()));
  }

  @Override
  public Reply<BalancePart> balances(WarehouseCode warehouse, String after) {
    return new Reply.Failed<>(new Reply.Refused(403, "not_allowed", "Not for this test."));
  }

  @Override
  public Reply<List<Event.StockMoved>> lastMoves(WarehouseCode warehouse, Watched what, int limit) {
    looked.add(what);
    return lastMoves;
  }

  @Override
  public Reply<Page<Map<String, Object>>> list(String path, String after) {
    return new Reply.Ok<>(new Page<>(List.of(), Optional.empty()));
  }

  @Override
  public Reply<Map<String, Object>> one(String path) {
    return new Reply.Failed<>(new Reply.Refused(404, "unknown", "There is none."));
  }
}
