package dev.stockwright.desktop;

import dev.stockwright.client.ClientCore;
import dev.stockwright.client.sync.Reply;
import dev.stockwright.client.words.CommonPhrase;
import dev.stockwright.client.words.PairDevicePhrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.desktop.devices.PairingViewModel;
import dev.stockwright.vocabulary.PairingCode;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

/// Has pairing codes made by the server, for the warehouse of this desk.
final class HandheldCodes {
  /// So long a code is of use at most: where the clocks of desk and server differ, its end says too
  /// much.
  private static final Duration LASTS_MOST = Duration.ofMinutes(10);

  private static final Duration LASTS_LEAST = Duration.ofMinutes(1);

  private final ClientCore client;
  private final InstantSource clock;

  HandheldCodes(ClientCore client, InstantSource clock) {
    this.client = client;
    this.clock = clock;
  }

  /// Asks for one; takes up to 10 seconds.
  ///
  /// @param tell what came of it
  void make(Consumer<Consumer<PairingViewModel>> tell) {
    Optional<WarehouseCode> here = client.desk().map(desk -> desk.stock().warehouse());
    if (here.isEmpty()) {
      no(tell, Text.of(PairDevicePhrase.NOBODY), Text.of(PairDevicePhrase.SIGN_IN_AS_ONE));
      return;
    }
    switch (client.queries().pairings().make(here.get())) {
      case Reply.Ok<PairingCode>(PairingCode code) -> {
        Duration lasts = lasts(code);
        tell.accept(model -> model.made(here.get(), code, lasts));
      }
      case Reply.Failed<PairingCode>(Reply.Trouble trouble) -> failed(tell, trouble);
    }
  }

  private Duration lasts(PairingCode code) {
    Duration said = Duration.between(clock.instant(), code.expiresAt());
    return said.compareTo(LASTS_MOST) > 0 || said.compareTo(LASTS_LEAST) < 0 ? LASTS_MOST : said;
  }

  private static void failed(Consumer<Consumer<PairingViewModel>> tell, Reply.Trouble trouble) {
    switch (trouble) {
      case Reply.SignInNeeded _ ->
          no(tell, Text.of(PairDevicePhrase.NOBODY), Text.of(PairDevicePhrase.SIGN_IN_AS_ONE));
      case Reply.Busy _, Reply.Unreachable _ ->
          no(tell, Text.of(PairDevicePhrase.NOT_REACHED), Text.of(PairDevicePhrase.TRY_AGAIN));
      case Reply.Refused(int status, String code, String sentence) -> {
        if (status == 403) {
          no(
              tell,
              Text.of(PairDevicePhrase.SUPERVISOR_ONLY),
              Text.of(PairDevicePhrase.SIGN_IN_AS_ONE));
        } else {
          no(tell, Text.of(CommonPhrase.AS_IS, sentence), Text.of(CommonPhrase.AS_IS, code));
        }
      }
    }
  }

  private static void no(Consumer<Consumer<PairingViewModel>> tell, Text what, Text next) {
    tell.accept(model -> model.refused(what, next));
  }
}
