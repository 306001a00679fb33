package dev.stockwright.client.outbox;

import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.ReferralCommand;

/// Commands that are no work themselves but tell of some. Nobody has to do anything when the server
/// refuses one: refused work that could not be referred needs a person again, and a mismatch that
/// is not noted is none.
final class Telling {
  private Telling() {}

  static boolean is(Command command) {
    return command instanceof ReferralCommand.ReferRefusal || note(command);
  }

  /// Goes along in the background: nobody waits for it.
  static boolean note(Command command) {
    return command instanceof ReferralCommand.NoteMismatch;
  }

  /// How a command stands that was refused.
  static Entry.Fate refused(Command command) {
    return is(command) ? Entry.Fate.DISCARDED : Entry.Fate.ATTENTION;
  }
}
