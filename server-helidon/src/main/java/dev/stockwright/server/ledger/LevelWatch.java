package dev.stockwright.server.ledger;

import dev.stockwright.server.desk.Submission;
import dev.stockwright.server.watching.AlertKind;
import dev.stockwright.server.watching.AlertRules;
import dev.stockwright.server.watching.Limits;
import dev.stockwright.vocabulary.CommandId;
import java.util.Collection;
import java.util.List;

/// Looks at levels, command by command, for what they raise and what is over by them; nothing is
/// written here. An alert's draft comes after those of its command, so that it is no part of the
/// command's answer. Owned by the transaction's thread.
public final class LevelWatch {
  private static final String ITSELF = "server";

  private final Collection<Shelf> shelves;
  private final List<Entry> entries;

  LevelWatch(Collection<Shelf> shelves, List<Entry> entries) {
    this.shelves = shelves;
    this.entries = entries;
  }

  /// Looks at what a command has changed, whose drafts begin at `mark`.
  public void changed(int mark, Submission by) {
    changed(mark, by.id(), by.author().code());
  }

  /// Looks at what promises have changed that lapsed before the first command.
  void lapsed() {
    changed(0, LockedStock.BY_ITSELF, ITSELF);
  }

  private void changed(int mark, CommandId by, String author) {
    for (int i = mark, end = entries.size(); i < end; i++) {
      if (entries.get(i).draft instanceof Draft.Moved moved) {
        look(moved.shelf(), by, author);
      } else {
        entries.get(i).draft.shelves().forEach(shelf -> look(shelf, by, author));
      }
    }
  }

  /// Looks at every level that was read: for a command that may change what is watched.
  public void all(Submission by) {
    shelves.forEach(shelf -> look(shelf, by.id(), by.author().code()));
  }

  /// Looks at what no command changed: rows that were made for a command which was then refused.
  public void rest() {
    shelves.forEach(shelf -> look(shelf, LockedStock.BY_ITSELF, ITSELF));
  }

  private void look(Shelf shelf, CommandId by, String author) {
    int before = shelf.alerts;
    if (before == 0 && shelf.limits.equals(Limits.NONE)) {
      return;
    }
    int now = AlertRules.standing(shelf.limits, before, shelf.available(), shelf.onHand);
    if (now == before) {
      return;
    }
    shelf.alerts = now;
    shelf.changed = true;
    for (AlertKind kind : AlertKind.OF_LEVELS) {
      if (((now ^ before) & kind.bit()) != 0) {
        Rise rise = new Rise(shelf, kind, (now & kind.bit()) != 0, by, author);
        entries.add(new Entry(new Draft.Alerted(rise)));
      }
    }
  }
}
