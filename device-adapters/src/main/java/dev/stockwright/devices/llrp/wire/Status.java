package dev.stockwright.devices.llrp.wire;

import dev.stockwright.devices.reasons.ReaderReason;
import java.util.Locale;
import java.util.Optional;

/// What a reader answers to a request: done, or why not.
///
/// @param code 0 for success; 100 and up the message, 200 and up a parameter, 300 and up a field,
///     401 the device
/// @param description the reader's own words; may be empty
public record Status(int code, String description) {
  private static final int SHOWN_MAX = 200;

  /// The status in a response or an error message; empty when it has none that can be read.
  public static Optional<Status> of(Frame.Message message) {
    return Parameter.of(message, 0)
        .first(ParameterType.LLRP_STATUS)
        .map(p -> new Status(p.u16(0), p.text(2)));
  }

  public boolean success() {
    return code == 0;
  }

  /// Code, its name in the standard and the reader's words: `201 P_FieldError: "power index"`.
  public String shown() {
    String words =
        description.length() > SHOWN_MAX
            ? description.substring(0, SHOWN_MAX) + "..."
            : description;
    String named = name().isEmpty() ? String.valueOf(code) : code + " " + name();
    return words.isEmpty() ? named : named + ": \"" + words + "\"";
  }

  /// What a person can do about it.
  public ReaderReason advice() {
    return switch (code) {
      case 109, 110, 111, 112, 209 -> ReaderReason.UPDATE_IT;
      case 401 -> ReaderReason.RESTART_IT;
      case 100, 101, 201, 300, 301 -> ReaderReason.CHECK_SETTINGS;
      default -> ReaderReason.CHECK_AND_RESTART;
    };
  }

  private String name() {
    return switch (code) {
      case 0 -> "M_Success";
      case 100 -> "M_ParameterError";
      case 101 -> "M_FieldError";
      case 102 -> "M_UnexpectedParameter";
      case 103 -> "M_MissingParameter";
      case 104 -> "M_DuplicateParameter";
      case 105 -> "M_OverflowParameter";
      case 106 -> "M_OverflowField";
      case 107 -> "M_UnknownParameter";
      case 108 -> "M_UnknownField";
      case 109 -> "M_UnsupportedMessage";
      case 110 -> "M_UnsupportedVersion";
      case 111 -> "M_UnsupportedParameter";
      case 200 -> "P_ParameterError";
      case 201 -> "P_FieldError";
      case 202 -> "P_UnexpectedParameter";
      case 203 -> "P_MissingParameter";
      case 204 -> "P_DuplicateParameter";
      case 205 -> "P_OverflowParameter";
      case 206 -> "P_OverflowField";
      case 207 -> "P_UnknownParameter";
      case 208 -> "P_UnknownField";
      case 209 -> "P_UnsupportedParameter";
      case 300 -> "A_Invalid";
      case 301 -> "A_OutOfRange";
      case 401 -> "R_DeviceError";
      default -> "";
    };
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%d %s", code, description);
  }
}
