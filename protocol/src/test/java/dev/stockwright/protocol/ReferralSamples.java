package dev.stockwright.protocol;

import dev.stockwright.protocol.WireSamples.Sample;
import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Samples of what a supervisor has to see.
final class ReferralSamples {
  private static final WarehouseCode NORTH = WorkSamples.NORTH;
  private static final CommandId REFUSED = CommandId.of("0192c8f4-7a1e-7cc3-98c4-dc0c0c07398f");
  private static final Operator ANA = new Operator("ana");
  private static final String TOLD = "what the device has sent";

  private ReferralSamples() {}

  static List<Sample<?>> all() {
    return List.of(
        Sample.command(
            "refer_refusal",
            new ReferralCommand.ReferRefusal(
                NORTH, REFUSED, TOLD, ANA, Optional.empty(), Optional.empty())),
        Sample.command(
            "refer_refusal.full",
            new ReferralCommand.ReferRefusal(
                NORTH,
                REFUSED,
                TOLD,
                ANA,
                Optional.of(Instant.parse("2026-11-20T10:42:00Z")),
                Optional.of("It stands there, I have looked"))),
        Sample.command("record_referral", new ReferralCommand.RecordReferral(NORTH, REFUSED)),
        Sample.command(
            "reject_referral",
            new ReferralCommand.RejectReferral(NORTH, REFUSED, "It was put back")),
        Sample.command(
            "note_mismatch",
            new ReferralCommand.NoteMismatch(
                NORTH, "pick", Optional.empty(), "product", "HM-0500", "HM-0600")),
        Sample.command(
            "note_mismatch.full",
            new ReferralCommand.NoteMismatch(
                NORTH, "pick", Optional.of("SO-7"), "location", "A-03-01", "A-03-02")));
  }
}
