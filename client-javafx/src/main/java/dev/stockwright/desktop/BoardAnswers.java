package dev.stockwright.desktop;

import dev.stockwright.client.ClientCore;
import dev.stockwright.client.outbox.Added;
import dev.stockwright.client.refusals.RefusalWords;
import dev.stockwright.client.words.BoardPhrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.desktop.picking.Notice;
import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.Command;
import dev.stockwright.vocabulary.CommandId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Gives what was decided on the board to the outbox, and says what the server answers: that it is
/// done, or its sentence. Owned by the worker's thread.
final class BoardAnswers {
  private final ClientCore client;
  private final Consumer<Notice> said;
  private final Map<CommandId, Decided> waiting = new HashMap<>();

  /// One thing that was decided, in as many commands as it takes.
  private static final class Decided {
    private final String subject;
    private final Text done;
    private int left;
    private boolean refused;

    Decided(String subject, Text done, int left) {
      this.subject = subject;
      this.done = done;
      this.left = left;
    }
  }

  /// @param said hears what is to be shown
  BoardAnswers(ClientCore client, Consumer<Notice> said) {
    this.client = client;
    this.said = said;
  }

  /// Keeps the commands, which are sent at once.
  ///
  /// @param subject what a refusal is about
  /// @param done what is said when all of them were accepted
  void give(String subject, Text done, List<Command> commands) {
    Decided decided = new Decided(subject, done, commands.size());
    said.accept(new Notice(say(Text.of(BoardPhrase.SENDING)), false));
    for (Command command : commands) {
      switch (client.add(command, false)) {
        case Added.Saved saved -> waiting.put(saved.envelope().id(), decided);
        case Added.NotSaved not -> {
          decided.refused = true;
          said.accept(new Notice(not.sentence(), true));
        }
      }
    }
  }

  /// The server has answered; false when it was nothing of this board.
  boolean settled(CommandId id, Answer answer) {
    Optional<Decided> decided = Optional.ofNullable(waiting.remove(id));
    decided.ifPresent(it -> settled(it, answer));
    return decided.isPresent();
  }

  private void settled(Decided decided, Answer answer) {
    decided.left--;
    if (answer instanceof Answer.Refused) {
      decided.refused = true;
      String why = RefusalWords.sentence(Optional.of(answer), client.wording());
      said.accept(new Notice(say(Text.of(BoardPhrase.REFUSED, decided.subject, why)), true));
    } else if (decided.left == 0 && !decided.refused) {
      said.accept(new Notice(say(decided.done), false));
    }
  }

  private String say(Text text) {
    return client.wording().say(text);
  }
}
