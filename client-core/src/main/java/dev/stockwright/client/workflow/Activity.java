package dev.stockwright.client.workflow;

import java.util.Optional;
import java.util.stream.Stream;

/// What somebody can be at.
public enum Activity {
  HOME,
  RECEIVE,
  PUT_AWAY,
  PICK,
  COUNT,
  MOVE,
  TRANSFER,
  ADJUST,
  LOOK_UP,
  PACK,
  SHIP,
  RETURN;

  /// The activity of that name; absent: of an app of another version.
  public static Optional<Activity> named(String name) {
    return Stream.of(values()).filter(activity -> activity.name().equals(name)).findFirst();
  }

  /// Where a task is done.
  ///
  /// @param kind such as `put_away`
  public static Activity ofTask(String kind) {
    return switch (kind) {
      case "put_away" -> PUT_AWAY;
      case "count", "zero_check", "check" -> COUNT;
      case "pack" -> PACK;
      case "load" -> SHIP;
      case "transfer" -> TRANSFER;
      case "receive" -> RECEIVE;
      case "replenish" -> MOVE;
      default -> PICK;
    };
  }
}
