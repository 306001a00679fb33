package dev.stockwright.desktop.harness;

import dev.stockwright.desktop.look.Decision;
import dev.stockwright.desktop.picking.BoardLine;
import dev.stockwright.desktop.picking.BoardOrder;
import dev.stockwright.desktop.picking.Person;
import dev.stockwright.desktop.picking.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Orders for the picking board.
public final class BoardGoods {
  private static final Instant NOW = Floor.NOW;

  private BoardGoods() {}

  public static Person leader() {
    return new Person(
        "ines",
        true,
        List.of(
            new Decision.Option("unwanted", "Not wanted any more", ""),
            new Decision.Option("wrong", "Ordered by mistake", "")));
  }

  public static Person picker() {
    return new Person("wim", false, List.of());
  }

  /// @param hours until it is due; negative: it is late
  public static BoardOrder order(
      String number, Stage stage, String customer, double hours, long picked, long ordered) {
    boolean released = stage != Stage.TO_RELEASE;
    boolean done = stage == Stage.PICKED || stage == Stage.PACKED;
    return new BoardOrder(
        number,
        stage,
        customer,
        Optional.of(NOW.plus(Duration.ofMinutes(Math.round(hours * 60)))),
        hours < 0 ? 20 : 50,
        5,
        done ? 5 : (int) Math.min(4, picked / 4),
        ordered,
        picked,
        released ? 0 : ordered,
        stage == Stage.BLOCKED ? ordered - picked : 0,
        released ? Optional.of("WV-12") : Optional.empty(),
        released ? 4 : 0,
        released && !done
            ? List.of(new BoardOrder.Task("T-" + number, holder(stage), 1))
            : List.of(),
        picked > 0 ? List.of("ana") : List.of());
  }

  private static Optional<String> holder(Stage stage) {
    return stage == Stage.PICKING ? Optional.of("ben") : Optional.empty();
  }

  public static List<BoardOrder> orders() {
    return List.of(
        order("SO-10041", Stage.TO_RELEASE, "Kramer Innenausbau GmbH", -1.2, 0, 18),
        order("SO-10044", Stage.TO_RELEASE, "Werkzeug Brandt", 3, 0, 40),
        order("SO-10045", Stage.TO_RELEASE, "Tischlerei Voss", 26, 0, 6),
        order("SO-10032", Stage.WAITING, "Hausmeisterdienst Nord", 1.5, 0, 12),
        order("SO-10037", Stage.WAITING, "Elektro Sander", 4, 0, 1_240),
        order("SO-10029", Stage.PICKING, "Baumarkt Eastfield", -0.4, 12, 40),
        order("SO-10033", Stage.PICKING, "Kramer Innenausbau GmbH", 2, 3, 9),
        order("SO-10021", Stage.BLOCKED, "Möbelhaus Lindner & Söhne", -26, 4, 10),
        order("SO-10026", Stage.PICKED, "Elektro Sander", 0.8, 22, 22),
        order("SO-10027", Stage.PICKED, "Tischlerei Voss", 5, 8, 8),
        order("SO-10018", Stage.PACKED, "Werkzeug Brandt", 1, 30, 30));
  }

  public static List<BoardLine> lines() {
    return List.of(
        new BoardLine(
            "P-1", 1, "Hex bolt M8 × 40, zinc plated", 24, 24, "A-03-02", "ana", "Picked", ""),
        new BoardLine(
            "P-2", 2, "Folding rule 2 m", 6, 4, "A-04-01", "ana", "Short", "Bin was empty"),
        new BoardLine(
            "P-3", 2, "Folding rule 2 m", 2, 0, "C-01-07", "ben", "To pick", "Only 1 there"),
        new BoardLine(
            "P-4",
            3,
            "Cable ties 200 mm, black",
            5,
            0,
            "",
            "",
            "Waits for goods",
            "No goods that can be picked now"),
        new BoardLine(
            "back4",
            4,
            "Trimming knife 18 mm",
            3,
            0,
            "",
            "",
            "Back-ordered",
            "Promised when goods come"));
  }
}
