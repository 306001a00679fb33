package dev.stockwright.client;

import dev.stockwright.client.words.Language;
import dev.stockwright.vocabulary.DeviceId;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;

/// What a device is started with.
///
/// @param store the device's own file; its folder is made when missing
/// @param device the name under which it was enrolled
/// @param server such as `https://stock.example:8443`, without a path
/// @param zone of the site, for expiry dates and times of day
/// @param language that it speaks until somebody chooses another
/// @param certificate SHA-256 of the only certificate that is trusted; absent: any that is vouched
/// for by an authority
public record ClientSettings(
    Path store,
    DeviceId device,
    URI server,
    ZoneId zone,
    InstantSource clock,
    Language language,
    Optional<String> certificate) {
  public ClientSettings(
      Path store,
      DeviceId device,
      URI server,
      ZoneId zone,
      InstantSource clock,
      Language language) {
    this(store, device, server, zone, clock, language, Optional.empty());
  }

  /// In English.
  public ClientSettings(Path store, DeviceId device, URI server, ZoneId zone, InstantSource clock) {
    this(store, device, server, zone, clock, Language.ENGLISH);
  }
}
