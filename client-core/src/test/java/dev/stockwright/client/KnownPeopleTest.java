package dev.stockwright.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.stockwright.client.store.DeviceStore;
import dev.stockwright.client.sync.SignedIn;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.WarehouseCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NullUnmarked // fields are set before each test
class KnownPeopleTest {
  @TempDir private Path folder;
  private final ManualClock clock = new ManualClock();
  private DeviceStore store;
  private KnownPeople people;

  private SignedIn ana() {
    return new SignedIn(
        new Operator("ana"),
        "Ana",
        "worker",
        List.of(new WarehouseCode("NORTH")),
        clock.instant().plus(Duration.ofHours(8)));
  }

  @BeforeEach
  void open() {
    store = DeviceStore.open(folder.resolve("device.db"), clock).store();
    people = new KnownPeople(store, clock, new SplittableRandom(7));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void whoWasHereIsLetInForTwelveHoursAndAfterTheDeviceWasOpenedAgain() {
    people.remember("SW-ANA", "123456", ana());
    store.close();
    open();
    KnownPeople.Right right =
        assertInstanceOf(KnownPeople.Right.class, people.check("SW-ANA", "123456"));
    assertEquals("ana", right.person().operator().code());
    assertEquals(List.of(new WarehouseCode("NORTH")), right.person().warehouses());
    clock.advance(KnownPeople.MEMORY);
    assertInstanceOf(KnownPeople.Right.class, people.check("SW-ANA", "123456"));
    clock.advance(Duration.ofSeconds(1));
    assertInstanceOf(KnownPeople.Stranger.class, people.check("SW-ANA", "123456"));
  }

  @Test
  void nobodyElseIsLetIn() {
    people.remember("SW-ANA", "123456", ana());
    assertInstanceOf(KnownPeople.Stranger.class, people.check("SW-BEN", "123456"));
    assertEquals(Optional.empty(), people.of("SW-BEN"));
  }

  @Test
  void fiveWrongPinsBlockForFiveMinutesAndThenThereAreFiveAgain() {
    people.remember("SW-ANA", "123456", ana());
    for (int left = 4; left > 0; left--) {
      assertEquals(new KnownPeople.Wrong(left), people.check("SW-ANA", "000000"));
    }
    assertInstanceOf(KnownPeople.TooOften.class, people.check("SW-ANA", "000000"));
    assertInstanceOf(KnownPeople.TooOften.class, people.check("SW-ANA", "123456"));
    clock.advance(KnownPeople.BLOCK);
    assertEquals(new KnownPeople.Wrong(4), people.check("SW-ANA", "000000"));
    assertInstanceOf(KnownPeople.Right.class, people.check("SW-ANA", "123456"));
  }

  @Test
  void aSupervisorFreesWhoIsBlocked() {
    people.remember("SW-ANA", "123456", ana());
    for (int i = 0; i < KnownPeople.TRIES; i++) {
      people.check("SW-ANA", "000000");
    }
    people.free("SW-ANA");
    assertInstanceOf(KnownPeople.Right.class, people.check("SW-ANA", "123456"));
  }

  @Test
  void neitherBadgeNorPinStandsInTheFile() throws IOException {
    people.remember("SW-ANA-BADGE", "73914628", ana());
    store.close();
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        assertFalse(bytes.contains("SW-ANA-BADGE"), file::toString);
        assertFalse(bytes.contains("73914628"), file::toString);
      }
    }
    open();
  }
}
