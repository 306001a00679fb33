package dev.stockwright.desktop.harness;

import dev.stockwright.client.card.Input;
import dev.stockwright.client.words.Language;
import dev.stockwright.client.workflow.Signal;
import dev.stockwright.desktop.attention.AttentionActions;
import dev.stockwright.desktop.devices.DevicesActions;
import dev.stockwright.desktop.lists.ListKind;
import dev.stockwright.desktop.lists.ListsActions;
import dev.stockwright.desktop.look.Decision;
import dev.stockwright.desktop.picking.BoardActions;
import dev.stockwright.desktop.picking.BoardOrder;
import dev.stockwright.desktop.receiving.ReceivingActions;
import dev.stockwright.desktop.shell.ShellActions;
import dev.stockwright.desktop.signin.SignInActions;
import dev.stockwright.desktop.stock.StockActions;
import dev.stockwright.desktop.stock.StockRow;
import dev.stockwright.desktop.stock.StockScope;
import dev.stockwright.desktop.work.WorkActions;
import dev.stockwright.devices.scanner.ScannerProfile;
import dev.stockwright.fx.sound.Sounds;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.Scan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// Writes down what the screens ask for, as one line each.
public final class Asked
    implements ReceivingActions,
        StockActions,
        SignInActions,
        AttentionActions,
        ShellActions,
        DevicesActions,
        WorkActions,
        ListsActions,
        BoardActions,
        Sounds {
  private final List<String> lines = new ArrayList<>();
  private final Map<Integer, Long> typed = new HashMap<>();

  @Override
  public void readBoard() {
    lines.add("read board");
  }

  @Override
  public void readLines(String order) {
    lines.add("lines of " + order);
  }

  @Override
  public void release(List<String> orders, Optional<String> method) {
    lines.add("release " + String.join(" ", orders) + method.map(how -> " by " + how).orElse(""));
  }

  @Override
  public void takeBack(String wave, String reason) {
    lines.add("take back " + wave + " " + reason);
  }

  @Override
  public void rank(BoardOrder order, int priority) {
    lines.add("rank " + order.number() + " " + priority);
  }

  @Override
  public void assign(BoardOrder order, String person) {
    lines.add("assign " + order.number() + " to " + person);
  }

  @Override
  public void giveBack(BoardOrder order) {
    lines.add("give back " + order.number());
  }

  @Override
  public void cancel(String order, String reason) {
    lines.add("cancel " + order + " " + reason);
  }

  public List<String> lines() {
    return List.copyOf(lines);
  }

  @Override
  public void play(Signal signal) {
    lines.add("tone " + signal);
  }

  @Override
  public void tick() {
    lines.add("tick");
  }

  @Override
  public void release() {
    lines.add("release");
  }

  @Override
  public void finish() {
    lines.add("finish");
  }

  @Override
  public void supervisorNamed(String user) {
    lines.add("supervisor " + user);
  }

  @Override
  public void supervisorPin(String digits) {
    lines.add("supervisor's PIN, " + digits.length() + " digits");
  }

  @Override
  public void supervisorBack() {
    lines.add("back from the supervisor");
  }

  @Override
  public OptionalInt laneOf(DeviceId source) {
    return switch (source.code()) {
      case "scanner-1" -> OptionalInt.of(1);
      case "scanner-2" -> OptionalInt.of(2);
      default -> OptionalInt.empty();
    };
  }

  @Override
  public void laneShown(int lane) {
    lines.add("lane " + lane);
  }

  @Override
  public void bind(DeviceId source, int lane) {
    lines.add("bind " + source + " to " + lane);
  }

  @Override
  public void typed(int lane, long number) {
    typed.put(lane, number);
  }

  /// What stands typed in a lane, as it was told last.
  public long typed(int lane) {
    return typed.getOrDefault(lane, 0L);
  }

  @Override
  public void bounced(int lane, Scan scan) {
    lines.add("bounced " + scan.text());
  }

  @Override
  public void tryOut(String id) {
    lines.add("try out " + id);
  }

  @Override
  public void stopTryingOut(String id) {
    lines.add("stop trying out " + id);
  }

  @Override
  public void use(String id, ScannerProfile profile) {
    lines.add("use " + id + " ends " + profile.framing().marks());
  }

  @Override
  public void refer(String id) {
    lines.add("refer " + id);
  }

  @Override
  public void record(String row) {
    lines.add("record " + row);
  }

  @Override
  public void reject(String row, String reason) {
    lines.add("reject " + row + " " + reason);
  }

  @Override
  public void speak(Language language) {
    lines.add("speak " + language.tag());
  }

  @Override
  public void zoomed(int percent) {
    lines.add("zoomed " + percent);
  }

  @Override
  public void pairHandheld() {
    lines.add("pair a handheld");
  }

  public void forget() {
    lines.clear();
  }

  @Override
  public void scanned(int lane, Scan scan, OptionalLong times) {
    String in = lane == 1 ? "" : " in lane " + lane;
    lines.add("scanned " + scan.text() + in + (times.isPresent() ? " x" + times.getAsLong() : ""));
  }

  @Override
  public void open(String queueId) {
    lines.add("open " + queueId);
  }

  @Override
  public void startBlindReceipt() {
    lines.add("blind receipt");
  }

  @Override
  public void receive(String lineKey, long quantity) {
    lines.add("receive " + quantity + " of " + lineKey);
  }

  @Override
  public void undo() {
    lines.add("undo");
  }

  @Override
  public void readTags() {
    lines.add("read tags");
  }

  @Override
  public void leaveGate() {
    lines.add("leave the gate");
  }

  @Override
  public void printLabel() {
    lines.add("print label");
  }

  @Override
  public void decide(Decision decision, Decision.Option option) {
    lines.add("decide " + option.id());
  }

  @Override
  public void open(StockRow.Key product) {
    lines.add("open product " + product.sku());
  }

  @Override
  public void look(StockScope scope) {
    lines.add("look at " + scope.text());
  }

  @Override
  public void scanned(Scan scan) {
    lines.add("stock scanned " + scan.text());
  }

  @Override
  public void showOlder() {
    lines.add("show older");
  }

  @Override
  public void reload() {
    lines.add("reload");
  }

  @Override
  public void withBadge(String badge, String pin) {
    lines.add("badge " + badge + " " + pin);
  }

  @Override
  public void withPassword(String user, String password) {
    lines.add("password " + user + " " + password);
  }

  @Override
  public void sendAgain(String id) {
    lines.add("send again " + id);
  }

  @Override
  public void discard(String id, String reason) {
    lines.add("discard " + id + " " + reason);
  }

  @Override
  public void read(ListKind kind) {
    lines.add("read " + kind);
  }

  @Override
  public void open(ListKind kind, String row) {
    lines.add("open " + kind + " " + row);
  }

  @Override
  public void choose(ListKind kind, String row, String option) {
    lines.add("choose " + kind + " " + row + " " + option);
  }

  @Override
  public void scanned(ListKind kind, Optional<String> row, Scan scan) {
    lines.add("scanned " + kind + " " + row.orElse("-"));
  }

  @Override
  public void trace(String code) {
    lines.add("trace " + code);
  }

  @Override
  public void approve(String row, String reason) {
    lines.add("approve " + row + " " + reason);
  }

  @Override
  public void recount(String row) {
    lines.add("recount " + row);
  }

  @Override
  public void insist(String id) {
    lines.add("insist " + id);
  }

  @Override
  public void cardScanned(Scan scan, OptionalLong number) {
    lines.add("card " + scan.text() + (number.isPresent() ? " x" + number.getAsLong() : ""));
  }

  @Override
  public void given(Input input) {
    lines.add("given " + input);
  }

  @Override
  public void codeTyped(String code) {
    lines.add("code " + code);
  }

  @Override
  public void lock() {
    lines.add("lock");
  }
}
