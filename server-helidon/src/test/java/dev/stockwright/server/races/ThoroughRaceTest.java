package dev.stockwright.server.races;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/// The same meetings many more times, so that each side comes first now and then.
@Tag("thorough")
class ThoroughRaceTest {
  private static final int ROUNDS = 100;

  @AfterEach
  void theBooksAgree() {
    RaceBed.shared().booksAgree();
  }

  @TestFactory
  Stream<DynamicTest> all() {
    RaceBed bed = RaceBed.shared();
    List<Meeting> all = new ArrayList<>(new InboundMeetings(bed).meetings());
    all.addAll(new OrderMeetings(bed).meetings());
    all.addAll(new PickMeetings(bed).meetings());
    all.addAll(new PackMeetings(bed).meetings());
    all.addAll(new TransferMeetings(bed).meetings());
    all.addAll(new MasterMeetings(bed).meetings());
    all.addAll(new StockMeetings(bed).meetings());
    all.addAll(new OfficeMeetings(bed).meetings());
    all.addAll(new ApprovalMeetings(bed).meetings());
    all.addAll(new CrossMeetings(bed).meetings());
    return all.stream()
        .map(
            meeting ->
                DynamicTest.dynamicTest(
                    meeting.name(),
                    () -> {
                      Map<String, Integer> endings = meeting.run(bed, ROUNDS);
                      assertTrue(
                          meeting.right().size() == 1 || endings.size() > 1,
                          () -> "one side was always first: " + endings);
                    }));
  }
}
