package dev.stockwright.devices.serial;

import dev.stockwright.devices.link.ByteLink;
import dev.stockwright.devices.link.LinkGone;
import dev.stockwright.devices.reasons.Told;
import java.time.Duration;

/// A serial line to a device that is asked and answers: a printer, a scale.
public final class SerialLine implements ByteLink {
  private static final Duration WRITE = Duration.ofSeconds(5);

  private final SerialLink link;
  private final String device;

  private SerialLine(SerialLink link, String device) {
    this.link = link;
    this.device = device;
  }

  /// Opens the port each time by its path.
  ///
  /// @param device what stands at the line, for sentences: `printer`, `scale`
  public static Opener at(SerialSettings settings, String device) {
    return new Opener() {
      @Override
      public ByteLink open() throws LinkGone {
        try {
          return new SerialLine(SerialPortLink.open(settings), device);
        } catch (LinkFailure e) {
          throw gone(e, device);
        }
      }

      @Override
      public String place() {
        return settings.path();
      }
    };
  }

  @Override
  public int read(byte[] into, Duration wait) throws LinkGone, InterruptedException {
    try {
      return link.read(into, wait);
    } catch (LinkFailure e) {
      throw gone(e, device);
    }
  }

  @Override
  public void write(byte[] bytes) throws LinkGone, InterruptedException {
    try {
      link.write(bytes, WRITE);
    } catch (LinkFailure e) {
      throw gone(e, device);
    }
  }

  /// The sentences of the line speak of a scanner. No app has such a device at a serial line.
  private static LinkGone gone(LinkFailure failure, String device) {
    String sentence =
        failure
            .told()
            .sentence()
            .replace(" A keyboard scanner works without it.", "")
            .replace("scanner", device);
    return new LinkGone(Told.asIs(sentence));
  }

  @Override
  public void close() {
    link.close();
  }
}
