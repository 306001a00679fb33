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

  /// The same for one that is heard for long, and for one that lay here: echoes have more time.
  private static final double LONG_MOTION_DB = 6;

  private static final double LAY_MOTION_DB = 10;

  /// Less than this is the same loudness.
  private static final double FLAT_DB = 4;

  /// A tag that goes through changes the lead of one side over the other at least by so much.
  private static final double SHIFT_DB = 4;

  /// By so much one side leads at the start, and the other one at the end.
  private static final double LEAD_DB = 1.5;

  /// Certainty that is enough for a tag that comes and goes, and what more it takes for each dB of
  /// motion that is missing because the tag is hardly heard.
  private static final double CERTAIN = 1.5;

  private static final double MORE = 0.5;

  /// The same when it is heard for long: echoes have more time to change sides too.
  private static final double LONG_CERTAIN = 2.5;

  private static final double LONG_MORE = 3;

  /// Reads that each side must have when nobody else speaks for the tag.
  private static final int LEAST_A_SIDE = 2;

  /// From here on there is no need to wait for more.
  private static final double SURE = 2;

  /// What is needed when others went the same way at the same time.
  private static final double CERTAIN_WITH_OTHERS = 1.2;

  /// The same when these are many, and so certain together.
  private static final double CERTAIN_WITH_MANY = 0.5;

  private static final double MANY = 20;

  /// Tags that pass are gone again within this time, unless they wait in the door.
  private static final long BRIEF_MILLIS = 12_000;

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
  /// @param beginning it may have lain here before: nobody listened
  record Around(String key, Votes votes, boolean lay, boolean beginning) {}

  /// What the tag did.
  Verdict judge(PassTrace trace, Around around) {
    SignalShape shape = SignalShape.of(trace);
    SideLead lead = SideLead.of(trace);
    PassEvidence evidence = evidence(trace, lead);
    Optional<Reason> stray = stray(trace, shape);
    if (stray.isPresent()) {
      return new NoPass(stray.get(), evidence.because(stray.get().code()), false);
    }
    if (!(roles.contains(Role.PORTAL_INSIDE) && roles.contains(Role.PORTAL_OUTSIDE))) {
      return oneRole(evidence, shape.motion() >= MOTION_DB);
    }
    if (evidence.inside().count() == 0 || evidence.outside().count() == 0) {
      boolean lies = shape.motion() < FLAT_DB && !brief(trace, around);
      return no(lies ? Reason.STATIONARY : Reason.ONE_SIDE, evidence, false);
    }
    return twoSides(trace, shape, lead, around);
  }

  private static Verdict twoSides(
      PassTrace trace, SignalShape shape, SideLead lead, Around around) {
    PassEvidence evidence = evidence(trace, lead);
    boolean brief = brief(trace, around);
    double motion = shape.motion();
    boolean swapped =
        Math.min(lead.first(), lead.last()) <= -LEAD_DB
            && Math.max(lead.first(), lead.last()) >= LEAD_DB
            && Math.abs(lead.shift()) >= SHIFT_DB;
    if (brief || motion >= MOTION_DB) {
      around.votes().add(around.key(), trace, lead, swapped);
    }
    double needed = needed(motion, brief, around.lay());
    int fewer = Math.min(evidence.inside().count(), evidence.outside().count());
    if (swapped && fewer >= LEAST_A_SIDE && lead.certainty() >= needed) {
      boolean sure = motion >= MOTION_DB && lead.certainty() >= Math.max(SURE, needed);
      return new Passed(way(lead), evidence, sure, lead.change());
    }
    if (!around.lay()) {
      Optional<Companions> others = companions(trace, around);
      if (others.isPresent()) {
        PassEvidence with = evidence.because("with_others");
        return new Passed(others.get().direction(), with, false, others.get().change());
      }
    }
    return noOrder(shape, lead, evidence, brief);
  }

  private static boolean brief(PassTrace trace, Around around) {
    return trace.last() - trace.first() <= BRIEF_MILLIS && !around.lay() && !around.beginning();
  }

  /// How certain the order of the sides must be.
  private static double needed(double motion, boolean brief, boolean lay) {
    return brief
        ? CERTAIN + MORE * Math.clamp(MOTION_DB - motion, 0, MOTION_DB)
        : LONG_CERTAIN + LONG_MORE * Math.max(0, (lay ? LAY_MOTION_DB : LONG_MOTION_DB) - motion);
  }

  private static Verdict noOrder(
      SignalShape shape, SideLead lead, PassEvidence evidence, boolean brief) {
    if (shape.motion() < FLAT_DB) {
      return no(brief ? Reason.NO_ORDER : Reason.STATIONARY, evidence, !brief);
    }
    if (lead.returned() >= CERTAIN || Math.abs(lead.shift()) < SHIFT_DB) {
      return no(Reason.TURNED_BACK, evidence, false);
    }
    PassEvidence why = evidence.because("order_not_clear");
    return new Passed(Direction.UNDECIDED, why, false, lead.change());
  }

  /// Others that explain this tag, and no others that explain it as well the other way round.
  private static Optional<Companions> companions(PassTrace trace, Around around) {
    Optional<Companions> in = around.votes().with(around.key(), trace, Direction.IN);
    Optional<Companions> out = around.votes().with(around.key(), trace, Direction.OUT);
    double inwards = in.map(others -> others.support(trace)).orElse(Double.NEGATIVE_INFINITY);
    double outwards = out.map(others -> others.support(trace)).orElse(Double.NEGATIVE_INFINITY);
    Optional<Companions> others =
        out.isEmpty() || (in.isPresent() && inwards > outwards) ? in : out;
    boolean many = in.isPresent() != out.isPresent() && others.orElseThrow().certainty() >= MANY;
    double needed = many ? CERTAIN_WITH_MANY : CERTAIN_WITH_OTHERS;
    return Math.max(inwards, outwards) >= needed && Math.abs(inwards - outwards) >= needed
        ? others
        : Optional.empty();
  }

  private static Direction way(SideLead lead) {
    return lead.shift() > 0 ? Direction.IN : Direction.OUT;
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

  static PassEvidence evidence(PassTrace trace, SideLead lead) {
    return new PassEvidence(
        side(trace, true),
        side(trace, false),
        Instant.ofEpochMilli(trace.first()),
        Instant.ofEpochMilli(trace.last()),
        lead.shift(),
        lead.certainty(),
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
