package dev.stockwright.client.workflow.counting;

import dev.stockwright.client.known.Product;
import dev.stockwright.client.workflow.Scene;
import dev.stockwright.client.workflow.Sighting;
import dev.stockwright.client.workflow.counting.CountingState.OpenBin;
import dev.stockwright.client.workflow.counting.CountingState.TagGroup;
import dev.stockwright.client.workflow.counting.CountingState.Tally;
import dev.stockwright.protocol.CountCommand.CountTags;
import dev.stockwright.vocabulary.SerialNumber;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.epc.EpcTag;
import dev.stockwright.vocabulary.epc.TagRead;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The tags heard in an open bin. Each is told once, with the batch in which it was heard first;
/// the server puts the batches together. Faint ones are not told, unless they are heard better.
final class HeardTags {
  private static final String FILL = "-";

  private HeardTags() {}

  /// The bin after a batch, and what is told of it.
  ///
  /// @param fresh so many tags were not counted before
  record Told(OpenBin bin, List<CountTags> commands, int fresh) {}

  /// Where a tag belongs.
  private record Shelf(Optional<Sku> sku, String head, boolean weak) {
    static Shelf of(TagGroup group) {
      return new Shelf(group.sku(), group.head(), group.weak());
    }
  }

  static Told add(OpenBin bin, List<Sighting.Tag> read, Scene scene) {
    Set<String> loud = codes(bin, false);
    Set<String> faint = codes(bin, true);
    Map<Shelf, StringBuilder> shelves = shelves(bin);
    List<String> fresh = new ArrayList<>();
    List<Tally> tallies = new ArrayList<>(bin.tallies());
    Set<String> risen = new HashSet<>();
    for (Sighting.Tag tag : read) {
      String code = tag.epc().toLowerCase(Locale.ROOT);
      if (tag.weak() ? !loud.contains(code) && faint.add(code) : loud.add(code)) {
        shelves
            .computeIfAbsent(
                new Shelf(tag.product().map(Product::sku), head(code), tag.weak()),
                any -> new StringBuilder())
            .append(tail(code));
        if (!tag.weak()) {
          fresh.add(code);
          alsoHeard(tallies, tag);
          if (faint.contains(code)) {
            risen.add(code);
          }
        }
      }
    }
    List<TagGroup> groups = new ArrayList<>();
    shelves.forEach(
        (shelf, tails) -> {
          TagGroup group = new TagGroup(shelf.sku(), shelf.head(), tails.toString(), shelf.weak());
          groups.addAll(parted(shelf.weak() ? without(group, risen) : group));
        });
    return new Told(bin.with(tallies, groups), commands(bin, fresh, scene), fresh.size());
  }

  private static List<CountTags> commands(OpenBin bin, List<String> fresh, Scene scene) {
    List<CountTags> commands = new ArrayList<>();
    for (int from = 0; from < fresh.size(); from += CountTags.TAGS_MAX) {
      commands.add(
          new CountTags(
              scene.warehouse(),
              bin.count(),
              bin.place(),
              List.copyOf(fresh.subList(from, Math.min(fresh.size(), from + CountTags.TAGS_MAX))),
              Tallies.known(scene.seen()),
              bin.together()));
    }
    return commands;
  }

  /// A piece that was scanned before it was heard is there once.
  private static void alsoHeard(List<Tally> tallies, Sighting.Tag tag) {
    Optional<Sku> sku = tag.product().map(Product::sku);
    tallies.replaceAll(
        tally ->
            sku.isPresent()
                    && tally.sku().equals(sku)
                    && tag.serial().filter(tally.pieces()::contains).isPresent()
                ? tally.heard(tally.heard() + 1)
                : tally);
  }

  private static Map<Shelf, StringBuilder> shelves(OpenBin bin) {
    Map<Shelf, StringBuilder> shelves = new LinkedHashMap<>();
    for (TagGroup group : bin.tags()) {
      shelves.computeIfAbsent(Shelf.of(group), any -> new StringBuilder()).append(group.tails());
    }
    return shelves;
  }

  private static String head(String code) {
    return code.substring(0, Math.max(0, code.length() - TagGroup.TAIL));
  }

  private static String tail(String code) {
    String rest = code.substring(head(code).length());
    return FILL.repeat(TagGroup.TAIL - rest.length()) + rest;
  }

  private static List<String> codes(TagGroup group) {
    List<String> codes = new ArrayList<>(group.size());
    for (int i = 0; i < group.tails().length(); i += TagGroup.TAIL) {
      codes.add(group.head() + group.tails().substring(i, i + TagGroup.TAIL).replace(FILL, ""));
    }
    return codes;
  }

  private static Set<String> codes(OpenBin bin, boolean weak) {
    Set<String> codes = new HashSet<>();
    bin.tags().stream()
        .filter(group -> group.weak() == weak)
        .forEach(group -> codes.addAll(codes(group)));
    return codes;
  }

  private static TagGroup without(TagGroup group, Set<String> gone) {
    StringBuilder tails = new StringBuilder();
    codes(group).stream().filter(code -> !gone.contains(code)).forEach(c -> tails.append(tail(c)));
    return new TagGroup(group.sku(), group.head(), tails.toString(), group.weak());
  }

  /// The same in groups that are not too long to be read again.
  private static List<TagGroup> parted(TagGroup group) {
    int most = TagGroup.TAGS_MAX * TagGroup.TAIL;
    List<TagGroup> parts = new ArrayList<>();
    for (int from = 0; from < group.tails().length(); from += most) {
      int to = Math.min(group.tails().length(), from + most);
      parts.add(
          new TagGroup(group.sku(), group.head(), group.tails().substring(from, to), group.weak()));
    }
    return parts;
  }

  /// Whether tags of this product were heard in the bin.
  static boolean of(OpenBin bin, Sku sku) {
    return bin.tags().stream()
        .anyMatch(group -> !group.weak() && group.sku().equals(Optional.of(sku)));
  }

  /// Whether the tag of this very piece was heard in the bin.
  static boolean heard(OpenBin bin, Sku sku, SerialNumber serial) {
    return bin.tags().stream()
        .filter(group -> !group.weak() && group.sku().equals(Optional.of(sku)))
        .flatMap(group -> codes(group).stream())
        .anyMatch(
            code ->
                TagRead.ofHex(code) instanceof EpcTag tag
                    && tag.epc().serial().equals(serial.code()));
  }

  /// How many tags of a product were heard; of none: of those that nobody knows.
  static Map<Optional<Sku>, Long> byProduct(OpenBin bin) {
    Map<Optional<Sku>, Long> counts = new LinkedHashMap<>();
    bin.tags().stream()
        .filter(group -> !group.weak())
        .forEach(group -> counts.merge(group.sku(), (long) group.size(), Long::sum));
    return counts;
  }

  /// How many tags are so faint that they may be in the next bay.
  static long faint(OpenBin bin) {
    return bin.tags().stream().filter(TagGroup::weak).mapToLong(TagGroup::size).sum();
  }
}
