package dev.stockwright.client.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {
  private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");
  private static final InstantSource NOON =
      InstantSource.fixed(Instant.parse("2026-11-20T11:00:00Z"));

  private static final Phrase TITLE = () -> "test.title";
  private static final Phrase BOXES = () -> "test.boxes";
  private static final Phrase WHOLE = () -> "test.whole";

  private static Wording wording(Language language, String boxes) {
    Map<String, Template> templates = new LinkedHashMap<>(Catalogue.templates(language));
    templates.put("test.title", Template.parse("{0} of {1} is not known here any more."));
    templates.put("test.boxes", Template.parse(boxes));
    templates.put("test.whole", Template.parse("<{0}>"));
    return new Wording(language, WARSAW, NOON, templates);
  }

  private static String boxes(Wording words, long count) {
    return words.say(Text.of(BOXES, count));
  }

  @Test
  void englishAndGermanHaveTwoForms() {
    Wording english = wording(Language.ENGLISH, "{0} {0|one=box|other=boxes}");
    assertEquals("0 boxes", boxes(english, 0));
    assertEquals("1 box", boxes(english, 1));
    assertEquals("-1 box", boxes(english, -1));
    assertEquals("1,440 boxes", boxes(english, 1_440));
    Wording german = wording(Language.GERMAN, "{0} {0|one=Karton|other=Kartons}");
    assertEquals("1 Karton", boxes(german, 1));
    assertEquals("21 Kartons", boxes(german, 21));
  }

  @ParameterizedTest
  @CsvSource({
    "0, kartonów",
    "1, karton",
    "2, kartony",
    "4, kartony",
    "5, kartonów",
    "11, kartonów",
    "12, kartonów",
    "14, kartonów",
    "21, kartonów",
    "22, kartony",
    "112, kartonów",
    "122, kartony",
    "1004, kartony"
  })
  void polishHasThreeForms(long count, String word) {
    Wording polish = wording(Language.POLISH, "{0|one=karton|few=kartony|many=kartonów}");
    assertEquals(word, boxes(polish, count));
  }

  @ParameterizedTest
  @CsvSource({
    "0, cajas",
    "1, caja",
    "2, cajas",
    "1000, cajas",
    "1000000, de cajas",
    "1000001, cajas",
    "3000000, de cajas"
  })
  void spanishMillionsTakeAForm(long count, String word) {
    Wording spanish = wording(Language.SPANISH, "{0|one=caja|many=de cajas|other=cajas}");
    assertEquals(word, boxes(spanish, count));
  }

  @Test
  void numbersAreGroupedAsTheLanguageDoes() {
    assertEquals("1,440", Language.ENGLISH.number(1_440));
    assertEquals("-1,234,567", Language.ENGLISH.number(-1_234_567));
    assertEquals("999", Language.GERMAN.number(999));
    assertEquals("-999", Language.GERMAN.number(-999));
    assertEquals("1.440", Language.GERMAN.number(1_440));
    assertEquals("1440", Language.POLISH.number(1_440));
    assertEquals("14\u00a0400", Language.POLISH.number(14_400));
    assertEquals("1440", Language.SPANISH.number(1_440));
    assertEquals("14.400", Language.SPANISH.number(14_400));
  }

  @Test
  void daysHaveTheirMonthInLettersAndTimesAreThoseOfTheSite() {
    LocalDate day = LocalDate.of(2026, 3, 3);
    assertEquals("03 Mar 2026", plain(Language.ENGLISH).day(day));
    assertEquals("03 Mär 2026", plain(Language.GERMAN).day(day));
    assertEquals("03 mar 2026", plain(Language.POLISH).day(day));
    assertEquals("03 mar 2026", plain(Language.SPANISH).day(day));
    Wording german = plain(Language.GERMAN);
    assertEquals("10:41", german.moment(Instant.parse("2026-11-20T09:41:00Z")));
    assertEquals("00:05", german.moment(Instant.parse("2026-11-19T23:05:00Z")));
    assertEquals("19 Nov 23:59", german.moment(Instant.parse("2026-11-19T22:59:00Z")));
    assertEquals("24 Mai 23:59", german.moment(Instant.parse("2026-05-24T21:59:00Z")));
    assertEquals("23 Mai 2026 23:59", german.moment(Instant.parse("2026-05-23T21:59:00Z")));
    assertEquals("03 Jan 08:00", german.moment(Instant.parse("2027-01-03T07:00:00Z")));
    assertEquals("21 Nov 2027 08:00", german.moment(Instant.parse("2027-11-21T07:00:00Z")));
    Text both = Text.of(WHOLE, Text.of(WHOLE, LocalDate.of(2026, 11, 3)));
    assertEquals("<<03 lis 2026>>", wording(Language.POLISH, "").say(both));
  }

  private static Wording plain(Language language) {
    return new Wording(language, WARSAW, NOON);
  }

  @Test
  void aLongNameIsCutAndWhatIsSaidNeverIs() {
    Wording words = wording(Language.ENGLISH, "");
    String name = "Hexagon head screw with flange, galvanised, 8 by 120, box of the year";
    Text text = Text.of(TITLE, name, "PO-1");
    String headline = words.headline(text);
    assertEquals(Wording.HEADLINE_MAX, headline.length());
    assertTrue(headline.endsWith("… of PO-1 is not known here any more."), headline);
    String inside = words.headline(Text.of(WHOLE, Text.of(TITLE, name, name + " too")));
    assertTrue(inside.length() <= Wording.HEADLINE_MAX, inside);
    assertTrue(inside.startsWith("<Hexagon head"), inside);
    assertTrue(inside.endsWith("… is not known here any more.>"), inside);
    assertEquals(1 + words.say(text).length(), words.say(Text.of(TITLE, name, "PO-12")).length());
  }

  @Test
  void aPictureSignIsNeverCutInHalf() {
    assertEquals("abc…", Wording.cut("abc\uD83D\uDD28xyz", 5));
    assertEquals("abc\uD83D\uDD28…", Wording.cut("abc\uD83D\uDD28xyz", 6));
    assertEquals("abc", Wording.cut("abc", 3));
  }

  /// Never a crash: a strange word can be read over, a dead screen cannot.
  @Test
  void aMissingKeyIsSaidInEnglishAndAnUnknownOneByItsName() {
    Map<String, Template> english = Map.of("common.of", Template.parse("{0} of {1}"));
    Wording german = new Wording(Language.GERMAN, WARSAW, NOON, english);
    assertEquals("1.440 of 3", german.say(Text.of(CommonPhrase.OF, 1_440, 3)));
    assertEquals("test.title", plain(Language.GERMAN).say(Text.of(TITLE, "x")));
    assertEquals("3 of …", german.say(Text.of(CommonPhrase.OF, 3)));
    assertEquals(
        "boxes", boxes(wording(Language.POLISH, "{0|one=box|other=boxes}"), 3), "as in English");
  }

  @Test
  void thePseudoLocaleIsBracketedOnce() {
    Wording pseudo = plain(Language.PSEUDO);
    String said = pseudo.say(Text.of(CommonPhrase.OF, 1, Text.of(CommonPhrase.OF, 2, "PO-1")));
    assertTrue(said.startsWith("⟦1 ôƒ 2 ôƒ PO-1"), said);
    assertTrue(said.endsWith("⟧"), said);
    assertEquals(1, said.chars().filter(c -> c == '⟦').count());
  }

  @Test
  void aTemplateThatCannotBeReadIsFoundByItsTest() {
    for (String wrong : List.of("{0", "{x}", "{0|one}", "{0|two=x}", "{}")) {
      assertThrows(IllegalArgumentException.class, () -> Template.parse(wrong), wrong);
    }
    assertEquals(Map.of(0, true, 2, false), Template.parse("{2} {0} {0|one=a|other=b}").gaps());
    assertEquals("a = | b", Template.parse("a = | b").literals());
  }

  @Test
  void aLanguageIsFoundByItsTag() {
    assertEquals(Optional.of(Language.GERMAN), Language.of("de"));
    assertEquals(Optional.of(Language.GERMAN), Language.of("de-AT"));
    assertEquals(Optional.of(Language.PSEUDO), Language.of("en-XA"));
    assertEquals(Optional.empty(), Language.of("fr-CA"));
    assertEquals("Español", Language.SPANISH.ownName());
  }
}
