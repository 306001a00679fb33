package dev.stockwright.server.http;

import dev.stockwright.protocol.CountCommand;
import java.util.List;

/// Where the commands of [CountCommand] are taken.
final class CountPaths {
  static final List<WorkPath> ALL =
      List.of(
          new WorkPath(
              "/api/v1/counts/request",
              "request_count",
              CountCommand.RequestCount.class,
              "Have something counted"),
          new WorkPath(
              "/api/v1/counts/{count}/start",
              "start_count",
              CountCommand.StartCount.class,
              "I count along"),
          new WorkPath(
              "/api/v1/tasks/{task}/count",
              "count_from_task",
              CountCommand.CountFromTask.class,
              "Have the bin of a task counted"),
          new WorkPath(
              "/api/v1/counts/{count}/bins/{bin}/lines",
              "count_line",
              CountCommand.CountLine.class,
              "So many of this are in the bin"),
          new WorkPath(
              "/api/v1/counts/{count}/bins/{bin}/tags",
              "count_tags",
              CountCommand.CountTags.class,
              "These tags are in the bin"),
          new WorkPath(
              "/api/v1/counts/{count}/bins/{bin}/close",
              "close_bin",
              CountCommand.CloseBin.class,
              "The bin is counted"),
          new WorkPath(
              "/api/v1/counts/check-zero",
              "check_zero",
              CountCommand.CheckZero.class,
              "Is this bin empty?"),
          new WorkPath(
              "/api/v1/counts/{count}/finish",
              "finish_count",
              CountCommand.FinishCount.class,
              "The count is done"),
          new WorkPath(
              "/api/v1/counts/{count}/recount",
              "request_recount",
              CountCommand.RequestRecount.class,
              "Have bins counted again by somebody else"),
          new WorkPath(
              "/api/v1/counts/{count}/review",
              "review_variance",
              CountCommand.ReviewVariance.class,
              "Decide about variances"),
          new WorkPath(
              "/api/v1/counts/{count}/cancel",
              "cancel_count",
              CountCommand.CancelCount.class,
              "It need not be counted any more"));

  private CountPaths() {}
}
