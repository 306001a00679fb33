package dev.stockwright.client.words;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Puts texts into a language, at the edge where a screen shows them. Immutable and safe for many
/// threads; another language is another wording.
///
/// A key that the language lacks is said in English, and one that English lacks by its name: a
/// worker who reads a strange word can go on, one whose screen has died cannot.
public final class Wording {
  /// The longest headline, in characters.
  public static final int HEADLINE_MAX = 80;

  /// Nobody asks for the year of a day that is nearer.
  private static final int PLAIN_DAYS = 180;

  /// What is left of a long name at least.
  private static final int NAME_MIN = 12;

  /// Of each language that is spoken: taken apart once for all.
  private static final Map<Language, Map<String, Template>> TEXTS = new ConcurrentHashMap<>();

  private final Language language;
  private final ZoneId zone;
  private final InstantSource clock;
  private final Map<String, Template> templates;

  /// @param zone of the site: times of day are said as its clocks show them
  /// @param clock what day it is, because a time of another day is said with its day
  public Wording(Language language, ZoneId zone, InstantSource clock) {
    this(language, zone, clock, TEXTS.computeIfAbsent(language, Wording::texts));
  }

  Wording(Language language, ZoneId zone, InstantSource clock, Map<String, Template> templates) {
    this.language = language;
    this.zone = zone;
    this.clock = clock;
    this.templates = Map.copyOf(templates);
  }

  private static Map<String, Template> texts(Language language) {
    Map<String, Template> texts = new HashMap<>(Catalogue.templates(Language.ENGLISH));
    texts.putAll(Catalogue.templates(language));
    return Map.copyOf(texts);
  }

  public Language language() {
    return language;
  }

  /// The whole text.
  public String say(Text text) {
    String said = filled(text);
    return language == Language.PSEUDO ? Pseudo.OPEN + said + Pseudo.CLOSE : said;
  }

  /// The text in at most [#HEADLINE_MAX] characters: names are cut, the longest first; what is said
  /// of them never is.
  public String headline(Text text) {
    Text fitting = text;
    String said = say(fitting);
    while (said.length() > HEADLINE_MAX) {
      String longest = longest(fitting);
      if (longest.length() <= NAME_MIN) {
        break;
      }
      int over = said.length() - HEADLINE_MAX;
      fitting = cut(fitting, longest, Math.max(NAME_MIN, longest.length() - over));
      said = say(fitting);
    }
    return cut(said, HEADLINE_MAX);
  }

  /// At most `max` characters, the last one an ellipsis when something was cut.
  public static String cut(String text, int max) {
    if (text.length() <= max) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(max - 2)) ? max - 2 : max - 1;
    return text.substring(0, end).stripTrailing() + "…";
  }

  private static String longest(Text text) {
    String longest = "";
    for (Text.Part part : text.parts()) {
      String word =
          switch (part) {
            case Text.Word one -> one.text();
            case Text.Inner inner -> longest(inner.text());
            case Text.Start start -> longest(start.text());
            case Text.Count count -> "";
            case Text.Day day -> "";
            case Text.Moment moment -> "";
          };
      longest = word.length() > longest.length() ? word : longest;
    }
    return longest;
  }

  private static Text cut(Text text, String word, int max) {
    List<Text.Part> parts = new ArrayList<>();
    for (Text.Part part : text.parts()) {
      parts.add(
          switch (part) {
            case Text.Word one -> one.text().equals(word) ? new Text.Word(cut(word, max)) : one;
            case Text.Inner inner -> new Text.Inner(cut(inner.text(), word, max));
            case Text.Start start -> new Text.Start(cut(start.text(), word, max));
            case Text.Count count -> count;
            case Text.Day day -> day;
            case Text.Moment moment -> moment;
          });
    }
    return new Text(text.phrase(), parts);
  }

  private String filled(Text text) {
    String key = text.phrase().key();
    Template template = templates.get(key);
    if (template == null) {
      return key;
    }
    StringBuilder said = new StringBuilder();
    for (Template.Piece piece : template.pieces()) {
      switch (piece) {
        case Template.Literal literal -> said.append(literal.text());
        case Template.Gap gap -> said.append(part(text, gap.index()));
        case Template.Forms forms -> said.append(forms.of(form(text, forms.index())));
      }
    }
    return said.toString();
  }

  private String part(Text text, int index) {
    if (index >= text.parts().size()) {
      return "…";
    }
    return switch (text.parts().get(index)) {
      case Text.Word word -> word.text();
      case Text.Count count -> number(count.value());
      case Text.Day day -> day(day.day());
      case Text.Moment moment -> moment(moment.time());
      case Text.Inner inner -> filled(inner.text());
      case Text.Start start -> capital(filled(start.text()));
    };
  }

  private static String capital(String said) {
    return said.isEmpty() ? said : Character.toUpperCase(said.charAt(0)) + said.substring(1);
  }

  private Plural form(Text text, int index) {
    return index < text.parts().size() && text.parts().get(index) instanceof Text.Count count
        ? language.form(count.value())
        : Plural.OTHER;
  }

  /// Grouped as the language does.
  public String number(long value) {
    return language.number(value);
  }

  /// `03 Nov 2026`.
  public String day(LocalDate day) {
    return two(day.getDayOfMonth()) + " " + month(day) + " " + day.getYear();
  }

  private String month(LocalDate day) {
    return filled(Text.of(CalendarPhrase.of(day.getMonth())));
  }

  /// `10:41`; `03 Nov 10:41` when that was not today; `03 Nov 2025 10:41` when it is so far from
  /// today
  /// that somebody might think of another year.
  public String moment(Instant time) {
    LocalDateTime there = LocalDateTime.ofInstant(time, zone);
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    String clockTime = two(there.getHour()) + ":" + two(there.getMinute());
    LocalDate day = there.toLocalDate();
    if (day.equals(today)) {
      return clockTime;
    }
    boolean plain = Math.abs(ChronoUnit.DAYS.between(day, today)) <= PLAIN_DAYS;
    return (plain ? two(day.getDayOfMonth()) + " " + month(day) : day(day)) + " " + clockTime;
  }

  private static String two(int number) {
    return String.format(Locale.ROOT, "%02d", number);
  }
}
