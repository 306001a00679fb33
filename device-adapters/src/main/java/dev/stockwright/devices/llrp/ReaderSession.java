package dev.stockwright.devices.llrp;

import dev.stockwright.devices.llrp.Exchange.Answer;
import dev.stockwright.devices.llrp.toolkit.ControlMessages;
import dev.stockwright.devices.llrp.toolkit.RoSpecPlan;
import dev.stockwright.devices.llrp.wire.Capabilities;
import dev.stockwright.devices.llrp.wire.Frame;
import dev.stockwright.devices.llrp.wire.MessageType;
import dev.stockwright.devices.llrp.wire.ReaderEvent;
import dev.stockwright.devices.llrp.wire.Status;
import dev.stockwright.devices.reasons.ReaderReason;
import dev.stockwright.devices.reasons.Told;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One connection's life: let in, identify, configure, read until it ends. Owned by the reader's
/// thread.
final class ReaderSession {
  private static final Logger LOG = LoggerFactory.getLogger(ReaderSession.class);
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration GOODBYE = Duration.ofMillis(500);
  private static final Duration AGAIN = Duration.ofSeconds(2);
  private static final Duration RESTART = Duration.ofSeconds(1);

  private final ReaderSettings settings;
  private final SessionHome home;
  private final Exchange exchange;
  private final Troubles troubles = new Troubles();
  private boolean admitted;
  private boolean reading;
  private boolean ended;
  private boolean restartsItself;
  private final Duration unit;
  private Duration patience;

  /// Number of what the reader is asked to do. A new one at each start, so that what comes late
  /// about the one before is not taken for this one.
  private long roSpec;

  private Optional<Capabilities> capabilities = Optional.empty();

  ReaderSession(ReaderSettings settings, SessionHome home, ReaderLink link) {
    this.settings = settings;
    this.home = home;
    this.unit = settings.keepalive().compareTo(SECOND) < 0 ? settings.keepalive() : SECOND;
    this.patience = unit.multipliedBy(3);
    this.exchange = new Exchange(link, settings, home::closing, home.tap(), this::unasked);
  }

  Exchange exchange() {
    return exchange;
  }

  /// Returns when the reader is closed by us; ends by [LinkLost] otherwise.
  void run() throws LinkLost, InterruptedException {
    welcome();
    identify();
    configure();
    while (!home.closing()) {
      boolean started = start();
      show();
      listen(started ? Duration.ofDays(365) : AGAIN);
    }
    goodbye();
  }

  /// The reader speaks first: let in, or who else is there. One that says nothing is asked all the
  /// same.
  private void welcome() throws LinkLost, InterruptedException {
    long deadline = System.nanoTime() + unit.multipliedBy(3).dividedBy(2).toNanos();
    while (!admitted) {
      Optional<Frame.Message> next = exchange.receive(deadline);
      if (next.isEmpty()) {
        return;
      }
      unasked(next.get());
    }
  }

  private void identify() throws LinkLost, InterruptedException {
    patience = unit.multipliedBy(2);
    Answer answer =
        ask(MessageType.GET_READER_CAPABILITIES, ControlMessages::getReaderCapabilities);
    patience = unit.multipliedBy(3);
    switch (answer) {
      case Answer.Done(Frame.Message message) -> known(message);
      case Answer.Refused(Status status) ->
          troubles.note(Told.of(ReaderReason.NOT_IDENTIFIED, status.shown()));
      case Answer.Silent silent -> {
        // It may still come; see what is unasked.
      }
    }
  }

  private void known(Frame.Message message) {
    capabilities = Capabilities.of(message);
    capabilities.map(ReaderIdentity::of).ifPresent(home::identified);
  }

  /// Asks, and gives up a reader that says nothing at all any more.
  private Answer ask(int type, LongFunction<byte[]> message) throws LinkLost, InterruptedException {
    Answer answer = exchange.request(type, message, patience);
    if (answer instanceof Answer.Silent
        && !home.closing()
        && exchange.silence().compareTo(unit.multipliedBy(9).dividedBy(2)) > 0) {
      throw new LinkLost(
          exchange.heardAnything()
              ? Told.of(ReaderReason.DUMB, settings.address())
              : Told.of(ReaderReason.NO_READER, settings.address()));
    }
    return answer;
  }

