package dev.stockwright.devices.labels;

import dev.stockwright.devices.labels.LabelTemplate.Row;
import dev.stockwright.devices.labels.MadeLabel.Ready;
import dev.stockwright.devices.labels.MadeLabel.Refused;
import dev.stockwright.devices.reasons.PrinterReason;
import dev.stockwright.devices.reasons.Told;
import dev.stockwright.vocabulary.Identified.Content;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// From what a label says and a template to ZPL. Pure but for the template's file.
///
/// A barcode gets the widest bars that its place allows, in whole dots; where even the narrowest
/// have no room the label is refused. Nothing is ever printed off the edge, and no code is cut.
public final class LabelMaker {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z_]+)}");
  private static final int COPIES_MAX = 999;

  private final LabelTemplates templates;

  public LabelMaker(LabelTemplates templates) {
    this.templates = templates;
  }

  /// Makes a label.
  ///
  /// @param copies how many the printer shall print, 1 to 999
  public MadeLabel make(LabelContent content, LabelPaper paper, int copies) {
    if (copies < 1 || copies > COPIES_MAX) {
      return new Refused("wrong_copies", Told.of(PrinterReason.WRONG_COPIES, copies));
    }
    LabelWords words = LabelWords.of(content);
    Optional<Refused> wrong = fault(content, words);
    if (wrong.isPresent()) {
      return wrong.get();
    }
    return switch (templates.find(content.kind(), paper)) {
      case LabelTemplates.Found.None none -> none.why();
      case LabelTemplates.Found.One(LabelTemplate template) -> {
        ZplDrawing drawing = new ZplDrawing(paper);
        Optional<Refused> refused = draw(template, words, drawing);
        yield refused.isPresent()
            ? refused.get()
            : new Ready(content.title(), drawing.zpl(copies), paper);
      }
    };
  }

  private static Optional<Refused> fault(LabelContent content, LabelWords words) {
    Optional<LocalDate> expiry =
        switch (content) {
          case LabelContent.Product product -> product.expiry();
          case LabelContent.HandlingUnit unit -> unit.content().flatMap(Content::expiry);
          case LabelContent.Location location -> Optional.empty();
          case LabelContent.Badge badge -> Optional.empty();
          case LabelContent.CommandCard card -> Optional.empty();
        };
    Optional<Refused> date = expiry.flatMap(SymbolCheck::fault);
    return date.isPresent()
        ? date
        : words.symbols().values().stream()
            .flatMap(Optional::stream)
            .map(SymbolCheck::fault)
            .flatMap(Optional::stream)
            .findFirst();
  }

  private static Optional<Refused> draw(
      LabelTemplate template, LabelWords words, ZplDrawing drawing) {
    for (Row row : template.rows()) {
      String condition = words.texts().get(row.word("if", ""));
      if (condition == null && row.options().containsKey("if")) {
        return unknown(row, row.word("if", ""));
      }
      if (condition != null && ZplText.shown(condition).isEmpty()) {
        continue;
      }
      Optional<Refused> refused =
          switch (row.kind()) {
            case TEXT, CODE -> text(row, words, drawing);
            case BARCODE, MATRIX -> symbol(row, words, drawing);
            case LINE, BOX -> drawing.box(row);
          };
      if (refused.isPresent()) {
        return refused;
      }
    }
    return Optional.empty();
  }

  /// A row with a name that has no value is left out, words around the name included.
  private static Optional<Refused> text(Row row, LabelWords words, ZplDrawing drawing) {
    Matcher names = PLACEHOLDER.matcher(row.value());
    StringBuilder text = new StringBuilder();
    while (names.find()) {
      String value = words.texts().get(names.group(1));
      if (value == null) {
        return unknown(row, names.group(1));
      }
      String shown = ZplText.shown(value);
      if (shown.isEmpty()) {
        return Optional.empty();
      }
      names.appendReplacement(text, Matcher.quoteReplacement(shown));
    }
    names.appendTail(text);
    return row.kind() == LabelTemplate.Kind.CODE
        ? drawing.code(row, text.toString())
        : drawing.text(row, text.toString());
  }

  private static Optional<Refused> symbol(Row row, LabelWords words, ZplDrawing drawing) {
    Optional<SymbolContent> symbol = words.symbols().get(row.value());
    if (symbol == null) {
      return unknown(row, row.value());
    }
    return symbol.flatMap(
        s ->
            row.kind() == LabelTemplate.Kind.MATRIX
                ? drawing.matrix(row, s)
                : drawing.barcode(row, s));
  }

  private static Optional<Refused> unknown(Row row, String name) {
    return Optional.of(
        new Refused("wrong_template", Told.of(PrinterReason.TEMPLATE_NAME, row.line(), name)));
  }
}
