package dev.stockwright.devices.rfid;

import dev.stockwright.devices.rfid.PassEvidence.Side;
import dev.stockwright.devices.rfid.ReadPoint.Role;
import dev.stockwright.devices.rfid.TagEvent.Reason;
import dev.stockwright.devices.rfid.Verdict.NoPass;
import dev.stockwright.devices.rfid.Verdict.Passed;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// Decides what a tag did at a door, from all that was heard of it there. Pure.
final class PassJudge {
  /// A tag that comes and goes changes its loudness at least by so much.
  private static final double MOTION_DB = 6;

  /// Less than this is the same loudness.
  private static final double FLAT_DB = 7;

  /// A tag that goes through takes at least this part of its signal to the other side.
  private static final double SHIFT = 0.3;

  /// Certainty that is enough for a tag that comes and goes, and for one of which that cannot be
  /// seen because it is hardly heard.
  private static final double CERTAIN_MOVING = 1.5;

  private static final double CERTAIN_FAINT = 2.5;

  /// From here on there is no need to wait for more.
  private static final double SURE = 2;

  /// What is needed when others went the same way at the same time.
  private static final double CERTAIN_WITH_OTHERS = 1.5;

  /// Less than this is no vote for others.
  private static final double VOTE = 0.7;

  /// A tag that cannot be seen to move must be gone again within this time.
  private static final long FAINT_MILLIS = 8_000;

  /// Who is heard longer than this and always the same lies there.
  private static final long LYING_MILLIS = 10_000;

  private final DoorRules rules;
  private final Set<Role> roles;

  /// @param roles of the antennas that this door has
  PassJudge(DoorRules rules, Set<Role> roles) {
    this.rules = rules;
    this.roles = roles;
  }

  /// What else is known at the door.
  ///
  /// @param key of the tag
  /// @param lay it lay here before
  record Around(String key, Votes votes, boolean lay) {}

  /// What the tag did.
  Verdict judge(PassTrace trace, Around around) {
    SignalShape shape = SignalShape.of(trace);
    SideShare share = SideShare.of(trace, 0, trace.size());
    PassEvidence evidence = evidence(trace, share);
    Optional<Reason> stray = stray(trace, shape);
    if (stray.isPresent()) {
      return new NoPass(stray.get(), evidence.because(stray.get().code()), false);
    }
    boolean moved = shape.comesAndGoes(MOTION_DB);
    long dwell = trace.last() - trace.first();
    if (!(roles.contains(Role.PORTAL_INSIDE) && roles.contains(Role.PORTAL_OUTSIDE))) {
      return oneRole(evidence, moved);
    }
    if (evidence.inside().count() == 0 || evidence.outside().count() == 0) {
      return no(shape.flat(FLAT_DB) && dwell > LYING_MILLIS ? Reason.STATIONARY : Reason.ONE_SIDE,
          evidence, false);
    }
    return twoSides(trace, shape, share, around);
  }

  private static Verdict twoSides(
      PassTrace trace, SignalShape shape, SideShare share, Around around) {
    PassEvidence evidence = evidence(trace, share);
    boolean moved = shape.comesAndGoes(MOTION_DB);
    boolean brief = trace.last() - trace.first() <= FAINT_MILLIS && !around.lay();
    boolean shifted = Math.abs(share.shift()) >= SHIFT;
    if (shifted && share.certainty() >= VOTE && (moved || brief)) {
      around.votes().add(around.key(), trace, share);
    }
    if (shifted && (moved || brief)) {
      double motion = Math.clamp(Math.min(shape.rise(), shape.fall()) / MOTION_DB, 0, 1);
      double needed = CERTAIN_FAINT + motion * (CERTAIN_MOVING - CERTAIN_FAINT);
      if (share.certainty() >= needed) {
        boolean sure = moved && share.certainty() >= SURE;
        return new Passed(way(share), evidence, sure, share.change());
      }
    }
    if (brief) {
      Optional<Companions> others = companions(trace, around);
      if (others.isPresent()) {
        PassEvidence with = evidence.because("with_others");
        return new Passed(others.get().direction(), with, false, others.get().change());
      }
    }
    return noOrder(shape, share, evidence, brief);
  }

