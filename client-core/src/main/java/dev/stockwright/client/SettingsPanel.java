package dev.stockwright.client;

import dev.stockwright.client.card.Card;
import dev.stockwright.client.card.Icon;
import dev.stockwright.client.card.Input;
import dev.stockwright.client.words.CommonPhrase;
import dev.stockwright.client.words.Language;
import dev.stockwright.client.words.Text;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// How the device looks, sounds and speaks: each line changes to its next value when it is chosen.
///
/// @param unpairing absent: the server was named when the app was started
record SettingsPanel(Preferences now, Consumer<Preferences> changed, Optional<Unpairing> unpairing)
    implements Panel {
  private static final List<String> THEMES = List.of("LIGHT", "DARK", "SUN");

  @Override
  public Card card() {
    Card card =
        Card.of(
                Text.of(ShiftPhrase.SETTINGS),
                new Card.Prompt(Card.Means.TOUCH, Text.of(ShiftPhrase.CHOOSE), Optional.empty()))
            .rows(
                List.of(
                    row("THEME", ShiftPhrase.THEME, Text.of(theme(now.theme()))),
                    row(
                        "TEXT_SIZE",
                        ShiftPhrase.TEXT_SIZE,
                        Text.of(ShiftPhrase.PERCENT, now.textPercent())),
                    row("GLOVE", ShiftPhrase.GLOVE, onOff(now.glove())),
                    row("SOUND", ShiftPhrase.SOUND, onOff(now.sound())),
                    row(
                        "LANGUAGE",
                        ShiftPhrase.LANGUAGE,
                        Text.of(CommonPhrase.AS_IS, now.language().ownName()))));
    return unpairing.map(way -> card.more(List.of(way.action()))).orElse(card);
  }

  private static Card.Row row(String what, ShiftPhrase name, Text value) {
    return new Card.Row(
        Icon.ADJUST,
        Text.of(name),
        Optional.of(value),
        Optional.empty(),
        Optional.of(new Input.Point(what)));
  }

  private static Text onOff(boolean on) {
    return Text.of(on ? ShiftPhrase.ON : ShiftPhrase.OFF);
  }

  private static ShiftPhrase theme(String name) {
    return switch (name) {
      case "DARK" -> ShiftPhrase.THEME_DARK;
      case "SUN" -> ShiftPhrase.THEME_SUN;
      default -> ShiftPhrase.THEME_LIGHT;
    };
  }

  @Override
  public After give(Input input) {
    if (!(input instanceof Input.Point(String what))) {
      return After.closed();
    }
    if (what.equals(Unpairing.UNPAIR) && unpairing.isPresent()) {
      return unpairing.get().asked(this);
    }
    Preferences next =
        switch (what) {
          case "THEME" -> now.theme(after(THEMES, now.theme()));
          case "TEXT_SIZE" -> now.textPercent(after(Preferences.TEXT_PERCENTS, now.textPercent()));
          case "GLOVE" -> now.glove(!now.glove());
          case "SOUND" -> now.sound(!now.sound());
          case "LANGUAGE" -> now.language(after(languages(), now.language()));
          default -> now;
        };
    changed.accept(next);
    return After.open(new SettingsPanel(next, changed, unpairing));
  }

  private static List<Language> languages() {
    return new ArrayList<>(EnumSet.complementOf(EnumSet.of(Language.PSEUDO)));
  }

  private static <T> T after(List<T> all, T one) {
    return all.get((all.indexOf(one) + 1) % all.size());
  }
}
