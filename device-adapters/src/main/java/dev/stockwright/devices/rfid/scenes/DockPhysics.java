package dev.stockwright.devices.rfid.scenes;

/// Two dock doors side by side, each with one antenna looking outside and one inside, and how radio
/// behaves there. Door 1 has antennas 1 (outside) and 2 (inside), door 2 has 3 and 4.
///
/// @param oneMetreDbm loudness of an ordinary tag one metre in front of an antenna
/// @param slopeDb loss for ten times the distance, there and back
/// @param noiseDb standard deviation from read to read
/// @param fadeDb how much echoes raise and lower a tag's signal along its way, standard deviation
/// @param sensitivityDbm where half of the tries to read a tag fail
/// @param readsPerSecond what the reader can tell in all
/// @param turnMs how long each antenna is on before the next one is
/// @param apart metres from the door's line to each antenna
/// @param height metres of the antennas above the floor
/// @param sideways metres from the door's middle to its antennas
/// @param turnedDegrees how far the antennas look away from the door's line; 0 is straight across,
///     a negative number stands for antennas that hear every way alike
/// @param spacing metres between the doors
public record DockPhysics(
    double oneMetreDbm,
    double slopeDb,
    double noiseDb,
    double fadeDb,
    double sensitivityDbm,
    double readsPerSecond,
    int turnMs,
    double apart,
    double height,
    double sideways,
    double turnedDegrees,
    double spacing) {
  /// A usual dock.
  public static DockPhysics standard() {
    return new DockPhysics(-38, 40, 1.5, 2.5, -66, 900, 60, 0.9, 1.6, 1.4, 35, 4.2);
  }

  /// True when the antennas hear every way alike.
  boolean everyWay() {
    return turnedDegrees < 0;
  }

  /// All noise and echoes times this.
  public DockPhysics noisier(double times) {
    return new DockPhysics(
        oneMetreDbm,
        slopeDb,
        noiseDb * times,
        fadeDb * times,
        sensitivityDbm,
        readsPerSecond,
        turnMs,
        apart,
        height,
        sideways,
        turnedDegrees,
        spacing);
  }

  /// The reader tells this many reads a second.
  public DockPhysics reading(double perSecond) {
    return new DockPhysics(
        oneMetreDbm,
        slopeDb,
        noiseDb,
        fadeDb,
        sensitivityDbm,
        perSecond,
        turnMs,
        apart,
        height,
        sideways,
        turnedDegrees,
        spacing);
  }

  /// Each antenna is on for so long before the next one is.
  public DockPhysics turning(int millis) {
    return new DockPhysics(
        oneMetreDbm,
        slopeDb,
        noiseDb,
        fadeDb,
        sensitivityDbm,
        readsPerSecond,
        millis,
        apart,
        height,
        sideways,
        turnedDegrees,
        spacing);
  }

  /// Antennas elsewhere.
  public DockPhysics placed(double apart, double height, double turnedDegrees, double spacing) {
    return new DockPhysics(
        oneMetreDbm,
        slopeDb,
        noiseDb,
        fadeDb,
        sensitivityDbm,
        readsPerSecond,
        turnMs,
        apart,
        height,
        sideways,
        turnedDegrees,
        spacing);
  }
}