  /// Signs of life and events; without the events where the reader refuses them. A sign of life is
  /// asked for again whenever it stays away, see [#listen].
  private void configure() throws LinkLost, InterruptedException {
    long millis = settings.keepalive().toMillis();
    Answer answer =
        ask(MessageType.SET_READER_CONFIG, id -> ControlMessages.setReaderConfig(id, millis));
    if (answer instanceof Answer.Refused(Status status)) {
      troubles.note(Told.of(ReaderReason.NO_EVENTS, status.shown()));
      answer = ask(MessageType.SET_READER_CONFIG, id -> ControlMessages.keepalive(id, millis));
    }
    if (!(answer instanceof Answer.Silent)) {
      exchange.expectSigns();
    }
  }

  /// From any state: all that others left is deleted first.
  private boolean start() throws LinkLost, InterruptedException {
    roSpec++;
    troubles.clear(Troubles.SETTINGS);
    troubles.clear(Troubles.START);
    troubles.clear(Troubles.SILENT);
    done(MessageType.DELETE_ROSPEC, id -> ControlMessages.deleteRoSpec(id, 0));
    RoSpecPlan plan = RoSpecPlans.of(roSpec, settings, capabilities, troubles);
    Optional<Status> refusal = add(plan);
    if (refusal.isPresent() && !plan.equals(plan.plain())) {
      Status wished = refusal.get();
      plan = plan.plain();
      refusal = add(plan);
      if (refusal.isEmpty()) {
        troubles.add(
            Troubles.SETTINGS,
            Told.of(ReaderReason.SETTINGS_REFUSED, wished.shown()).and(wished.advice()));
      }
    }
    restartsItself = plan.immediate();
    if (refusal.isEmpty()) {
      refusal = done(MessageType.ENABLE_ROSPEC, id -> ControlMessages.enableRoSpec(id, roSpec));
    }
    if (refusal.isEmpty() && !plan.immediate()) {
      refusal = done(MessageType.START_ROSPEC, id -> ControlMessages.startRoSpec(id, roSpec));
    }
    refusal.ifPresent(
        status ->
            troubles.add(
                Troubles.START,
                Told.of(ReaderReason.READING_REFUSED, status.shown()).and(status.advice())));
    exchange.tell(ControlMessages::enableEventsAndReports);
    reading |= refusal.isEmpty();
    return refusal.isEmpty();
  }

  private Optional<Status> add(RoSpecPlan plan) throws LinkLost, InterruptedException {
    return done(MessageType.ADD_ROSPEC, id -> ControlMessages.addRoSpec(id, plan));
  }

  /// What the reader has against it. One that says nothing may still do it.
  private Optional<Status> done(int type, LongFunction<byte[]> message)
      throws LinkLost, InterruptedException {
    return switch (ask(type, message)) {
      case Answer.Done done -> Optional.empty();
      case Answer.Refused(Status status) -> {
        LOG.warn("{}: {} refused: {}", settings.name(), MessageType.name(type), status);
        yield Optional.of(status);
      }
      case Answer.Silent silent -> {
        LOG.warn("{}: {} not answered", settings.name(), MessageType.name(type));
        troubles.add(Troubles.SILENT, Told.of(ReaderReason.NOT_ANSWERED, MessageType.name(type)));
        yield Optional.empty();
      }
    };
  }

  /// Hears what comes until it is closed, or until it is time to start the reading again. After
  /// more than an interval of silence a sign of life is asked for.
  private void listen(Duration most) throws LinkLost, InterruptedException {
    long until = System.nanoTime() + most.toNanos();
    Duration late = settings.keepalive().multipliedBy(13).dividedBy(10);
    boolean asked = false;
    while (!home.closing() && System.nanoTime() - until < 0) {
      if (ended) {
        ended = false;
        LOG.warn("{} stopped reading by itself; it is started again", settings.name());
        until = System.nanoTime() + RESTART.toNanos();
      }
      Duration wait = asked ? RESTART : late.minus(exchange.silence());
      long next = Math.min(until, System.nanoTime() + wait.toNanos());
      Optional<Frame.Message> came = exchange.receive(next);
      if (came.isPresent()) {
        unasked(came.get());
      }
      boolean silent = exchange.silence().compareTo(late) >= 0;
      if (silent && !asked) {
        long millis = settings.keepalive().toMillis();
        exchange.tell(id -> ControlMessages.keepalive(id, millis));
      }
      asked = silent;
    }
  }

