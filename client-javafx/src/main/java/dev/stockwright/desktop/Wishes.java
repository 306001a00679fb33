package dev.stockwright.desktop;

import dev.stockwright.client.words.Language;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// What each person wants at this desk, wherever they left it: their language and how large
/// everything is. Under no name stands what the desk does while nobody is signed in. Safe for many
/// threads; [ScreenKeeper] brings it to the disk.
final class Wishes {
  /// Nobody in particular: the desk itself.
  static final String DESK = "";

  /// As large as it was drawn.
  static final int ZOOM_USUAL = 100;

  private static final String LANGUAGE = "/language";
  private static final String ZOOM = "/zoom";
  private static final String STOCK = "/stock";

  /// What people arrange on the screens; [ScreenKeeper] knows how it is written.
  enum Arranged {
    WINDOW,
    COLUMNS,
    PANES,
    BOARD;

    private String of(String who) {
      return who + "/" + name().toLowerCase(Locale.ROOT);
    }
  }

  private final Map<String, String> kept = new ConcurrentHashMap<>();

  /// As it was kept.
  void startWith(Map<String, String> before) {
    kept.putAll(before);
  }

  /// To be kept.
  Map<String, String> all() {
    return Map.copyOf(kept);
  }

  /// Absent: they have chosen none.
  Optional<Language> language(String who) {
    return Optional.ofNullable(kept.get(who + LANGUAGE)).flatMap(Language::of);
  }

  void language(String who, Language wanted) {
    kept.put(who + LANGUAGE, wanted.tag());
  }

  /// How they left it; absent: they have arranged nothing.
  Optional<String> arranged(String who, Arranged what) {
    return Optional.ofNullable(kept.get(what.of(who)));
  }

  void arranged(String who, Arranged what, String text) {
    kept.put(what.of(who), text);
  }

  /// Whose stock they looked at last; absent: they have chosen nothing.
  Optional<String> stock(String who) {
    return Optional.ofNullable(kept.get(who + STOCK));
  }

  void stock(String who, String scope) {
    kept.put(who + STOCK, scope);
  }

  /// In percent.
  int zoom(String who) {
    return Optional.ofNullable(kept.get(who + ZOOM))
        .filter(text -> text.matches("\\d{2,3}"))
        .map(Integer::parseInt)
        .orElse(ZOOM_USUAL);
  }

  void zoom(String who, int percent) {
    kept.put(who + ZOOM, Integer.toString(percent));
  }
}
