package dev.stockwright.desktop.picking;

import dev.stockwright.client.words.BoardPhrase;
import dev.stockwright.desktop.look.Decision;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What is done with orders of the board by keys: asked first where it is more than a touch, and
/// said why when it cannot be done now.
final class BoardDoing {
  private final BoardViewModel model;
  private final BoardActions actions;

  BoardDoing(BoardViewModel model, BoardActions actions) {
    this.model = model;
    this.actions = actions;
  }

  /// What a letter does, in capitals.
  void typed(char letter) {
    switch (letter) {
      case 'R' -> release();
      case 'T' -> takeBack();
      case 'P' -> rank();
      case 'A' -> assign();
      case 'G' -> giveBack();
      case 'X' -> cancel();
      case 'M' -> mark();
      case 'O' -> model.overdueOnly();
      case 'W' -> model.nextPicker();
      default -> {
        // It means nothing here.
      }
    }
  }

  /// Several orders become one wave.
  void mark() {
    model
        .chosen()
        .ifPresent(
            order -> {
              if (order.releasable()) {
                model.mark(order.number());
              } else {
                say(BoardPhrase.NOTHING_TO_RELEASE, order.number());
              }
            });
  }

  /// The marked orders, or the chosen one.
  void release() {
    if (!may()) {
      return;
    }
    Set<String> marked = model.marked().get();
    List<BoardOrder> orders =
        marked.isEmpty()
            ? model.chosen().stream().toList()
            : marked.stream().flatMap(number -> model.order(number).stream()).toList();
    Optional<BoardOrder> nothing = orders.stream().filter(order -> !order.releasable()).findFirst();
    if (orders.isEmpty()) {
      say(BoardPhrase.CHOOSE_FIRST);
    } else if (nothing.isPresent()) {
      say(BoardPhrase.NOTHING_TO_RELEASE, nothing.get().number());
    } else {
      model.ask(Asking.release(model, orders.stream().map(BoardOrder::number).toList(), actions));
    }
  }

  void takeBack() {
    chosen()
        .ifPresent(
            order -> {
              List<Decision.Option> reasons = model.person().get().reasons();
              if (order.wave().isEmpty() || order.tasks().isEmpty()) {
                say(BoardPhrase.NOT_IN_WAVE, order.number());
              } else if (reasons.isEmpty()) {
                say(BoardPhrase.NO_REASONS);
              } else {
                model.ask(
                    Asking.takeBack(
                        model, order.wave().get(), order.waveOrders(), reasons, actions));
              }
            });
  }

  void rank() {
    chosen().ifPresent(order -> model.ask(Asking.rank(model, order, actions)));
  }

  void cancel() {
    chosen()
        .ifPresent(
            order -> {
              List<Decision.Option> reasons = model.person().get().reasons();
              if (reasons.isEmpty()) {
                say(BoardPhrase.NO_REASONS);
              } else {
                model.ask(Asking.cancel(model, order.number(), reasons, actions));
              }
            });
  }

  void assign() {
    task().ifPresent(order -> model.ask(Asking.assign(model, order, model.people(), actions)));
  }

  void giveBack() {
    task()
        .ifPresent(
            order -> {
              if (order.held().isEmpty()) {
                say(BoardPhrase.NOT_HELD, order.number());
              } else {
                actions.giveBack(order);
              }
            });
  }

  /// The chosen order, when its tasks are free or mine: only who holds a task hands it on.
  private Optional<BoardOrder> task() {
    if (!reached()) {
      return Optional.empty();
    }
    Optional<BoardOrder> order = model.chosen();
    String me = model.person().get().code();
    Optional<String> other =
        order.flatMap(now -> now.held().stream().filter(holder -> !holder.equals(me)).findFirst());
    if (order.isEmpty()) {
      say(BoardPhrase.CHOOSE_FIRST);
    } else if (order.get().tasks().isEmpty()) {
      say(BoardPhrase.NO_TASK, order.get().number());
    } else if (other.isPresent()) {
      say(BoardPhrase.HELD, order.get().number(), other.get());
    } else {
      return order;
    }
    return Optional.empty();
  }

  private Optional<BoardOrder> chosen() {
    if (!may()) {
      return Optional.empty();
    }
    Optional<BoardOrder> order = model.chosen();
    if (order.isEmpty()) {
      say(BoardPhrase.CHOOSE_FIRST);
    }
    return order;
  }

  private boolean may() {
    if (!model.person().get().supervisor()) {
      say(BoardPhrase.SUPERVISOR_ONLY);
      return false;
    }
    return reached();
  }

  private boolean reached() {
    if (!model.online()) {
      say(BoardPhrase.NEEDS_SERVER);
      return false;
    }
    return true;
  }

  private void say(BoardPhrase why, Object... parts) {
    model.say(new Notice(model.say(why, parts), true));
  }
}
