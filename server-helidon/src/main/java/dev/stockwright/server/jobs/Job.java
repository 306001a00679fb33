package dev.stockwright.server.jobs;

import com.github.kagkarlsson.scheduler.task.schedule.Schedule;

/// Something that is done again and again.
///
/// @param name for people and for `run_job`
/// @param what it does, in words
record Job(String name, String what, Schedule schedule, Action action) {
  /// The doing. It may be cut off anywhere and done again.
  interface Action {
    /// Does it.
    ///
    /// @return what was done, in words; empty when there was nothing to do
    String run() throws Exception;
  }
}
