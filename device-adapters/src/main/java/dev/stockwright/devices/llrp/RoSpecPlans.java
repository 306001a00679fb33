package dev.stockwright.devices.llrp;

import dev.stockwright.devices.llrp.toolkit.RoSpecPlan;
import dev.stockwright.devices.llrp.wire.Capabilities;
import dev.stockwright.devices.reasons.ReaderReason;
import dev.stockwright.devices.reasons.Told;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeSet;

/// From settings and what a reader can do to what it is asked to do.
final class RoSpecPlans {
  private static final int ALL = 0;
  private static final int FIRST = 1;
  private static final int SESSION = 1;

  private RoSpecPlans() {}

  /// @param troubles gets what cannot be done as it was set
  static RoSpecPlan of(
      long id, ReaderSettings settings, Optional<Capabilities> capabilities, Troubles troubles) {
    capabilities.ifPresent(known -> checkAntennas(settings, known, troubles));
    Optional<RoSpecPlan.Air> air =
        settings.session().isEmpty() && settings.powerDbm().isEmpty()
            ? Optional.empty()
            : Optional.of(
                new RoSpecPlan.Air(
                    settings.session().orElse(SESSION),
                    settings.population(),
                    transmitters(settings, capabilities, troubles)));
    return new RoSpecPlan(
        id,
        settings.antennas(),
        air,
        settings.reports().tags(),
        (int) settings.reports().atMost().toMillis());
  }

  private static void checkAntennas(
      ReaderSettings settings, Capabilities known, Troubles troubles) {
    TreeSet<Integer> missing = new TreeSet<>(settings.antennas());
    missing.removeIf(antenna -> antenna >= 1 && antenna <= known.antennas());
    if (!missing.isEmpty() && known.antennas() > 0) {
      troubles.add(
          Troubles.SETTINGS,
          Told.of(ReaderReason.ANTENNA_MISSING, missing.first(), known.antennas()));
    }
  }

  private static List<RoSpecPlan.Transmitter> transmitters(
      ReaderSettings settings, Optional<Capabilities> capabilities, Troubles troubles) {
    if (settings.powerDbm().isEmpty()) {
      return List.of();
    }
    NavigableMap<Integer, Integer> levels =
        capabilities.map(Capabilities::power).orElseGet(java.util.TreeMap::new);
    if (levels.isEmpty()) {
      troubles.add(Troubles.SETTINGS, Told.of(ReaderReason.POWER_NOT_SET));
      return List.of();
    }
    boolean hopping = capabilities.map(Capabilities::hopping).orElse(false);
    int hopTable = Math.max(FIRST, capabilities.map(Capabilities::hopTable).orElse(FIRST));
    List<RoSpecPlan.Transmitter> transmitters = new ArrayList<>();
    for (int antenna : settings.antennas().isEmpty() ? named(settings) : settings.antennas()) {
      Double power = settings.powerDbm().getOrDefault(antenna, settings.powerDbm().get(ALL));
      if (power != null) {
        transmitters.add(
            new RoSpecPlan.Transmitter(
                antenna,
                level(levels, power, troubles),
                hopping ? hopTable : 0,
                hopping ? 0 : FIRST));
      }
    }
    return transmitters;
  }

  private static List<Integer> named(ReaderSettings settings) {
    return settings.powerDbm().keySet().stream().sorted().toList();
  }

  /// The strongest level that is not above what was set; the weakest when all are.
  private static int level(NavigableMap<Integer, Integer> levels, double dbm, Troubles troubles) {
    int most = (int) Math.round(dbm * 100);
    Optional<Map.Entry<Integer, Integer>> best = Optional.empty();
    Map.Entry<Integer, Integer> weakest = levels.firstEntry();
    for (Map.Entry<Integer, Integer> level : levels.entrySet()) {
      if (level.getValue() < weakest.getValue()) {
        weakest = level;
      }
      if (level.getValue() <= most
          && (best.isEmpty() || level.getValue() > best.get().getValue())) {
        best = Optional.of(level);
      }
    }
    if (best.isEmpty()) {
      troubles.note(Told.of(ReaderReason.LEAST_POWER, weakest.getValue() / 100.0));
    }
    return best.orElse(weakest).getKey();
  }
}
