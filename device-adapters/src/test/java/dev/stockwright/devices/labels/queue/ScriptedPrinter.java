package dev.stockwright.devices.labels.queue;

import dev.stockwright.devices.labels.HostStatus;
import dev.stockwright.devices.labels.LabelPrinter;
import dev.stockwright.vocabulary.DeviceId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// A printer that does what the test tells it, and counts what it got.
final class ScriptedPrinter implements LabelPrinter {
  private final DeviceId source;
  private Answer answer = new Answer.Is(HostStatus.ready());
  private Function<String, Handed> handing = zpl -> new Handed.All();
  private Runnable after = () -> {};
  private final List<String> got = new ArrayList<>();
  private int asked;

  ScriptedPrinter(String source) {
    this.source = new DeviceId(source);
  }

  synchronized void answers(Answer next) {
    answer = next;
    notifyAll();
  }

  /// What happens at each label from now on.
  synchronized void hands(Function<String, Handed> next) {
    handing = next;
  }

  /// What happens when a label has been printed and nobody knows it yet.
  synchronized void afterEach(Runnable next) {
    after = next;
  }

  synchronized List<String> got() {
    return List.copyOf(got);
  }

  synchronized int asked() {
    return asked;
  }

  @Override
  public DeviceId source() {
    return source;
  }

  @Override
  public String place() {
    return "the test";
  }

  @Override
  public boolean simulated() {
    return true;
  }

  @Override
  public synchronized Answer ask() {
    asked++;
    return answer;
  }

  @Override
  public Handed hand(String zpl, boolean answers) {
    Function<String, Handed> how;
    synchronized (this) {
      how = handing;
    }
    Handed handed = how.apply(zpl);
    if (handed instanceof Handed.All) {
      synchronized (this) {
        got.add(zpl);
      }
      after.run();
    }
    return handed;
  }
}
