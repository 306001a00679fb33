package dev.stockwright.devices.rfid;

import dev.stockwright.vocabulary.DeviceId;
import java.time.Instant;

/// One line of a reader's report: an antenna heard a tag, once or several times.
///
/// @param reader which reader, such as `reader-dock-1`
/// @param antenna its port at the reader, 1 and up
/// @param epc the EPC memory in lower-case hexadecimal digits, at most 124 of them; leading zeros
///     stand
/// @param rssi peak signal strength, in dBm; louder is nearer to zero
/// @param count how often it was heard, 1 and up
/// @param first when it was first heard, by this machine's clock
/// @param last when it was last heard, by this machine's clock
public record TagSighting(
    DeviceId reader,
    int antenna,
    String epc,
    double rssi,
    int count,
    Instant first,
    Instant last) {}
