package dev.stockwright.client;

import dev.stockwright.client.card.Card;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.known.OpenOrder;
import dev.stockwright.client.known.Place;
import dev.stockwright.client.rfid.HeardTag;
import dev.stockwright.client.workflow.Outcome;
import dev.stockwright.client.workflow.Sighting;
import dev.stockwright.client.workflow.portal.PortalState;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Scan;
import java.util.List;
import java.util.Optional;

/// The RFID gate of a desk: a [WorkSession] of receiving what passes it. Safe for many threads.
public final class PortalSession {
  private final WorkSession<PortalState> session;
  private final TagNames names;

  PortalSession(WorkSession<PortalState> session, TagNames names) {
    this.session = session;
    this.names = names;
  }

  /// How far it is.
  public PortalState state() {
    return session.state();
  }

  /// Whether goods pass just now.
  public boolean reading() {
    return state().phase() instanceof PortalState.Reading;
  }

  /// What the screen shows, before it is put into words.
  public Card card() {
    return session.card();
  }

  /// Begins to read for an order.
  ///
  /// @param staging where the goods are put down
  public synchronized Outcome begin(OpenOrder order, Optional<LocationCode> staging) {
    session.onSighting(new Sighting.Document(order));
    staging.ifPresent(
        place -> session.onSighting(new Sighting.AtPlace(new Place(place, "", "staging"))));
    return session.press(Key.OK);
  }

  /// Tags that were heard since the last time.
  public synchronized Outcome heard(List<HeardTag> tags) {
    return session.onSighting(new Sighting.Tags(tags.stream().map(names::of).toList()));
  }

  /// A piece whose tag was not heard, or a card of the command sheet.
  public Outcome onScan(Scan scan) {
    return session.onScan(scan);
  }

  /// Ends the pass, accepts, reads again.
  public Outcome press(Key key) {
    return session.press(key);
  }
}
