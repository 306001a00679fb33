package dev.stockwright.server.http;

import dev.stockwright.server.config.ServerSettings;
import dev.stockwright.server.security.Principal;
import dev.stockwright.vocabulary.InvalidValue;
import io.helidon.common.parameters.Parameters;
import io.helidon.common.uri.UriQuery;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/// A request with its sender, and its parts checked as they are asked for.
final class Request {
  /// As much of a body that is too large is taken in before it is refused; the listener breaks off
  /// a larger one itself.
  static final int DRAINED_MAX = 8 * 1024 * 1024;

  private static final int PARAMETER_MAX = 200;

  /// Before the first warehouse, and after the last that PostgreSQL and people can tell.
  private static final int YEAR_MIN = 1900;

  private static final int YEAR_MAX = 9_999;

  private final ServerRequest request;
  private final Optional<Principal> principal;
  private final Optional<String> token;
  private final ServerSettings.Limits limits;

  Request(
      ServerRequest request,
      Optional<Principal> principal,
      Optional<String> token,
      ServerSettings.Limits limits) {
    this.request = request;
    this.principal = principal;
    this.token = token;
    this.limits = limits;
  }

  /// Who asks; only on routes for those who have signed in.
  Principal who() {
    return principal.orElseThrow(() -> new IllegalStateException("an open route has no principal"));
  }

  String token() {
    return token.orElseThrow(() -> new IllegalStateException("an open route has no token"));
  }

  ServerSettings.Limits limits() {
    return limits;
  }

  Optional<String> header(HeaderName name) {
    return request.headers().first(name);
  }

  /// A variable part of the path.
  <T> T path(String name, Function<String, T> of) {
    return of.apply(clean(name, request.path().pathParameters().get(name)));
  }

  /// A parameter of the query; one that is empty counts as absent.
  Optional<String> query(String name) {
    UriQuery query = request.query();
    if (!query.contains(name)) {
      return Optional.empty();
    }
    String value = ((Parameters) query).get(name);
    if (value.length() > PARAMETER_MAX) {
      throw new InvalidValue("invalid_" + name, name + " is longer than 200 characters");
    }
    return value.isEmpty() ? Optional.empty() : Optional.of(clean(name, value));
  }

  /// PostgreSQL keeps no text with a zero in it.
  private static String clean(String name, String value) {
    if (value.indexOf('\0') >= 0) {
      throw new InvalidValue("invalid_" + name, name + " has a zero character in it; leave it out");
    }
    return value;
  }

  <T> Optional<T> query(String name, Function<String, T> of) {
    return query(name).map(of);
  }

  /// How many items of a list are wanted.
  int limit() {
    return (int) number("limit", 1, limits.page()).orElse(Math.min(100, limits.page()));
  }

  /// A whole number in the query.
  OptionalLong number(String name, long least, long most) {
    Optional<String> value = query(name);
    if (value.isEmpty()) {
      return OptionalLong.empty();
    }
    try {
      long number = Long.parseLong(value.get());
      if (number >= least && number <= most) {
        return OptionalLong.of(number);
      }
    } catch (NumberFormatException e) {
      throw notANumber(name, least, most);
    }
    throw notANumber(name, least, most);
  }

  /// A moment in the query, ISO 8601 with an offset or Z.
  Optional<Instant> time(String name) {
    return query(name)
        .map(
            text -> {
              try {
                // A + of an offset arrives as a blank when the sender did not encode it.
                OffsetDateTime moment = OffsetDateTime.parse(text.replace(' ', '+'));
                if (moment.getYear() >= YEAR_MIN && moment.getYear() <= YEAR_MAX) {
                  return moment.toInstant();
                }
              } catch (DateTimeException e) {
                throw noMoment(name);
              }
              throw noMoment(name);
            });
  }

  private static InvalidValue noMoment(String name) {
    return new InvalidValue(
        "invalid_" + name,
        name + " is no moment such as 2026-11-20T10:00:00Z; give one with its offset");
  }

  /// The JSON object of the body.
  JsonFields fields() {
    return JsonFields.of(body(), limits.depth());
  }

  /// The body, which says that it is JSON and is not too large.
  byte[] body() {
    checkContentType();
    OptionalLong length = request.headers().contentLength();
    if (length.isPresent() && length.getAsLong() < 0) {
      throw new RequestRefused(
          Problem.badRequest("invalid_request", "The Content-Length is below 0."));
    }
    if (length.isPresent() && length.getAsLong() > limits.bodyBytes()) {
      drain();
      throw tooLarge();
    }
    if (!request.content().hasEntity()) {
      throw new RequestRefused(
          Problem.badRequest("invalid_json", "The body is empty. Send a JSON object."));
    }
    try (InputStream in = request.content().inputStream()) {
      if (length.isPresent()) {
        byte[] body = new byte[(int) length.getAsLong()];
        int read = in.readNBytes(body, 0, body.length);
        return read == body.length ? body : Arrays.copyOf(body, read);
      }
      byte[] body = in.readNBytes(limits.bodyBytes() + 1);
      if (body.length > limits.bodyBytes()) {
        swallow(in);
        throw tooLarge();
      }
      return body;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A body of comma separated values, read as it comes in.
  ///
  /// @param most larger ones are refused
  InputStream csv(int most) {
    String type =
        request
            .headers()
            .first(HeaderNames.CONTENT_TYPE)
            .map(given -> given.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
            .orElse("");
    if (!type.equals("text/csv")) {
      throw new RequestRefused(
          Problem.of(
              415,
              "not_csv",
              "Wrong content type",
              "The body must be a CSV file. Send it with Content-Type: text/csv."));
    }
    if (!request.content().hasEntity()) {
      throw new RequestRefused(
          Problem.badRequest("empty_file", "The body is empty. Send a CSV file."));
    }
    return new LimitedBody(request.content().inputStream(), most);
  }

  /// Takes in what is too large and throws it away: a sender that is still writing when the
  /// connection closes would see a broken line instead of the answer.
  private void drain() {
    try (InputStream in = request.content().inputStream()) {
      swallow(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void swallow(InputStream in) throws IOException {
    byte[] thrownAway = new byte[16 * 1024];
    long left = DRAINED_MAX;
    int read = in.read(thrownAway);
    while (read >= 0 && left > 0) {
      left -= read;
      read = in.read(thrownAway);
    }
  }

  private void checkContentType() {
    Optional<String> type = request.headers().first(HeaderNames.CONTENT_TYPE);
    if (type.isEmpty() || type.get().equals("application/json")) {
      return;
    }
    String plain = type.get().split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    if (!plain.equals("application/json") && !plain.endsWith("+json")) {
      throw new RequestRefused(
          Problem.of(
              415,
              "not_json",
              "Wrong content type",
              "The body must be JSON. Send it with Content-Type: application/json."));
    }
  }

  private RequestRefused tooLarge() {
    return new RequestRefused(tooLarge(limits.bodyBytes()));
  }

  static Problem tooLarge(int most) {
    return Problem.of(
        413,
        "body_too_large",
        "Too large",
        "The body is larger than " + most + " bytes. Send it in parts.");
  }

  private static InvalidValue notANumber(String name, long least, long most) {
    return new InvalidValue(
        "invalid_" + name, name + " is not a whole number from " + least + " to " + most);
  }
}
