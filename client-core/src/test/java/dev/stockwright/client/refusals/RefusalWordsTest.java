package dev.stockwright.client.refusals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.client.words.Language;
import dev.stockwright.client.words.Wording;
import dev.stockwright.protocol.Came;
import dev.stockwright.protocol.CountRefusal;
import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.protocol.InboundRefusal;
import dev.stockwright.protocol.MasterRefusal;
import dev.stockwright.protocol.MoveRefusal;
import dev.stockwright.protocol.OrderRefusal;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.protocol.Sentences;
import dev.stockwright.protocol.Wire;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.SerialNumber;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// X2: the same sentence for the same refusal, on the server and on every screen. The samples are
/// the golden files of the wire, which have every refusal, and the ways in which they miss one.
class RefusalWordsTest {
  private static final Path GOLDEN =
      Path.of("..", "protocol", "src", "test", "resources", "dev", "stockwright", "protocol")
          .resolve(Path.of("golden", "refusal"));

  private static final WarehouseCode NORTH = new WarehouseCode("NORTH");
  private static final LocationCode BIN = new LocationCode("A-01-02");
  private static final Sku HAMMER = new Sku("HM-1");

  private static List<Refusal> samples() throws IOException {
    List<Refusal> samples = new ArrayList<>(others());
    try (Stream<Path> files = Files.list(GOLDEN)) {
      for (Path file : files.sorted().toList()) {
        samples.add(Wire.jsonb().type(Refusal.class).fromJson(Files.readString(file)));
      }
    }
    return samples;
  }

  private static List<Refusal> others() {
    List<Refusal> others = new ArrayList<>();
    for (String tracking : List.of("lot", "expiry", "serial")) {
      others.add(new InboundRefusal.TrackingMissing(HAMMER, tracking));
    }
    for (long fits : List.of(0L, 6_000L)) {
      others.add(new InboundRefusal.BinRefuses(BIN, HAMMER, "it is full", fits, Optional.empty()));
      others.add(new InboundRefusal.BinRefuses(BIN, HAMMER, "it is full", fits, Optional.of(BIN)));
    }
    Optional<Came> came = Optional.of(new Came(new Operator("ana"), Instant.EPOCH, BIN));
    others.add(new Refusal.SerialAlreadyHere(new SerialNumber("S-1"), HAMMER, BIN, came));
    others.add(new InboundRefusal.UnitNotAnnounced(new HandlingUnit("U-1"), came));
    for (String way : List.of("in", "out")) {
      others.add(new MasterRefusal.LocationLocked(NORTH, BIN, way, ""));
      others.add(new MasterRefusal.LocationLocked(NORTH, BIN, way, "count"));
    }
    for (String rule : List.of("one_lot", "one_product")) {
      others.add(new MoveRefusal.MixingForbidden(NORTH, BIN, rule, "L1", "L2"));
    }
    Reference number = new Reference("N-1");
    OrderRefusal.Missing missing = new OrderRefusal.Missing(HAMMER, 12_000, 5);
    for (int lines : List.of(0, 1, 3, 5)) {
      others.add(new OrderRefusal.OrderShort(number, Collections.nCopies(lines, missing)));
    }
    for (int left : List.of(1, 4)) {
      others.add(new CountRefusal.BinsLeft(number, List.of(BIN), left));
    }
    return others;
  }

  private static Wording wording(Language language) {
    Instant noon = Instant.parse("2026-11-21T12:00:00Z");
    return new Wording(language, ZoneOffset.UTC, InstantSource.fixed(noon));
  }

  @Test
  @DisplayName("X2 In English a device says what the server says")
  void inEnglishItIsWhatTheServerSays() throws IOException {
    Wording english = wording(Language.ENGLISH);
    for (Refusal refusal : samples()) {
      assertEquals(
          inTheTimeOfTheSite(Sentences.of(refusal), refusal, english),
          english.say(RefusalWords.of(refusal)));
    }
  }

  /// The server says a moment in UTC.
  private static String inTheTimeOfTheSite(String sentence, Refusal refusal, Wording words) {
    Optional<Came> came =
        refusal instanceof Refusal.SerialAlreadyHere here
            ? here.came()
            : refusal instanceof InboundRefusal.UnitNotAnnounced not
                ? not.came()
                : Optional.empty();
    return came.map(Came::moment)
        .map(moment -> sentence.replace(moment.toString(), words.moment(moment)))
        .orElse(sentence)
        .replace("2026-11-21 10:41 UTC", "10:41");
  }

  @Test
  @DisplayName("X2 Every refusal has a sample")
  void everyRefusalHasASample() throws IOException {
    Set<Class<?>> seen = new HashSet<>();
    samples().forEach(refusal -> seen.add(refusal.getClass()));
    List<Class<?>> unseen = new ArrayList<>();
    collect(Refusal.class, unseen);
    assertTrue(unseen.size() > 50, "most refusals are not seen");
    unseen.removeAll(seen);
    assertEquals(List.of(), unseen);
  }

  private static void collect(Class<?> sealed, List<Class<?>> records) {
    if (sealed.isRecord()) {
      records.add(sealed);
    } else {
      for (Class<?> below : Objects.requireNonNull(sealed.getPermittedSubclasses())) {
        collect(below, records);
      }
    }
  }

  /// Every way of saying a refusal is met by a sample, so the English check above covers them all.
  @Test
  void everyPhraseIsMet() throws IOException {
    Set<String> met = new HashSet<>();
    samples().forEach(refusal -> met.add(RefusalWords.of(refusal).phrase().key()));
    List<RefusalPhrase> unmet = new ArrayList<>();
    for (RefusalPhrase phrase : RefusalPhrase.values()) {
      boolean inside = phrase == RefusalPhrase.MISSING || phrase == RefusalPhrase.MISSING_LIST;
      if (!inside && !met.contains(phrase.key())) {
        unmet.add(phrase);
      }
    }
    assertEquals(List.of(), unmet);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void noGapIsLeftOpen(Language language) throws IOException {
    Wording words = wording(language);
    for (Refusal refusal : samples()) {
      String said = words.say(RefusalWords.of(refusal));
      assertTrue(!said.contains("…") && !said.contains("{"), said);
      assertTrue(said.endsWith(".") || language == Language.PSEUDO, said);
    }
  }

  @Test
  void aDocumentIsNamedInTheLanguage() {
    Wording english = wording(Language.ENGLISH);
    for (DocumentKind kind : DocumentKind.values()) {
      assertEquals(kind.words(), english.say(DocumentPhrase.of(kind)));
    }
    assertEquals("Zählung", wording(Language.GERMAN).say(DocumentPhrase.of(DocumentKind.COUNT)));
  }
}
