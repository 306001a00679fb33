package dev.stockwright.desktop;

import dev.stockwright.desktop.harness.BoardGoods;
import dev.stockwright.desktop.harness.Floor;
import dev.stockwright.desktop.harness.Goods;
import dev.stockwright.desktop.look.SyncState;
import dev.stockwright.desktop.picking.BoardState;
import dev.stockwright.desktop.picking.Notice;
import dev.stockwright.desktop.picking.Person;
import dev.stockwright.desktop.shell.Section;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// The pictures of the picking board.
final class BoardPictures {
  private BoardPictures() {}

  static Map<String, Consumer<Floor>> screens() {
    Map<String, Consumer<Floor>> screens = new LinkedHashMap<>();
    screens.put("92-board", BoardPictures::leader);
    screens.put("92-board-worker", floor -> board(floor, BoardGoods.picker()));
    screens.put("92-board-release", BoardPictures::release);
    screens.put("92-board-refused", BoardPictures::refused);
    screens.put("92-board-offline", BoardPictures::offline);
    screens.put("92-board-filtered", BoardPictures::filtered);
    screens.put("92-board-order", BoardPictures::order);
    screens.put("92-board-keys", BoardPictures::keys);
    return screens;
  }

  private static void board(Floor floor, Person who) {
    floor.working();
    floor.shell.section().set(Section.PICKING);
    floor.board.person(who);
    floor.board.tick(Floor.NOW, Optional.empty(), true);
    floor.board.show(BoardGoods.orders(), new BoardState.Shown(Floor.NOW, false));
    floor.board.moveSelection(1);
  }

  private static void leader(Floor floor) {
    board(floor, BoardGoods.leader());
  }

  private static void release(Floor floor) {
    leader(floor);
    floor.board.typed('m');
    floor.board.moveSelection(1);
    floor.board.typed('m');
    floor.board.typed('r');
  }

  private static void refused(Floor floor) {
    leader(floor);
    floor.board.say(
        new Notice(
            "SO-10041: Order SO-10041 is cancelled and not committed or picking; look at it again.",
            true));
  }

  private static void offline(Floor floor) {
    leader(floor);
    floor.shell.sync().set(new SyncState.Offline(3));
    floor.board.tick(
        Floor.NOW,
        Optional.of(new BoardState.Old(Goods.at("10:31"), Duration.ofMinutes(11))),
        false);
    floor.board.typed('r');
  }

  private static void filtered(Floor floor) {
    leader(floor);
    floor.board.find("rivet");
    floor.board.overdueOnly();
  }

  private static void order(Floor floor) {
    leader(floor);
    floor.board.select(Optional.of("SO-10029"));
    floor.board.open();
    floor.board.showLines("SO-10029", Optional.of(List.copyOf(BoardGoods.lines())));
  }

  private static void keys(Floor floor) {
    leader(floor);
    floor.shell.help().set(true);
  }
}
