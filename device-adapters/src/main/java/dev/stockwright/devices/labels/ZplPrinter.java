package dev.stockwright.devices.labels;

import dev.stockwright.devices.link.ByteLink;
import dev.stockwright.devices.link.LinkGone;
import dev.stockwright.devices.serial.SerialLine;
import dev.stockwright.devices.serial.SerialSettings;
import dev.stockwright.vocabulary.DeviceId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/// A ZPL printer over TCP (mostly port 9100) or at a serial port. Connects anew for each question
/// and each label, so that other computers can print between.
public final class ZplPrinter implements LabelPrinter {
  public static final int PORT = 9100;

  private static final Duration ANSWER = Duration.ofSeconds(2);
  private static final String END = "^XZ";
  private static final byte[] QUESTION = "~HS\r\n".getBytes(StandardCharsets.US_ASCII);

  private final DeviceId source;
  private final ByteLink.Opener opener;
  private final boolean simulated;
  private final Duration answerWait;

  /// @param answerWait how long it may take to say how it is
  public ZplPrinter(
      DeviceId source, ByteLink.Opener opener, boolean simulated, Duration answerWait) {
    this.source = source;
    this.opener = opener;
    this.simulated = simulated;
    this.answerWait = answerWait;
  }

  /// A real one, which has two seconds to say how it is.
  public static ZplPrinter at(DeviceId source, ByteLink.Opener opener) {
    return new ZplPrinter(source, opener, false, ANSWER);
  }

  /// A real one at a serial port.
  public static ZplPrinter serial(DeviceId source, SerialSettings settings) {
    return at(source, SerialLine.at(settings, "printer"));
  }

  @Override
  public DeviceId source() {
    return source;
  }

  @Override
  public String place() {
    return opener.place();
  }

  @Override
  public boolean simulated() {
    return simulated;
  }

  @Override
  public Answer ask() throws InterruptedException {
    try (ByteLink link = opener.open()) {
      link.write(QUESTION);
      Optional<HostStatus> status = hear(link);
      return status.isPresent() ? new Answer.Is(status.get()) : new Answer.Silent();
    } catch (LinkGone e) {
      return new Answer.Away(e.told());
    }
  }

  /// @throws LinkGone when it hung up instead of answering
  private Optional<HostStatus> hear(ByteLink link) throws LinkGone, InterruptedException {
    StringBuilder heard = new StringBuilder();
    byte[] buffer = new byte[512];
    long until = System.nanoTime() + answerWait.toNanos();
    while (System.nanoTime() - until < 0 && heard.length() < 2 * buffer.length) {
      int length = link.read(buffer, Duration.ofMillis(50));
      heard.append(new String(buffer, 0, length, StandardCharsets.ISO_8859_1));
      Optional<HostStatus> status = HostStatus.read(heard.toString());
      if (status.isPresent()) {
        return status;
      }
    }
    return Optional.empty();
  }

  @Override
  public Handed hand(String zpl, boolean answers) throws InterruptedException {
    int end = zpl.lastIndexOf(END);
    String body = zpl.substring(0, Math.max(0, end));
    // A text of several labels may have printed some of them before it breaks.
    boolean ending = body.contains(END);
    try (ByteLink link = opener.open()) {
      link.write(body.getBytes(StandardCharsets.UTF_8));
      ending = true;
      link.write(zpl.substring(Math.max(0, end)).getBytes(StandardCharsets.UTF_8));
      if (answers) {
        link.write(QUESTION);
        hear(link);
      }
      return new Handed.All();
    } catch (LinkGone e) {
      return ending ? new Handed.Unknown(e.told()) : new Handed.Nothing(e.told());
    }
  }
}
