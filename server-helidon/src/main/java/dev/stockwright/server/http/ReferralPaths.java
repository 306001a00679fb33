package dev.stockwright.server.http;

import dev.stockwright.protocol.ReferralCommand;
import java.util.List;

/// Where the commands of [ReferralCommand] are taken.
final class ReferralPaths {
  static final List<WorkPath> ALL =
      List.of(
          new WorkPath(
              "/api/v1/referrals",
              "refer_refusal",
              ReferralCommand.ReferRefusal.class,
              "A supervisor should decide about refused work"),
          new WorkPath(
              "/api/v1/referrals/{referral}/record",
              "record_referral",
              ReferralCommand.RecordReferral.class,
              "It happened: record it although the books say otherwise"),
          new WorkPath(
              "/api/v1/referrals/{referral}/reject",
              "reject_referral",
              ReferralCommand.RejectReferral.class,
              "It is not recorded, for this reason"),
          new WorkPath(
              "/api/v1/mismatches",
              "note_mismatch",
              ReferralCommand.NoteMismatch.class,
              "Something was scanned that did not belong to the work"));

  private ReferralPaths() {}
}
