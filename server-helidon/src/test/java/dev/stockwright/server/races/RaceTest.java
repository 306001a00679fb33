package dev.stockwright.server.races;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every pair that can meet, at two desks over one database.
class RaceTest {
  private static final int ROUNDS = 4;

  @AfterEach
  void theBooksAgree() {
    RaceBed.shared().booksAgree();
  }

  @TestFactory
  Stream<DynamicTest> atTheDock() {
    return of(new InboundMeetings(RaceBed.shared()).meetings(), ROUNDS);
  }

  @TestFactory
  Stream<DynamicTest> ofOrders() {
    return of(new OrderMeetings(RaceBed.shared()).meetings(), ROUNDS);
  }

  @TestFactory
  Stream<DynamicTest> whilePicking() {
    return of(new PickMeetings(RaceBed.shared()).meetings(), ROUNDS);
  }

  @TestFactory
  Stream<DynamicTest> whilePacking() {
    return of(new PackMeetings(RaceBed.shared()).meetings(), ROUNDS);
  }

  @TestFactory
  Stream<DynamicTest> betweenWarehouses() {
    return of(new TransferMeetings(RaceBed.shared()).meetings(), ROUNDS);
  }

  @TestFactory
  Stream<DynamicTest> ofMasterData() {
    return of(new MasterMeetings(RaceBed.shared()).meetings(), ROUNDS);
  }

  @TestFactory
  Stream<DynamicTest> ofStock() {
    return of(new StockMeetings(RaceBed.shared()).meetings(), ROUNDS);
  }

  @TestFactory
  Stream<DynamicTest> inTheOffice() {
    return of(new OfficeMeetings(RaceBed.shared()).meetings(), ROUNDS);
  }

  @TestFactory
  Stream<DynamicTest> bySecondPersons() {
    return of(new ApprovalMeetings(RaceBed.shared()).meetings(), ROUNDS);
  }

  @TestFactory
  Stream<DynamicTest> acrossActivities() {
    return of(new CrossMeetings(RaceBed.shared()).meetings(), ROUNDS);
  }

  static Stream<DynamicTest> of(List<Meeting> meetings, int rounds) {
    return meetings.stream()
        .map(
            meeting ->
                DynamicTest.dynamicTest(
                    meeting.name(), () -> meeting.run(RaceBed.shared(), rounds)));
  }
}
