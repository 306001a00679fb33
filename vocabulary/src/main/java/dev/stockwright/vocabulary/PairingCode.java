package dev.stockwright.vocabulary;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringTokenizer;
import java.util.regex.Pattern;

/// What brings a device to its server: a QR code of [#text], such as
/// `SW-PAIR1:https://stock.example:8443 k3Jx... 1763749800`.
///
/// The parts stand apart by a blank, which no part holds and every keyboard layout types: the
/// server, a token that is of use once, the second since 1970 when it ends, and the SHA-256 of the
/// server's certificate, where it has one of its own.
///
/// @param server with scheme and host, without a path
/// @param token 43 letters, digits, hyphens and underscores
/// @param expiresAt in whole seconds
/// @param certificate 64 hexadecimal digits in lower case
public record PairingCode(
    String server, String token, Instant expiresAt, Optional<String> certificate) {
  /// What every such code begins with; another form gets another number.
  public static final String PREFIX = "SW-PAIR1:";

  private static final int SERVER_MAX = 200;
  private static final Pattern SERVER =
      Pattern.compile(
          "https?://([A-Za-z0-9][A-Za-z0-9.-]*|\\[[0-9A-Fa-f:.]{2,45}])(:[1-9]\\d{0,4})?");
  private static final int TOKEN_CHARACTERS = 43;
  private static final int CERTIFICATE_DIGITS = 64;
  private static final int PARTS_LEAST = 3;

  public PairingCode {
    if (server.length() > SERVER_MAX || !SERVER.matcher(server).matches()) {
      throw fault("\"" + server + "\" is no server such as https://stock.example:8443");
    }
    if (token.length() != TOKEN_CHARACTERS || !token.chars().allMatch(PairingCode::ofToken)) {
      throw fault("its token is damaged");
    }
    if (certificate.isPresent() && !fingerprint(certificate.get())) {
      throw fault("its fingerprint is not 64 hexadecimal digits");
    }
    expiresAt = Instant.ofEpochSecond(expiresAt.getEpochSecond());
  }

  /// Whether a text wants to be one, right or not.
  public static boolean meant(String text) {
    return text.startsWith("SW-PAIR");
  }

  /// Reads what [#text] writes.
  ///
  /// @throws InvalidValue when it is none
  public static PairingCode read(String text) {
    if (!text.startsWith(PREFIX)) {
      throw fault("it does not begin with " + PREFIX);
    }
    List<String> parts = new ArrayList<>();
    StringTokenizer blanks = new StringTokenizer(text.substring(PREFIX.length()), " ");
    while (blanks.hasMoreTokens()) {
      parts.add(blanks.nextToken());
    }
    if (parts.size() < PARTS_LEAST || parts.size() > PARTS_LEAST + 1) {
      throw fault("it has " + parts.size() + " parts");
    }
    try {
      return new PairingCode(
          parts.get(0),
          parts.get(1),
          Instant.ofEpochSecond(Long.parseLong(parts.get(2))),
          parts.size() > PARTS_LEAST ? Optional.of(parts.get(3)) : Optional.empty());
    } catch (NumberFormatException | DateTimeException e) {
      throw fault("its end is no time");
    }
  }

  private static boolean ofToken(int c) {
    return c >= '0' && c <= '9'
        || c >= 'A' && c <= 'Z'
        || c >= 'a' && c <= 'z'
        || c == '-'
        || c == '_';
  }

  private static boolean fingerprint(String text) {
    return text.length() == CERTIFICATE_DIGITS
        && text.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f');
  }

  private static InvalidValue fault(String what) {
    return new InvalidValue("invalid_pairing_code", "the pairing code cannot be read: " + what);
  }

  /// What the QR code says.
  public String text() {
    return PREFIX
        + server
        + " "
        + token
        + " "
        + expiresAt.getEpochSecond()
        + certificate.map(digits -> " " + digits).orElse("");
  }
}
