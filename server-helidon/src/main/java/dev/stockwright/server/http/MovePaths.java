package dev.stockwright.server.http;

import dev.stockwright.protocol.MoveCommand;
import java.util.List;

/// Where the commands of [MoveCommand] are taken.
final class MovePaths {
  static final List<WorkPath> ALL =
      List.of(
          new WorkPath(
              "/api/v1/moves",
              "move_goods",
              MoveCommand.MoveGoods.class,
              "Goods from one bin to another, if the bin takes them"),
          new WorkPath(
              "/api/v1/handling-units/{unit}/move",
              "move_handling_unit",
              MoveCommand.MoveHandlingUnit.class,
              "A handling unit with all that is in it"),
          new WorkPath(
              "/api/v1/handling-units/{unit}/nest",
              "nest_handling_unit",
              MoveCommand.NestHandlingUnit.class,
              "A unit is put on or into another one"),
          new WorkPath(
              "/api/v1/handling-units/{unit}/free",
              "free_handling_unit",
              MoveCommand.FreeHandlingUnit.class,
              "A unit is taken off the one that carried it"));

  private MovePaths() {}
}
