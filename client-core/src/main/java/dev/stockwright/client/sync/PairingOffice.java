package dev.stockwright.client.sync;

import dev.stockwright.vocabulary.InvalidValue;
import dev.stockwright.vocabulary.PairingCode;
import dev.stockwright.vocabulary.WarehouseCode;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Where somebody who decides has codes made that bring handhelds to the server of this device. A
/// handheld gets the same address and the same certificate as this device has.
public final class PairingOffice {
  private final HttpServerLink link;
  private final String server;
  private final Optional<String> certificate;

  /// @param certificate SHA-256 of the only certificate that is trusted
  PairingOffice(HttpServerLink link, Optional<String> certificate) {
    this.link = link;
    URI address = link.server();
    this.server = address.getScheme() + "://" + address.getRawAuthority();
    this.certificate = certificate;
  }

  /// Has a code made for a device of `warehouse`; takes up to 10 seconds.
  public Reply<PairingCode> make(WarehouseCode warehouse) {
    Map<String, Object> wanted = new HashMap<>();
    wanted.put("warehouse", warehouse.code());
    wanted.put("server", server);
    certificate.ifPresent(digits -> wanted.put("certificate", digits));
    return switch (link.made("/api/v1/pairings", wanted)) {
      case Reply.Ok<Map<String, Object>>(Map<String, Object> made) -> read(made);
      case Reply.Failed<Map<String, Object>>(Reply.Trouble trouble) -> new Reply.Failed<>(trouble);
    };
  }

  private static Reply<PairingCode> read(Map<String, Object> made) {
    try {
      return new Reply.Ok<>(PairingCode.read(String.valueOf(made.get("code"))));
    } catch (InvalidValue damaged) {
      return new Reply.Failed<>(new Reply.Unreachable(String.valueOf(damaged.getMessage())));
    }
  }
}
