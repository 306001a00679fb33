package dev.stockwright.server.http;

import dev.stockwright.protocol.TillCommand;
import java.util.List;

/// Where the commands of [TillCommand] are taken.
final class TillPaths {
  static final List<WorkPath> ALL =
      List.of(
          new WorkPath(
              "/api/v1/till-batches",
              "post_till_batch",
              TillCommand.PostTillBatch.class,
              "Sales and returns of a store, each applied once"),
          new WorkPath(
              "/api/v1/till-entries/retry",
              "retry_till_entries",
              TillCommand.RetryTillEntries.class,
              "Try again what is kept"),
          new WorkPath(
              "/api/v1/till-entries/{entry}/correct",
              "correct_till_entry",
              TillCommand.CorrectTillEntry.class,
              "Post a kept entry as this product"),
          new WorkPath(
              "/api/v1/till-entries/{entry}/cover",
              "cover_till_entry",
              TillCommand.CoverTillEntry.class,
              "Take what was missing from the stock as it is now"),
          new WorkPath(
              "/api/v1/till-entries/{entry}/dismiss",
              "dismiss_till_entry",
              TillCommand.DismissTillEntry.class,
              "Nothing more is to be done about it"));

  private TillPaths() {}
}
