package dev.stockwright.devices.labels;

import dev.stockwright.devices.labels.MadeLabel.Refused;
import dev.stockwright.devices.reasons.PrinterReason;
import dev.stockwright.devices.reasons.Told;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The templates at hand: those of the house, each replaced by a file of the same name in a folder
/// of one's own, such as `product-100x50.label`.
public final class LabelTemplates {
  private static final String ENDING = ".label";

  /// What is built in.
  private static final List<String> OURS =
      List.of(
          "product-100x150",
          "product-100x50",
          "product-57x32",
          "location-100x150",
          "location-100x50",
          "location-57x32",
          "handling-unit-100x150",
          "handling-unit-100x50",
          "handling-unit-57x32",
          "badge-100x50",
          "badge-57x32",
          "commands-100x150");

  private final Optional<Path> folder;

  private LabelTemplates(Optional<Path> folder) {
    this.folder = folder;
  }

  /// Those of the house.
  public static LabelTemplates builtIn() {
    return new LabelTemplates(Optional.empty());
  }

  /// Those of the house, and before them the files of a folder, which are read anew for each label.
  public static LabelTemplates withFolder(Path folder) {
    return new LabelTemplates(Optional.of(folder));
  }

  sealed interface Found {
    record One(LabelTemplate template) implements Found {}

    record None(Refused why) implements Found {}
  }

  /// The template of a kind that fills most of the paper.
  Found find(String kind, LabelPaper paper) {
    Optional<String> name =
        OURS.stream()
            .filter(n -> kindOf(n).equals(kind))
            .filter(n -> sizeOf(n)[0] <= paper.widthMm() && sizeOf(n)[1] <= paper.heightMm())
            .max(Comparator.comparingInt(n -> sizeOf(n)[0] * sizeOf(n)[1]));
    if (name.isEmpty()) {
      List<String> sizes =
          OURS.stream()
              .filter(n -> kindOf(n).equals(kind))
              .map(n -> sizeOf(n)[0] + "x" + sizeOf(n)[1])
              .toList();
      return new Found.None(
          new Refused(
              "no_template",
              Told.of(PrinterReason.NO_TEMPLATE, kind, paper.size(), String.join(", ", sizes))));
    }
    try {
      return parsed(name.get(), text(name.get()));
    } catch (IOException e) {
      return new Found.None(
          new Refused(
              "template_unreadable",
              Told.of(
                  PrinterReason.TEMPLATE_UNREADABLE, name.get(), String.valueOf(e.getMessage()))));
    }
  }

  private static Found parsed(String name, String text) {
    return switch (LabelTemplate.parse(text)) {
      case LabelTemplate.Parsed.Good good -> new Found.One(good.template());
      case LabelTemplate.Parsed.Bad bad ->
          new Found.None(
              new Refused(
                  "wrong_template",
                  Told.of(PrinterReason.TEMPLATE_WRONG, name + ENDING, bad.sentence())));
    };
  }

  /// The text of the template of a kind and size, to be copied and changed; empty where there is
  /// none.
  public Optional<String> text(String kind, LabelPaper paper) {
    String name = kind + "-" + paper.size();
    try {
      return OURS.contains(name) ? Optional.of(text(name)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String text(String name) throws IOException {
    Path own = folder.map(f -> f.resolve(name + ENDING)).orElse(Path.of(""));
    if (folder.isPresent() && Files.exists(own)) {
      return Files.readString(own);
    }
    try (InputStream in = LabelTemplates.class.getResourceAsStream(name + ENDING)) {
      if (in == null) {
        throw new IllegalStateException("no template " + name + " among the classes");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String kindOf(String name) {
    return name.substring(0, name.lastIndexOf('-'));
  }

  private static int[] sizeOf(String name) {
    String[] sides = name.substring(name.lastIndexOf('-') + 1).split("x", -1);
    return new int[] {Integer.parseInt(sides[0]), Integer.parseInt(sides[1])};
  }
}
