package dev.stockwright.server.http;

import dev.stockwright.server.security.Credentials;
import dev.stockwright.server.security.Principal;
import dev.stockwright.server.security.Sessions;
import dev.stockwright.server.security.SignIn;
import dev.stockwright.server.security.SignInResult;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.InvalidValue;
import io.helidon.http.Method;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Signing in and out.
final class SessionRoutes {
  private static final int NAME_MAX = 64;
  private static final int SECRET_MAX = 128;

  private final SignIn signIn;
  private final Sessions sessions;

  SessionRoutes(SignIn signIn, Sessions sessions) {
    this.signIn = signIn;
    this.sessions = sessions;
  }

  List<Route> routes() {
    return List.of(
        new Route(Method.POST, "/api/v1/sessions", Access.OPEN, this::open),
        new Route(Method.DELETE, "/api/v1/sessions/current", Access.SIGNED_IN, this::close));
  }

  private Reply open(Request request) throws InterruptedException {
    JsonFields body = request.fields();
    DeviceId device = body.optional("device", DeviceId::new).orElse(Principal.NO_DEVICE);
    return switch (signIn.signIn(credentials(body), device)) {
      case SignInResult.SignedIn in -> Reply.json(201, json(in));
      case SignInResult why -> throw refused(why);
    };
  }

  /// Why somebody is not let in, as a problem.
  static RequestRefused refused(SignInResult why) {
    return new RequestRefused(
        switch (why) {
          case SignInResult.SignedIn in ->
              throw new IllegalArgumentException(in.principal().operator() + " is let in");
          case SignInResult.Wrong _ ->
              Problem.of(
                  401,
                  "sign_in_refused",
                  "Not signed in",
                  "User and password, or badge and PIN, do not fit. Try again.");
          case SignInResult.Locked locked ->
              Problem.retry(
                  429,
                  "sign_in_locked",
                  "Too many wrong tries",
                  "There were too many wrong tries here. Wait, or ask a supervisor.",
                  locked.retryAfter());
          case SignInResult.Busy _ ->
              Problem.retry(
                  503,
                  "busy",
                  "Busy",
                  "Too many people sign in at this moment. Try again in a moment.",
                  Duration.ofSeconds(1));
        });
  }

  private Reply close(Request request) {
    sessions.end(request.token());
    return Reply.empty();
  }

  private static Credentials credentials(JsonFields body) {
    Optional<String> badge = body.optional("badge", text -> text);
    if (badge.isPresent()) {
      return badge(body);
    }
    return new Credentials.UserPassword(
        plain("user", body.required("user", text -> text), NAME_MAX),
        plain("password", body.required("password", text -> text), SECRET_MAX));
  }

  /// A badge with its PIN, or a name with it.
  static Credentials pinned(JsonFields body) {
    return body.optional("user", text -> text).isPresent()
        ? new Credentials.UserPin(
            plain("user", body.required("user", text -> text), NAME_MAX),
            plain("pin", body.required("pin", text -> text), SECRET_MAX))
        : badge(body);
  }

  private static Credentials badge(JsonFields body) {
    return new Credentials.BadgePin(
        plain("badge", body.required("badge", text -> text), NAME_MAX),
        plain("pin", body.required("pin", text -> text), SECRET_MAX));
  }

  /// A name goes into the table of wrong tries, so it is plain and short.
  private static String plain(String name, String text, int most) {
    boolean good = !text.isEmpty() && text.length() <= most;
    for (int i = 0; good && i < text.length(); i++) {
      good = !Character.isISOControl(text.charAt(i)) && !Character.isSurrogate(text.charAt(i));
    }
    if (!good) {
      throw new InvalidValue(
          "invalid_" + name, name + " must have 1 to " + most + " printable characters");
    }
    return text;
  }

  private static byte[] json(SignInResult.SignedIn in) {
    Principal who = in.principal();
    return Json.bytes(
        writer -> {
          writer.beginObject();
          Json.field(writer, "token", in.token());
          Json.field(writer, "expires_at", in.expiresAt().toString());
          Json.field(writer, "user", who.operator().code());
          Json.field(writer, "name", who.name());
          Json.field(writer, "role", who.role().code());
          writer.name("warehouses");
          Json.list(writer, List.of(who.warehouseCodes()), (out, code) -> out.value(code));
          Json.field(writer, "device", who.device().code());
          writer.endObject();
        });
  }
}
