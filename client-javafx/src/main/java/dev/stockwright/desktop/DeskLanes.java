package dev.stockwright.desktop;

import dev.stockwright.desktop.receiving.DockLanes;
import dev.stockwright.vocabulary.DeviceId;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Which scanner of this desk works in which lane of receiving. The first works in lane 1 and the
/// second in lane 2 until somebody says otherwise; that is kept in the desk's folder. A keyboard
/// is bound to none: what it types belongs to the lane that is shown. Guarded by this.
final class DeskLanes {
  private static final Logger LOG = LoggerFactory.getLogger(DeskLanes.class);

  /// How the names of scanners begin that can be bound.
  private static final String SCANNER = "scanner-";

  private static final String SHOWN = "shown";

  private final Path file;
  private final Properties kept = new Properties();
  private final Map<DeviceId, Integer> lanes = new LinkedHashMap<>();

  DeskLanes(Path deskFolder) {
    this.file = deskFolder.resolve("lanes.properties");
    if (Files.exists(file)) {
      try (Reader text = Files.newBufferedReader(file)) {
        kept.load(text);
      } catch (IOException | IllegalArgumentException e) {
        LOG.warn("which scanner works in which lane cannot be read from {}", file, e);
      }
    }
  }

  /// The scanners of this desk, in their order.
  synchronized void scanners(List<DeviceId> sources) {
    lanes.clear();
    List<DeviceId> bindable = sources.stream().filter(DeskLanes::bindable).toList();
    bindable.forEach(source -> lane(kept.getProperty(source.code())).ifPresent(put(source)));
    bindable.stream()
        .filter(source -> !lanes.containsKey(source))
        .filter(source -> free(numbered(source)))
        .forEach(source -> numbered(source).ifPresent(put(source)));
    bindable.stream()
        .filter(source -> !lanes.containsKey(source))
        .forEach(
            source ->
                lanes.put(
                    source,
                    IntStream.rangeClosed(1, DockLanes.MAX)
                        .filter(lane -> !lanes.containsValue(lane))
                        .findFirst()
                        .orElse(1)));
  }

  private IntConsumer put(DeviceId source) {
    return lane -> lanes.put(source, lane);
  }

  private boolean free(OptionalInt lane) {
    return lane.isPresent() && !lanes.containsValue(lane.getAsInt());
  }

  /// `scanner-2` is wanted in lane 2.
  private static OptionalInt numbered(DeviceId source) {
    return lane(source.code().substring(SCANNER.length()));
  }

  private static OptionalInt lane(@org.jspecify.annotations.Nullable String text) {
    return IntStream.rangeClosed(1, DockLanes.MAX)
        .filter(lane -> Integer.toString(lane).equals(text))
        .findFirst();
  }

  static boolean bindable(DeviceId source) {
    return source.code().startsWith(SCANNER) && source.code().length() > SCANNER.length();
  }

  /// `2` for `scanner-2`.
  static String nameOf(DeviceId source) {
    return bindable(source) ? source.code().substring(SCANNER.length()) : source.code();
  }

  /// Absent: the lane that is shown.
  synchronized OptionalInt laneOf(DeviceId source) {
    return Optional.ofNullable(lanes.get(source)).map(OptionalInt::of).orElse(OptionalInt.empty());
  }

  /// Two scanners need two lanes.
  synchronized boolean sideBySide() {
    return lanes.size() > 1;
  }

  /// Those of a lane, by their names.
  synchronized List<DeviceId> in(int lane) {
    return lanes.entrySet().stream()
        .filter(entry -> entry.getValue() == lane)
        .map(Map.Entry::getKey)
        .sorted(Comparator.comparing(DeviceId::code))
        .toList();
  }

  /// From now on this scanner works there; [#keep] keeps that.
  synchronized void bind(DeviceId source, int lane) {
    lanes.put(source, lane);
    // All of them, so that none moves at the next start because another one did.
    lanes.forEach((each, its) -> kept.setProperty(each.code(), Integer.toString(its)));
  }

  /// Which lane is shown; [#keep] keeps that.
  synchronized void show(int lane) {
    kept.setProperty(SHOWN, Integer.toString(lane));
  }

  /// Which lane was shown last.
  synchronized int shown() {
    return sideBySide() ? lane(kept.getProperty(SHOWN)).orElse(1) : 1;
  }

  /// Writes it down for the next start, whole or not at all. On the worker's thread.
  synchronized void keep() {
    Path fresh = file.resolveSibling("lanes.new");
    try {
      try (Writer text = Files.newBufferedWriter(fresh)) {
        kept.store(text, null);
      }
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("the lanes of this desk are not kept in " + file, e);
    }
  }
}
