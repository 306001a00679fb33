package dev.stockwright.server.http;

import dev.stockwright.server.config.ServerSettings;
import dev.stockwright.server.health.ServerMetrics;
import dev.stockwright.server.security.Principal;
import dev.stockwright.server.security.Question;
import dev.stockwright.server.security.Rights;
import dev.stockwright.server.security.Sessions;
import dev.stockwright.vocabulary.InvalidValue;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.HttpException;
import io.helidon.http.RequestException;
import io.helidon.http.Status;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.jooq.exception.DataAccessException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What every request goes through: a name, the sign-in, the action, and one place that turns
/// whatever went wrong into a problem. Thread-safe.
final class Door {
  private static final Logger LOG = LoggerFactory.getLogger(Door.class);
  private static final String BEARER = "Bearer ";
  private static final Header CHALLENGE =
      HeaderValues.createCached(HeaderNames.WWW_AUTHENTICATE, "Bearer");
  private static final Header NO_SNIFF =
      HeaderValues.createCached("X-Content-Type-Options", "nosniff");

  private final Sessions sessions;
  private final ServerSettings.Limits limits;
  private final ServerMetrics metrics;
  private final Correlation correlation = new Correlation();

  Door(Sessions sessions, ServerSettings.Limits limits, ServerMetrics metrics) {
    this.sessions = sessions;
    this.limits = limits;
    this.metrics = metrics;
  }

  /// The handler of a route.
  Handler handler(Route route) {
    ServerMetrics.RequestTimer timer = metrics.requestTimer(route.method().text(), route.path());
    return (request, response) -> {
      long start = System.nanoTime();
      String instance = correlation.of(request.headers().first(Correlation.HEADER));
      Reply reply = reply(route, request, instance);
      send(response, reply, instance);
      timer.record(reply.status(), System.nanoTime() - start);
    };
  }

  /// The answer where Helidon itself has stopped a request.
  Reply problem(Status status, String instance) {
    return Reply.problem(problem(status.code()), instance);
  }

  String newInstance() {
    return correlation.of(Optional.empty());
  }

  static void send(ServerResponse response, Reply reply, String instance) {
    response.header(HeaderValues.create(Correlation.HEADER, instance));
    response.header(NO_SNIFF);
    reply.send(response);
  }

  private Reply reply(Route route, ServerRequest request, String instance) {
    try {
      return route.action().act(admitted(route, request));
    } catch (RequestRefused refused) {
      Reply reply = Reply.problem(refused.problem(), instance);
      return refused.problem().status() == 401 ? reply.with(CHALLENGE) : reply;
    } catch (InvalidValue invalid) {
      return Reply.problem(Problem.of(invalid), instance);
    } catch (DataAccessException e) {
      return Reply.problem(databaseProblem(e, instance), instance);
    } catch (HttpException e) {
      return Reply.problem(problem(e.status().code()), instance);
    } catch (RequestException e) {
      return Reply.problem(problem(e.status().code()), instance);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Reply.problem(Problem.unavailable(), instance);
    } catch (UncheckedIOException e) {
      return Reply.problem(
          Problem.badRequest("body_cut_off", "The body broke off. Send it again whole."), instance);
    } catch (RuntimeException e) { // the fence of the session: a bug ends here
      return bug(e, instance);
    }
  }

  private Request admitted(Route route, ServerRequest request) {
    Optional<String> token = token(request);
    return switch (route.access()) {
      case OPEN -> new Request(request, Optional.empty(), token, limits);
      case SIGNED_IN -> new Request(request, Optional.of(principal(token)), token, limits);
      case OPERATIONS -> {
        if (!local(request)) {
          Rights.refusal(principal(token), Question.METRICS)
              .ifPresent(
                  refusal -> {
                    throw new RequestRefused(Problem.of(refusal));
                  });
        }
        yield new Request(request, Optional.empty(), token, limits);
      }
    };
  }

  private static boolean local(ServerRequest request) {
    return request.remotePeer().address() instanceof InetSocketAddress from
        && !from.isUnresolved()
        && from.getAddress().isLoopbackAddress();
  }

  private static Optional<String> token(ServerRequest request) {
    return request
        .headers()
        .first(HeaderNames.AUTHORIZATION)
        .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
        .map(value -> value.substring(BEARER.length()).strip());
  }

  private Principal principal(Optional<String> token) {
    if (token.isEmpty()) {
      throw new RequestRefused(
          Problem.of(
              401,
              "sign_in_required",
              "Not signed in",
              "Sign in with POST /api/v1/sessions and send the token as Authorization: Bearer."));
    }
    return sessions
        .find(token.get())
        .orElseThrow(
            () ->
                new RequestRefused(
                    Problem.of(
                        401,
                        "session_ended",
                        "Not signed in",
                        "The sign-in has ended or was never there. Sign in again.")));
  }

  private static Problem databaseProblem(DataAccessException thrown, String instance) {
    String state = sqlState(thrown);
    if (state.startsWith("57014")) {
      return Problem.retry(
          503,
          "too_slow",
          "Took too long",
          "The question took too long. Ask for less: one warehouse, one product, a shorter time.",
          Duration.ofSeconds(5));
    }
    if (state.startsWith("53100")) {
      LOG.error("The database's disk is full, request {}", instance);
      return Problem.retry(
          503,
          "disk_full",
          "The disk is full",
          "The database's disk is full; nothing was changed. Tell whoever runs the server.",
          Duration.ofSeconds(30));
    }
    boolean away =
        state.isEmpty()
            || state.startsWith("08")
            || state.startsWith("57")
            || state.startsWith("53")
            || state.startsWith("40")
            || state.startsWith("55");
    if (away) {
      LOG.warn("The database could not be asked, request {}: {}", instance, state);
      return Problem.unavailable();
    }
    LOG.error("Request {} failed in the database", instance, thrown);
    return internal();
  }

  private static String sqlState(DataAccessException thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getSQLState() != null) {
        return sql.getSQLState();
      }
    }
    return "";
  }

  static Problem internal() {
    return Problem.of(
        500,
        "internal",
        "A fault of ours",
        "Something went wrong here. Send the same again; if it stays, report the correlation id.");
  }

  /// What Helidon stops by itself, in our words.
  Problem problem(int status) {
    return switch (status) {
      case 400 ->
          Problem.badRequest("invalid_request", "This is no HTTP request that we can read.");
      case 403 -> Problem.of(403, "not_allowed", "Not allowed", "This is not allowed.");
      case 404 -> Routes.unknownPath();
      case 413 -> Request.tooLarge(limits.bodyBytes());
      case 414 -> Problem.of(414, "uri_too_long", "Too long", "The address is too long.");
      case 431 ->
          Problem.of(431, "headers_too_large", "Too large", "The headers are larger than 16 KiB.");
      case 503 ->
          Problem.retry(
              503,
              "busy",
              "Busy",
              "Too many requests are in work. Send the same again in a moment.",
              Duration.ofSeconds(1));
      case 505 ->
          Problem.of(505, "http_version", "Not supported", "Use HTTP/1.1 for this address.");
      default ->
          status < 500
              ? Problem.of(status, "invalid_request", "Refused", "The request cannot be served.")
              : internal();
    };
  }

  /// A bug: logged once, told to nobody.
  static Reply bug(Throwable thrown, String instance) {
    LOG.error("Request {} failed", instance, thrown);
    return Reply.problem(internal(), instance);
  }
}
