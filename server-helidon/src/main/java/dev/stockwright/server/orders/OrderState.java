package dev.stockwright.server.orders;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// How far an order is, and what can be done with it there: the whole state machine. Pure.
public enum OrderState {
  /// Its stock is promised until its time is over.
  PLACED,
  /// Its stock is promised for good.
  COMMITTED,
  /// Somebody is at work on it.
  PICKING,
  PICKED,
  PACKED,
  SHIPPED,
  /// Given back before it was bought or begun.
  RELEASED,
  /// Its time is over; it may still be confirmed when the goods are there.
  EXPIRED,
  CANCELLED;

  /// What happens to an order.
  public enum Act {
    RENEW,
    CONFIRM,
    RELEASE,
    /// Its priority or its day.
    CHANGE_TERMS,
    CHANGE_LINES,
    FILL,
    CANCEL,
    EXPIRE,
    /// Its picking begins.
    BEGIN,
    /// All that is promised of it lies on carts.
    PICK,
    PACK,
    SHIP,
    /// It is not picked after all.
    PUT_BACK
  }

  private static final Map<Act, Map<OrderState, OrderState>> AFTER = new EnumMap<>(Act.class);

  static {
    stays(Act.CHANGE_TERMS, EnumSet.of(PLACED, COMMITTED, PICKING, PICKED, PACKED));
    stays(Act.FILL, EnumSet.of(PLACED, COMMITTED, PICKING, PICKED));
    stays(Act.CHANGE_LINES, EnumSet.of(PLACED, COMMITTED));
    leads(Act.CHANGE_LINES, EnumSet.of(EXPIRED), PLACED);
    leads(Act.RENEW, EnumSet.of(PLACED, EXPIRED), PLACED);
    leads(Act.CONFIRM, EnumSet.of(PLACED, COMMITTED, EXPIRED), COMMITTED);
    leads(Act.RELEASE, EnumSet.of(PLACED, COMMITTED), RELEASED);
    leads(Act.EXPIRE, EnumSet.of(PLACED), EXPIRED);
    leads(Act.CANCEL, EnumSet.of(PLACED, COMMITTED, PICKING, PICKED, PACKED, EXPIRED), CANCELLED);
    leads(Act.BEGIN, EnumSet.of(COMMITTED, PICKING, PICKED, PACKED), PICKING);
    leads(Act.PICK, EnumSet.of(PICKING, PICKED), PICKED);
    leads(Act.PACK, EnumSet.of(PICKING, PICKED, PACKED), PACKED);
    leads(Act.SHIP, EnumSet.of(COMMITTED, PICKING, PICKED, PACKED), SHIPPED);
    leads(Act.PUT_BACK, EnumSet.of(PICKING, PICKED, PACKED), COMMITTED);
  }

  private static void stays(Act act, Set<OrderState> states) {
    states.forEach(state -> after(act).put(state, state));
  }

  private static void leads(Act act, Set<OrderState> from, OrderState to) {
    from.forEach(state -> after(act).put(state, to));
  }

  private static Map<OrderState, OrderState> after(Act act) {
    return AFTER.computeIfAbsent(act, any -> new EnumMap<>(OrderState.class));
  }

  /// As written in the database and on the wire.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The state that is written `code`.
  public static OrderState of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  /// The state after `act`; empty when it cannot be done with an order that is so far.
  public Optional<OrderState> then(Act act) {
    return Optional.ofNullable(after(act).get(this));
  }

  /// The states in which it can be done, as a sentence names them.
  static String wanted(Act act) {
    return after(act).keySet().stream().map(OrderState::code).collect(Collectors.joining(" or "));
  }
}
