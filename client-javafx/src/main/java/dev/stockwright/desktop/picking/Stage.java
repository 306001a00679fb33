package dev.stockwright.desktop.picking;

import dev.stockwright.client.words.BoardPhrase;
import java.util.Optional;
import java.util.stream.Stream;

/// How far an order is, as a shift leader sees it; in the order of the board.
public enum Stage {
  TO_RELEASE(BoardPhrase.TO_RELEASE),
  WAITING(BoardPhrase.WAITING),
  PICKING(BoardPhrase.PICKING),
  BLOCKED(BoardPhrase.BLOCKED),
  PICKED(BoardPhrase.PICKED),
  PACKED(BoardPhrase.PACKED);

  private final BoardPhrase words;

  Stage(BoardPhrase words) {
    this.words = words;
  }

  BoardPhrase words() {
    return words;
  }

  /// What the server knows of an order.
  ///
  /// @param state the server's word for it
  /// @param unreleased units that are promised and nobody has been told to pick
  /// @param open units to be picked from a bin
  /// @param waiting units to be picked once goods have come
  /// @param begun whether somebody holds it, or has picked some
  public record Facts(String state, long unreleased, long open, long waiting, boolean begun) {}

  /// Where it stands.
  public static Stage of(Facts facts) {
    return switch (facts.state()) {
      case "packed" -> PACKED;
      case "picked" -> PICKED;
      case "picking" -> underWay(facts);
      default -> facts.unreleased() > 0 ? TO_RELEASE : BLOCKED;
    };
  }

  private static Stage underWay(Facts facts) {
    if (facts.waiting() > 0) {
      return BLOCKED;
    }
    if (facts.open() > 0) {
      return facts.begun() ? PICKING : WAITING;
    }
    return facts.unreleased() > 0 ? TO_RELEASE : BLOCKED;
  }

  /// The one that a digit stands for; 1 is the first.
  static Optional<Stage> numbered(int number) {
    return number < 1 ? Optional.empty() : Stream.of(values()).skip(number - 1L).findFirst();
  }
}
