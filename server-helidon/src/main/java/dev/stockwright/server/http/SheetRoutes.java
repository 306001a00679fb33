package dev.stockwright.server.http;

import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.CatalogCommand;
import dev.stockwright.protocol.Envelope;
import dev.stockwright.server.masterdata.csv.Exports;
import dev.stockwright.server.masterdata.csv.ImportItem;
import dev.stockwright.server.masterdata.csv.ImportRefused;
import dev.stockwright.server.masterdata.csv.Imports;
import dev.stockwright.server.masterdata.sheet.Sheet;
import dev.stockwright.server.queries.Page;
import dev.stockwright.server.security.Principal;
import dev.stockwright.server.security.Question;
import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.InvalidValue;
import dev.stockwright.vocabulary.Reference;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Files of master data, brought in and taken out.
final class SheetRoutes {
  private static final Logger LOG = LoggerFactory.getLogger(SheetRoutes.class);

  /// A million short lines fit.
  static final int FILE_MAX = 64 * 1024 * 1024;

  static final List<AskPath> ASKS =
      List.of(
          AskPath.page(
              "/api/v1/sheets",
              "The kinds of file that can be brought in and taken out",
              SheetItem.class),
          AskPath.one("/api/v1/imports/{import}", "A file that was looked at", ImportItem.class),
          AskPath.page(
              "/api/v1/imports/{import}/lines",
              "What each line of it would do",
              ImportItem.Line.class,
              "effect=create|change|same|error"));

  private final Seen seen;
  private final Imports imports;
  private final Exports exports;
  private final Told told;

  /// Who tells everybody of what a file has changed.
  record Told(Gate gate, Judge judge) {
    /// Tells it once, however often the import is applied. The rows stand whatever becomes of this;
    /// `tell_import` can be asked again.
    void of(ImportItem done, Principal by) throws InterruptedException {
      CommandId id =
          new CommandId(
              UUID.nameUUIDFromBytes(("tell " + done.id()).getBytes(StandardCharsets.UTF_8)));
      Envelope envelope =
          new Envelope(
              id,
              by.device(),
              0,
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              false,
              new CatalogCommand.TellImport(new Reference(done.id())));
      Answer answer = judge.await(judge.submit(gate.admit(by, envelope)), judge.deadline());
      if (!(answer instanceof Answer.Accepted)) {
        LOG.warn("Nobody was told of import {}: {}", done.id(), answer);
      }
    }
  }

  SheetRoutes(Seen seen, Imports imports, Exports exports, Told told) {
    this.told = told;
    this.seen = seen;
    this.imports = imports;
    this.exports = exports;
  }

  /// A kind of file.
  ///
  /// @param keys how many of its columns, from the first, say which row it is
  record SheetItem(String sheet, List<String> columns, int keys, boolean versioned) {}

  List<Route> routes() {
    return List.of(
        Route.get("/api/v1/sheets", this::sheets),
        Route.get("/api/v1/sheets/{sheet}/export", this::export),
        Route.post("/api/v1/sheets/{sheet}/import", this::preview),
        Route.get("/api/v1/imports/{import}", this::find),
        Route.get("/api/v1/imports/{import}/lines", this::lines),
        Route.post("/api/v1/imports/{import}/apply", this::apply));
  }

  private Reply sheets(Request request) {
    seen.check(request, Question.EXPORTS);
    return Reply.json(
        Json.page(
            Page.part(
                Sheet.ALL.stream()
                    .map(
                        sheet ->
                            new SheetItem(
                                sheet.name(), sheet.header(), sheet.keys(), sheet.versioned()))
                    .toList(),
                SheetItem::sheet,
                request.limit(),
                request.query("after"))));
  }

  private Reply export(Request request) {
    var scope = seen.scope(request, Question.EXPORTS);
    Sheet sheet = sheet(request);
    return Reply.streamed(
            "text/csv; charset=utf-8", out -> exports.write(sheet, scope.warehouses(), out))
        .with(
            HeaderValues.create(
                HeaderNames.CONTENT_DISPOSITION,
                "attachment; filename=\"" + sheet.name() + ".csv\""));
  }

  private Reply preview(Request request) {
    seen.check(request, Question.IMPORTS);
    Sheet sheet = sheet(request);
    try (InputStream body = request.csv(FILE_MAX)) {
      return Reply.json(Json.one(imports.preview(sheet, body, request.who())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Reply find(Request request) {
    seen.check(request, Question.IMPORTS);
    return Reply.json(Json.one(told(() -> imports.find(id(request)))));
  }

  private Reply lines(Request request) {
    seen.check(request, Question.IMPORTS);
    told(() -> imports.find(id(request)));
    int limit = request.limit();
    int after = (int) request.number("after", 0, Integer.MAX_VALUE).orElse(0);
    List<ImportItem.Line> found =
        imports.lines(id(request), request.query("effect"), after, limit + 1);
    boolean more = found.size() > limit;
    List<ImportItem.Line> shown = more ? found.subList(0, limit) : found;
    return Reply.json(
        Json.page(
            new Page<>(shown, more ? Optional.of("" + shown.getLast().line()) : Optional.empty())));
  }

  private Reply apply(Request request) throws InterruptedException {
    seen.check(request, Question.IMPORTS);
    boolean goodOnly = request.query("good_lines_only").filter("true"::equals).isPresent();
    ImportItem done = told(() -> imports.apply(id(request), goodOnly, request.who()));
    told.of(done, request.who());
    return Reply.json(Json.one(done));
  }

  private static ImportItem told(Supplier<ImportItem> asked) {
    try {
      return asked.get();
    } catch (ImportRefused e) {
      throw new RequestRefused(
          Problem.of(
              e.isUnknown() ? 404 : 409,
              e.code(),
              e.isUnknown() ? "Not known" : "Refused",
              String.valueOf(e.getMessage())));
    }
  }

  private static UUID id(Request request) {
    String text = request.path("import", code -> code);
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw new InvalidValue(
          "invalid_import",
          "the import's id is none; take it from the answer that showed the file");
    }
  }

  private static Sheet sheet(Request request) {
    String name = request.path("sheet", text -> text);
    return Sheet.of(name)
        .orElseThrow(
            () ->
                new RequestRefused(
                    Problem.of(
                        404,
                        "unknown_sheet",
                        "Not known",
                        "There is no such kind of file. There are "
                            + String.join(", ", Sheet.ALL.stream().map(Sheet::name).toList())
                            + ".")));
  }
}
