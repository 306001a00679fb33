package dev.stockwright.desktop;

import dev.stockwright.client.ClientCore;
import dev.stockwright.client.outbox.Added;
import dev.stockwright.client.sync.Page;
import dev.stockwright.client.sync.Reply;
import dev.stockwright.client.words.FloorPhrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.desktop.lists.ListRow;
import dev.stockwright.desktop.lists.ListsViewModel;
import dev.stockwright.protocol.Command;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// What the lists share that something can be done on: they ask the server, keep what is decided
/// like all work, and say what came of it.
record ListDesk(FloorLists.Parts parts, ListsViewModel model) {
  /// A page of what the server lists, by the cursor of the page before.
  interface Pages extends Function<String, Reply<Page<Map<String, Object>>>> {}

  ClientCore client() {
    return parts.client();
  }

  String say(FloorPhrase phrase, Object... values) {
    return client().wording().say(Text.of(phrase, values));
  }

  /// Says it beside the list; on any thread.
  void notice(FloorPhrase phrase, Object... values) {
    String said = say(phrase, values);
    parts.bridge().post(() -> model.notice().set(said));
  }

  /// Keeps commands that were decided here; nothing more is said when one is not kept.
  void keep(List<Command> commands, FloorPhrase done, Object... values) {
    parts
        .worker()
        .run(
            () -> {
              String said = say(done, values);
              for (Command command : commands) {
                if (client().add(command, false) instanceof Added.NotSaved not) {
                  said = not.sentence();
                }
              }
              String shown = said;
              parts.bridge().post(() -> model.notice().set(shown));
            });
  }

  /// Asks where questions are asked, and goes on with the answer on the same thread.
  <T> void ask(Function<WarehouseCode, Reply<T>> question, WarehouseCode here, Consumer<T> then) {
    parts
        .asking()
        .run(
            () -> {
              switch (question.apply(here)) {
                case Reply.Ok<T>(T value) -> then.accept(value);
                case Reply.Failed<T> _ -> notice(FloorPhrase.NOT_ANSWERED);
              }
            });
  }

  /// All pages, up to as many rows as are shown.
  static Reply<Page<ListRow>> all(Pages pages, Function<Map<String, Object>, ListRow> row) {
    List<ListRow> rows = new ArrayList<>();
    Optional<String> after = Optional.of("");
    while (after.isPresent() && rows.size() < ListsViewModel.ROWS_MAX) {
      switch (pages.apply(after.get())) {
        case Reply.Ok<Page<Map<String, Object>>>(Page<Map<String, Object>> page) -> {
          page.items().stream().map(row).forEach(rows::add);
          after = page.next();
        }
        case Reply.Failed<Page<Map<String, Object>>> failed -> {
          return new Reply.Failed<>(failed.trouble());
        }
      }
    }
    return new Reply.Ok<>(new Page<>(rows, after));
  }
}
