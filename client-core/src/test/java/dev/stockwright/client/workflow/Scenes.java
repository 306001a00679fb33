package dev.stockwright.client.workflow;

import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// Scenes of workflow tests: NORTH, in the morning of 20 November 2026, event 7, worker `ana`.
public final class Scenes {
  public static final WarehouseCode NORTH = new WarehouseCode("NORTH");
  public static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
  public static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
  public static final Operator ANA = new Operator("ana");

  private Scenes() {}

  public static Scene online(Books books) {
    return scene(books, true, false);
  }

  public static Scene offline(Books books) {
    return scene(books, false, false);
  }

  public static Scene supervisor(Books books) {
    return scene(books, true, true);
  }

  public static Scene later(Scene scene, Instant now) {
    return new Scene(
        scene.warehouse(),
        scene.person(),
        scene.today(),
        now,
        scene.supervisor(),
        scene.online(),
        scene.seen(),
        scene.books());
  }

  private static Scene scene(Books books, boolean online, boolean supervisor) {
    return new Scene(NORTH, Optional.of(ANA), TODAY, NOW, supervisor, online, 7, books);
  }
}
