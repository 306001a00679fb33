package dev.stockwright.devices.llrp.simulated;

/// Which reader is played. Its firmware always says that it is simulated.
///
/// @param maker IANA enterprise number
/// @param model the maker's number of the model
/// @param leastPower in hundredths of a dBm
/// @param powerStep between levels, in hundredths of a dBm
/// @param powerLevels how many there are
/// @param hopping whether it changes channels by a table
public record ReaderModel(
    String name,
    long maker,
    long model,
    String firmware,
    int antennas,
    int leastPower,
    int powerStep,
    int powerLevels,
    boolean hopping) {
  /// Four antennas, like an Impinj Speedway R420.
  public static ReaderModel impinj() {
    return new ReaderModel(
        "impinj", 25882, 2001002, "5.14.0.240 (simulated)", 4, 1000, 25, 91, true);
  }

  /// Eight antennas, like a Zebra FX9600.
  public static ReaderModel zebra() {
    return new ReaderModel("zebra", 161, 96008, "3.21.23 (simulated)", 8, 1000, 10, 201, false);
  }
}
