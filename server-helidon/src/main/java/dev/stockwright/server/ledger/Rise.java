package dev.stockwright.server.ledger;

import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.server.stock.Step;
import dev.stockwright.server.watching.AlertKind;
import dev.stockwright.server.watching.AlertRules;
import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.Reference;
import java.util.Optional;

/// An alert of a kind that the level of a shelf raises, or that ends, at the moment of a command.
/// Owned by the transaction's thread.
final class Rise {
  final Shelf shelf;
  final AlertKind kind;
  final boolean opens;

  /// The command, and who gave it.
  final CommandId by;

  final String author;

  /// The figure that the kind looks at, at that moment.
  final long value;

  /// The alert's; 0 while it is not known, and when there is none.
  long id;

  Rise(Shelf shelf, AlertKind kind, boolean opens, CommandId by, String author) {
    this.shelf = shelf;
    this.kind = kind;
    this.opens = opens;
    this.by = by;
    this.author = author;
    this.value = AlertRules.value(kind, shelf.available(), shelf.onHand);
  }

  /// What the alert is about; of each cause one is open.
  String cause() {
    return kind.code() + "/" + shelf.productId;
  }

  String number() {
    return "AL-" + id;
  }

  String state() {
    return opens ? "open" : "resolved";
  }

  /// What everybody is told; no figures, because some may not see them.
  Step.Note note() {
    return new Step.Note(
        shelf.key.warehouse(),
        DocumentKind.ALERT,
        new Reference(number()),
        state(),
        Optional.of(kind.code() + " " + shelf.key.sku()));
  }
}
