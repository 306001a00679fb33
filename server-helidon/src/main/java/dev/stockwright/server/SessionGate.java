package dev.stockwright.server;

import dev.stockwright.server.security.Principal;
import dev.stockwright.server.security.Question;
import dev.stockwright.server.security.Rights;
import dev.stockwright.server.security.Sessions;
import dev.stockwright.server.stream.Caller;
import dev.stockwright.server.stream.StreamGate;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.WarehouseCode;
import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/// Lets those onto the stream who hold a session and may follow events.
final class SessionGate implements StreamGate {
  private static final String BEARER = "Bearer ";

  private final Sessions sessions;
  private final AtomicLong admitted = new AtomicLong();

  SessionGate(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public Optional<Caller> admit(Headers headers) {
    return headers
        .first(HeaderNames.AUTHORIZATION)
        .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
        .map(value -> value.substring(BEARER.length()).strip())
        .flatMap(this::caller);
  }

  private Optional<Caller> caller(String token) {
    return sessions
        .find(token)
        .filter(who -> Rights.refusal(who, Question.EVENTS).isEmpty())
        .map(who -> new Session(token, who));
  }

  private final class Session implements Caller {
    private final String token;
    private final Principal who;
    private final DeviceId device;

    Session(String token, Principal who) {
      this.token = token;
      this.who = who;
      this.device =
          who.onDevice() ? who.device() : new DeviceId("api-" + admitted.incrementAndGet());
    }

    @Override
    public Operator operator() {
      return who.operator();
    }

    /// A sender without a device of its own may have many sessions, so each gets a name.
    @Override
    public DeviceId device() {
      return device;
    }

    @Override
    public Set<WarehouseCode> warehouses() {
      return who.warehouses();
    }

    @Override
    public boolean blind() {
      return Rights.blind(who);
    }

    @Override
    public boolean alive() {
      return sessions.find(token).isPresent();
    }
  }
}