  private static Verdict noOrder(
      SignalShape shape, SideShare share, PassEvidence evidence, boolean brief) {
    boolean moved = shape.comesAndGoes(MOTION_DB);
    if (shape.flat(FLAT_DB) && !brief) {
      return no(Reason.STATIONARY, evidence, true);
    }
    boolean shifted = Math.abs(share.shift()) >= SHIFT;
    if (share.returned() - share.still() >= CERTAIN_MOVING || (moved && !shifted)) {
      return no(Reason.TURNED_BACK, evidence, false);
    }
    return moved
        ? new Passed(
            Direction.UNDECIDED, evidence.because("order_not_clear"), false, share.change())
        : no(Reason.STATIONARY, evidence, false);
  }

  /// Others that explain this tag, and no others that explain it as well the other way round.
  private static Optional<Companions> companions(PassTrace trace, Around around) {
    Optional<Companions> in = around.votes().with(around.key(), trace, Direction.IN);
    Optional<Companions> out = around.votes().with(around.key(), trace, Direction.OUT);
    double inwards = in.map(others -> others.support(trace)).orElse(Double.NEGATIVE_INFINITY);
    double outwards = out.map(others -> others.support(trace)).orElse(Double.NEGATIVE_INFINITY);
    if (Math.max(inwards, outwards) < CERTAIN_WITH_OTHERS
        || Math.abs(inwards - outwards) < CERTAIN_WITH_OTHERS) {
      return Optional.empty();
    }
    return inwards > outwards ? in : out;
  }

  private static Direction way(SideShare share) {
    return share.shift() > 0 ? Direction.IN : Direction.OUT;
  }

  private Verdict oneRole(PassEvidence evidence, boolean moved) {
    if (!moved) {
      return no(Reason.STATIONARY, evidence, false);
    }
    Direction way = roles.contains(Role.EXIT) ? Direction.OUT : Direction.UNDECIDED;
    return new Passed(way, evidence, true, evidence.last().toEpochMilli());
  }

  static NoPass no(Reason reason, PassEvidence evidence, boolean sure) {
    return new NoPass(reason, evidence.because(reason.code()), sure);
  }

  private Optional<Reason> stray(PassTrace trace, SignalShape shape) {
    double reads = 0;
    for (int i = 0; i < trace.size(); i++) {
      reads += trace.count(i);
    }
    if (reads < rules.minReads()) {
      return Optional.of(Reason.FEW_READS);
    }
    if (trace.last() - trace.first() < rules.minDwell().toMillis()) {
      return Optional.of(Reason.SHORT);
    }
    return shape.peak() < rules.minPeakDbm() ? Optional.of(Reason.WEAK) : Optional.empty();
  }

  static PassEvidence evidence(PassTrace trace, SideShare share) {
    return new PassEvidence(
        side(trace, true),
        side(trace, false),
        Instant.ofEpochMilli(trace.first()),
        Instant.ofEpochMilli(trace.last()),
        share.shift(),
        share.certainty(),
        "order");
  }

  private static Side side(PassTrace trace, boolean inside) {
    double count = 0;
    double peak = Double.NEGATIVE_INFINITY;
    double weight = 0;
    double moment = 0;
    for (int i = 0; i < trace.size(); i++) {
      if (trace.inside(i) == inside) {
        count += trace.count(i);
        peak = Math.max(peak, trace.rssi(i));
        double power = trace.count(i) * Math.pow(10, trace.rssi(i) / 10);
        weight += power;
        moment += power * (trace.millis(i) - trace.first());
      }
    }
    Optional<Instant> centre =
        weight > 0
            ? Optional.of(Instant.ofEpochMilli(trace.first() + Math.round(moment / weight)))
            : Optional.empty();
    return new Side((int) Math.round(count), peak, centre);
  }
}