  private void unasked(Frame.Message message) throws LinkLost, InterruptedException {
    switch (message.type()) {
      case MessageType.RO_ACCESS_REPORT -> {
        home.report(message);
        if (reading && troubles.clear(Troubles.SILENT)) {
          show();
        }
      }
      case MessageType.READER_EVENT_NOTIFICATION -> {
        ReaderEvent.Read read = ReaderEvent.of(message);
        if (read.fault().isPresent()) {
          throw new LinkLost(Told.of(ReaderReason.BAD_EVENT, settings.address()));
        }
        for (ReaderEvent event : read.events()) {
          happened(event);
        }
      }
      case MessageType.GET_READER_CAPABILITIES_RESPONSE -> known(message); // Late.
      case MessageType.ERROR_MESSAGE ->
          LOG.warn(
              "{}: {}", settings.name(), Status.of(message).map(Status::shown).orElse("error"));
      default -> LOG.debug("{}: message of type {} ignored", settings.name(), message.type());
    }
  }

  private void happened(ReaderEvent event) throws LinkLost, InterruptedException {
    switch (event) {
      case ReaderEvent.ConnectionAttempt(int status) -> attempt(status);
      case ReaderEvent.ConnectionClosing closing ->
          throw new LinkLost(Told.of(ReaderReason.CLOSING, settings.address()));
      case ReaderEvent.Antenna(int antenna, boolean connected) -> {
        if (connected) {
          troubles.clear(Troubles.ANTENNA + antenna);
        } else {
          troubles.add(Troubles.ANTENNA + antenna, Told.of(ReaderReason.ANTENNA_OFF, antenna));
        }
      }
      case ReaderEvent.Input(int port, boolean on) -> home.input(port, on);
      case ReaderEvent.Trouble(String message) ->
          troubles.add(Troubles.READER, Told.of(ReaderReason.TROUBLE, message));
      case ReaderEvent.RoSpec(int kind, long id) ->
          ended |= kind != 0 && id == roSpec && reading && !restartsItself;
      case ReaderEvent.BufferFilling(int percent) ->
          LOG.warn("{}: its memory for reports is {} % full", settings.name(), percent);
      case ReaderEvent.BufferOverflow overflow ->
          troubles.add(Troubles.READER, Told.of(ReaderReason.READS_DROPPED));
      case ReaderEvent.Other other -> LOG.debug("{}: event {}", settings.name(), other.type());
    }
    if (reading) {
      show();
    }
  }

  private void attempt(int status) throws LinkLost {
    switch (status) {
      case 0 -> admitted = true;
      case 1, 2 -> throw LinkLost.busy(Told.of(ReaderReason.BUSY, settings.address()));
      case 4 -> LOG.warn("{}: somebody else tried to connect to this reader", settings.name());
      default ->
          throw LinkLost.busy(Told.of(ReaderReason.LETS_NOBODY_IN, settings.address(), status));
    }
  }

  private void show() throws InterruptedException {
    if (!home.closing()) {
      home.show(troubles);
    }
  }

  /// So that the reader does not go on for nobody, and lets the next one in at once.
  private void goodbye() throws LinkLost, InterruptedException {
    exchange.parting();
    patience = GOODBYE;
    done(MessageType.STOP_ROSPEC, id -> ControlMessages.stopRoSpec(id, roSpec));
    done(MessageType.DELETE_ROSPEC, id -> ControlMessages.deleteRoSpec(id, roSpec));
    exchange.request(MessageType.CLOSE_CONNECTION, ControlMessages::closeConnection, GOODBYE);
  }
}
