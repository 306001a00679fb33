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
  private static final double MOTION_DB = 5;

  /// Less than this is the same loudness.
  private static final double FLAT_DB = 7;

  /// A tag that goes through takes at least this part of its signal to the other side.
  private static final double SHIFT = 0.35;

  /// Certainty that is enough for a tag that comes and goes, and for one of which that cannot be
  /// seen because it is hardly heard.
  private static final double CERTAIN_MOVING = 1.5;

  private static final double CERTAIN_FAINT = 3;

  /// What is needed when others went the same way at the same time.
  private static final double CERTAIN_WITH_OTHERS = 1.5;

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

  /// What the tag did, when others are not looked at.
  Verdict judge(PassTrace trace, Optional<Companions> companions) {
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
    return twoSides(trace, shape, share, evidence, companions);
  }

  private Verdict twoSides(
      PassTrace trace,
      SignalShape shape,
      SideShare share,
      PassEvidence evidence,
      Optional<Companions> companions) {
    boolean moved = shape.comesAndGoes(MOTION_DB);
    long dwell = trace.last() - trace.first();
    boolean shifted = Math.abs(share.shift()) >= SHIFT;
    Direction way = share.shift() > 0 ? Direction.IN : Direction.OUT;
    if (moved && shifted && share.certainty() >= CERTAIN_MOVING) {
      return new Passed(way, evidence, true, share.change());
    }
    if (shape.flat(FLAT_DB) && dwell > LYING_MILLIS) {
      return no(Reason.STATIONARY, evidence, true);
    }
    if (shifted && share.certainty() >= CERTAIN_FAINT && dwell <= FAINT_MILLIS) {
      return new Passed(way, evidence, false, share.change());
    }
    if (dwell <= FAINT_MILLIS && companions.isPresent()) {
      Companions others = companions.get();
      if (others.support(trace) >= CERTAIN_WITH_OTHERS) {
        PassEvidence with = evidence.because("with_others");
        return new Passed(others.direction(), with, false, others.change());
      }
    }
    if (share.returned() - share.still() >= CERTAIN_MOVING
        && share.returned() >= share.passed() - CERTAIN_MOVING) {
      return no(Reason.TURNED_BACK, evidence, moved);
    }
    if (!moved) {
      return no(Reason.STATIONARY, evidence, false);
    }
    return Math.abs(share.shift()) < SHIFT
        ? no(Reason.TURNED_BACK, evidence, false)
        : new Passed(
            Direction.UNDECIDED, evidence.because("order_not_clear"), false, share.change());
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
