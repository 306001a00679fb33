package dev.stockwright.client.sync;

import dev.stockwright.client.known.OpenOrder;
import dev.stockwright.client.known.Place;
import dev.stockwright.client.known.Watched;
import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.Envelope;
import dev.stockwright.protocol.Event;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Asking the server. Every call ends within its deadline and never throws for what the network or
/// the server does.
public interface ServerLink {
  /// The most envelopes of one call.
  int BATCH_MAX = 100;

  Reply<SignedIn> signIn(Credentials credentials, DeviceId device);

  /// Ends the session on the server when it can be reached, and here in any case.
  void signOut();

  /// The token to show, while there is one.
  Optional<String> token();

  /// Sends 1 to [#BATCH_MAX] envelopes of one device in the order of their numbers; the answers
  /// come in the same order.
  Reply<List<Answer>> send(List<Envelope> envelopes);

  /// Has one command judged as that of somebody who shows badge and PIN at this device, while
  /// somebody else is signed in.
  ///
  /// @param envelope of number 0, without an author: it is not of the outbox
  Reply<Answer> approve(PinProof shown, Envelope envelope);

  /// @param changedSince the mark of an earlier answer; all products when absent
  /// @param after the cursor of the page before; empty for the first
  Reply<ProductPart> products(Optional<String> changedSince, String after);

  Reply<Page<Place>> locations(WarehouseCode warehouse, String after);

  Reply<Page<OpenOrder>> purchaseOrders(WarehouseCode warehouse, String after);

  /// A part of all balances of a warehouse, as of any event.
  Reply<BalancePart> balances(WarehouseCode warehouse, String after);

  /// The movements of what somebody looks at, in one warehouse, newest first.
  ///
  /// @param limit no more than these
  Reply<List<Event.StockMoved>> lastMoves(WarehouseCode warehouse, Watched what, int limit);

  /// A page of any list, as the server says it.
  ///
  /// @param path ends with `?` or `&`
  Reply<Page<Map<String, Object>>> list(String path, String after);

  /// Any one thing, as the server says it.
  Reply<Map<String, Object>> one(String path);
}
