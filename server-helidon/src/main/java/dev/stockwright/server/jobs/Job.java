package dev.stockwright.server.jobs;

import com.github.kagkarlsson.scheduler.task.schedule.Schedule;

/// Something that is done again and again.
///
/// @param name for people and for `run_job`
/// @param what it does, in words
/// @param afterwards what follows from a run that did something or failed, once it is remembered
record Job(String name, String what, Schedule schedule, Action action, Action afterwards) {
  /// One from which nothing follows.
  Job(String name, String what, Schedule schedule, Action action) {
    this(name, what, schedule, action, () -> "");
  }

  /// The doing. It may be cut off anywhere and done again.
  interface Action {
    /// Does it.
    ///
    /// @return what was done, in words; empty when there was nothing to do
    String run() throws Exception;
  }
}
