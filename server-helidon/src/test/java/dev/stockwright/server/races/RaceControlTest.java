package dev.stockwright.server.races;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Shows that the meetings and the books would notice.
class RaceControlTest {
  private static final int ROUNDS = 12;

  /// The same commands at two desks that do not wait for each other.
  @Test
  void withoutTheLockTheSameMeetingsEndWrong() throws Exception {
    try (RaceBed bed = new RaceBed(false)) {
      List<Meeting> meetings = new ArrayList<>(new InboundMeetings(bed).meetings());
      meetings.addAll(new OrderMeetings(bed).meetings());
      meetings.addAll(new PickMeetings(bed).meetings());
      meetings.addAll(new StockMeetings(bed).meetings());
      for (Meeting meeting : meetings) {
        Map<String, Integer> wrong = meeting.wrong(bed, ROUNDS);
        System.err.println(meeting.name() + " " + wrong);
      }
    }
  }
}
