package dev.stockwright.desktop;

import dev.stockwright.client.ClientCore;
import dev.stockwright.client.WarehouseDesk;
import dev.stockwright.client.workflow.Activity;
import dev.stockwright.desktop.lists.ListsScreen;
import dev.stockwright.desktop.lists.ListsViewModel;
import dev.stockwright.desktop.look.SiteTime;
import dev.stockwright.desktop.picking.BoardScreen;
import dev.stockwright.desktop.picking.BoardViewModel;
import dev.stockwright.desktop.shell.Section;
import dev.stockwright.desktop.shell.ShellViewModel;
import dev.stockwright.desktop.work.WorkScreen;
import dev.stockwright.desktop.work.WorkViewModel;
import dev.stockwright.fx.look.Delay;
import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.Envelope;
import dev.stockwright.vocabulary.Scan;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Work by cards, the lists and the picking board, put together.
final class DeskSections {
  private final Parts parts;
  private final Consumer<Scan> receiving;
  private final FloorWork work;
  private final FloorLists lists;
  private final PickingDesk board;

  /// What they are made of.
  ///
  /// @param questions where the server is asked
  record Parts(
      ClientCore client,
      Worker worker,
      Worker questions,
      FxBridge bridge,
      InstantSource clock,
      ShellViewModel shell,
      Delay delay) {}

  /// @param receiving takes scans that are wanted on the receiving screen
  DeskSections(Parts parts, FloorWork.Heard heard, Consumer<Scan> receiving) {
    this.parts = parts;
    this.receiving = receiving;
    this.work =
        new FloorWork(
            new FloorWork.Parts(
                parts.client(),
                parts.worker(),
                parts.bridge(),
                parts.clock(),
                parts.shell().speech(),
                this::open),
            heard);
    FloorLists.Parts asking =
        new FloorLists.Parts(
            parts.client(),
            parts.worker(),
            parts.questions(),
            parts.bridge(),
            parts.clock(),
            parts.shell().speech());
    this.lists = new FloorLists(asking);
    this.board = new PickingDesk(asking, parts.delay());
  }

  Map<Section, Screen> screens(SiteTime time) {
    return Map.of(
        Section.WORK,
        new WorkScreen(work.model()),
        Section.LISTS,
        new ListsScreen(lists.model(), this::workOn),
        Section.PICKING,
        new BoardScreen(board.model(), time, parts.clock(), this::workOn));
  }

  /// What a person wants has its own screen: that comes to the front, with what was scanned.
  private void open(Activity activity, Optional<Scan> scan) {
    if (activity == Activity.RECEIVE) {
      parts.shell().section().set(Section.RECEIVE);
      scan.ifPresent(receiving);
    }
  }

  /// The desk works in this warehouse now. On the worker's thread.
  void entered(WarehouseDesk desk) {
    lists.entered(desk);
    board.entered(desk);
  }

  /// A scan on a list is work.
  private void workOn(Scan scan) {
    parts.shell().section().set(Section.WORK);
    work.model().scan(scan);
  }

  /// A second has passed; on the JavaFX thread.
  void tick() {
    ShellViewModel shell = parts.shell();
    boolean here = shell.signedIn().get();
    lists.tick(here && shell.section().get() == Section.LISTS);
    board.tick(here && shell.section().get() == Section.PICKING);
  }

  /// Somebody is signed in. On the worker's thread.
  void came() {
    work.came();
    lists.came();
    board.came();
  }

  /// What they are drawn of may have changed. Any thread.
  void redraw() {
    work.redraw();
  }

  /// The server has answered a command. Any thread.
  void settled(Envelope envelope, Answer answer) {
    work.settled(envelope, answer);
    lists.settled(envelope.command());
    board.settled(envelope, answer);
  }

  /// What the work screen shows; of the JavaFX thread.
  WorkViewModel work() {
    return work.model();
  }

  /// What the lists show; of the JavaFX thread.
  ListsViewModel lists() {
    return lists.model();
  }

  /// What the picking board shows; of the JavaFX thread.
  BoardViewModel board() {
    return board.model();
  }

  void close() {
    work.close();
  }
}
