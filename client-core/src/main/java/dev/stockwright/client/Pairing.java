package dev.stockwright.client;

import dev.stockwright.client.card.Card;
import dev.stockwright.client.card.Icon;
import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.sync.PairingLink.Claimed;
import dev.stockwright.client.words.CommonPhrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.workflow.Signal;
import dev.stockwright.client.workflow.Step.Said;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.InvalidValue;
import dev.stockwright.vocabulary.PairingCode;
import dev.stockwright.vocabulary.Scan;
import dev.stockwright.vocabulary.WarehouseCode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A device that belongs to no server yet: it wants a pairing code, shows it to the server that the
/// code names, and keeps where it belongs. For one thread at a time.
public final class Pairing {
  /// A clock that is wrong by more would put work into the wrong hour.
  static final Duration SKEW_MAX = Duration.ofMinutes(2);

  private final Parts parts;
  private Optional<Claim> warned = Optional.empty();
  private Optional<PairedServer> paired = Optional.empty();

  /// What it needs.
  ///
  /// @param warehouse where the device was told that it belongs
  /// @param claims asks the server that a code names; may wait
  public record Parts(
      Path folder,
      DeviceId device,
      Optional<WarehouseCode> warehouse,
      InstantSource clock,
      Function<PairingCode, Claimed> claims) {}

  /// Paired, but the clocks differ.
  private record Claim(PairedServer server, long minutes) {}

  public Pairing(Parts parts) {
    this.parts = parts;
  }

  /// Where the device belongs now; absent: it goes on wanting a code.
  public Optional<PairedServer> paired() {
    return paired;
  }

  /// Handles one scan. May wait for a server.
  public Turn scan(Scan scan) {
    String text = scan.text().strip();
    if (!PairingCode.meant(text)) {
      return no(PairingPhrase.NOT_A_CODE, PairingPhrase.SCAN_CODE);
    }
    try {
      PairingCode code = PairingCode.read(text);
      return said(code, parts.claims().apply(code));
    } catch (InvalidValue damaged) {
      return no(PairingPhrase.DAMAGED, PairingPhrase.MAKE_NEW);
    }
  }

  private Turn said(PairingCode code, Claimed claimed) {
    return switch (claimed) {
      case Claimed.Paired yes -> paired(code, yes);
      case Claimed.Refused(String why) -> refused(why);
      case Claimed.BadCertificate bad -> no(PairingPhrase.BAD_CERTIFICATE, PairingPhrase.ASK_ADMIN);
      case Claimed.Unreachable away ->
          code.expiresAt().isAfter(parts.clock().instant())
              ? Turn.of(
                  Signal.SYSTEM,
                  Said.of(
                      Text.of(PairingPhrase.NOT_REACHED),
                      Text.of(PairingPhrase.NOT_REACHED_DETAIL, code.server())))
              : no(PairingPhrase.EXPIRED, PairingPhrase.MAKE_NEW);
    };
  }

  private Turn refused(String code) {
    return switch (code) {
      case "pairing_expired" -> no(PairingPhrase.EXPIRED, PairingPhrase.MAKE_NEW);
      case "pairing_used" -> no(PairingPhrase.USED, PairingPhrase.MAKE_NEW);
      case "pairing_unknown" -> no(PairingPhrase.UNKNOWN, PairingPhrase.MAKE_NEW);
      case "pairing_locked" -> no(PairingPhrase.TOO_OFTEN, PairingPhrase.WAIT);
      case "wrong_site" ->
          Turn.of(
              Signal.REJECT,
              Said.of(
                  Text.of(
                      PairingPhrase.WRONG_SITE,
                      parts.warehouse().map(WarehouseCode::code).orElse("")),
                  Text.of(PairingPhrase.MAKE_NEW)));
      default -> no(PairingPhrase.REFUSED, PairingPhrase.ASK_ADMIN);
    };
  }

  private Turn paired(PairingCode code, Claimed.Paired yes) {
    PairedServer server =
        new PairedServer(URI.create(code.server()), yes.warehouse(), code.certificate());
    Instant here = parts.clock().instant();
    Duration skew = Duration.between(yes.serverTime(), here).abs();
    if (skew.compareTo(SKEW_MAX) > 0) {
      warned = Optional.of(new Claim(server, skew.toMinutes()));
      return Turn.of(
          Signal.ATTENTION,
          Said.of(Text.of(PairingPhrase.CLOCK_WRONG), Text.of(PairingPhrase.SET_CLOCK)));
    }
    return kept(server);
  }

  private Turn kept(PairedServer server) {
    try {
      server.keep(parts.folder());
    } catch (IOException e) {
      return Turn.of(
          Signal.SYSTEM,
          Said.of(Text.of(PairingPhrase.NOT_KEPT), Text.of(PairingPhrase.ASK_ADMIN)));
    }
    warned = Optional.empty();
    paired = Optional.of(server);
    return Turn.of(
        Signal.DONE,
        Said.of(
            Text.of(PairingPhrase.PAIRED, server.warehouse()),
            Text.of(PairingPhrase.SIGN_IN_NEXT)));
  }

  /// Handles what was pressed: the answer to a wrong clock.
  public Turn give(Input input) {
    boolean on =
        input.equals(new Input.Press(Key.CONFIRM)) || input.equals(new Input.Press(Key.OK));
    return on && warned.isPresent()
        ? kept(warned.get().server())
        : no(PairingPhrase.NOT_A_CODE, PairingPhrase.SCAN_CODE);
  }

  private static Turn no(PairingPhrase what, PairingPhrase next) {
    return Turn.of(Signal.REJECT, Said.of(Text.of(what), Text.of(next)));
  }

  public Card card() {
    Text title = Text.of(CommonPhrase.AS_IS, parts.device());
    if (warned.isEmpty()) {
      return Card.of(
          title,
          new Card.Prompt(
              Card.Means.SCAN,
              Text.of(PairingPhrase.SCAN_CODE),
              Optional.of(Text.of(PairingPhrase.SCAN_CODE_DETAIL))));
    }
    return Card.of(
            title,
            new Card.Prompt(Card.Means.DECIDE, Text.of(PairingPhrase.SET_CLOCK), Optional.empty()))
        .question(
            Optional.of(
                new Card.Question(
                    Text.of(PairingPhrase.CLOCK_WRONG),
                    Text.of(PairingPhrase.CLOCK_WRONG_REASON, warned.get().minutes()),
                    List.of(
                        Card.Action.press(Icon.NEXT, Text.of(PairingPhrase.GO_ON), Key.CONFIRM)),
                    Text.of(PairingPhrase.SET_CLOCK))));
  }
}
