package dev.stockwright.devices.link;

import dev.stockwright.devices.reasons.LineReason;
import dev.stockwright.devices.reasons.Told;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;

/// A line over TCP, with a time-out for everything: a printer that is paused accepts a connection
/// and then reads nothing for hours.
public final class TcpLink implements ByteLink {
  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final Duration WRITE = Duration.ofSeconds(5);

  private final String place;
  private final SocketChannel channel;
  private final Selector selector;
  private final Duration writeWait;

  private TcpLink(String place, SocketChannel channel, Selector selector, Duration writeWait) {
    this.place = place;
    this.channel = channel;
    this.selector = selector;
    this.writeWait = writeWait;
  }

  /// Waits 3 s for a connection and 5 s where the device takes no more bytes.
  public static Opener to(String host, int port) {
    return to(host, port, CONNECT, WRITE);
  }

  /// The same with time-outs of one's own.
  public static Opener to(String host, int port, Duration connectWait, Duration writeWait) {
    return new Opener() {
      @Override
      public ByteLink open() throws LinkGone, InterruptedException {
        return connected(host, port, connectWait, writeWait);
      }

      @Override
      public String place() {
        return host + ":" + port;
      }
    };
  }

  private static TcpLink connected(String host, int port, Duration connectWait, Duration writeWait)
      throws LinkGone, InterruptedException {
    String place = host + ":" + port;
    try {
      Selector selector = Selector.open();
      SocketChannel channel = SocketChannel.open();
      TcpLink link = new TcpLink(place, channel, selector, writeWait);
      boolean done = false;
      try {
        channel.configureBlocking(false);
        channel.connect(new InetSocketAddress(host, port));
        done = link.ready(SelectionKey.OP_CONNECT, connectWait) && channel.finishConnect();
      } finally {
        if (!done) {
          link.close();
        }
      }
      if (done) {
        return link;
      }
      throw new LinkGone(nobody(place));
    } catch (UnresolvedAddressException e) {
      throw new LinkGone(Told.of(LineReason.NO_MACHINE, host));
    } catch (IOException e) {
      throw new LinkGone(nobody(place));
    }
  }

  private static Told nobody(String place) {
    return Told.of(LineReason.NOBODY_ANSWERS, place);
  }

  /// Whether the channel can do this before the time is over.
  private boolean ready(int operation, Duration wait) throws IOException, InterruptedException {
    SelectionKey key = channel.register(selector, operation);
    selector.select(Math.max(1, wait.toMillis()));
    if (Thread.interrupted()) {
      throw new InterruptedException("while waiting for " + place);
    }
    return selector.selectedKeys().remove(key);
  }

  @Override
  public int read(byte[] into, Duration wait) throws LinkGone, InterruptedException {
    try {
      if (!ready(SelectionKey.OP_READ, wait)) {
        return 0;
      }
      int length = channel.read(ByteBuffer.wrap(into));
      if (length >= 0) {
        return length;
      }
    } catch (IOException e) {
      throw new LinkGone(broke());
    }
    throw new LinkGone(broke());
  }

  @Override
  public void write(byte[] bytes) throws LinkGone, InterruptedException {
    ByteBuffer left = ByteBuffer.wrap(bytes);
    try {
      while (left.hasRemaining()) {
        if (!ready(SelectionKey.OP_WRITE, writeWait)) {
          throw new LinkGone(Told.of(LineReason.TAKES_NO_MORE, place));
        }
        channel.write(left);
      }
    } catch (IOException e) {
      throw new LinkGone(broke());
    }
  }

  private Told broke() {
    return Told.of(LineReason.BROKE, place);
  }

  @Override
  public void close() {
    try {
      channel.close();
      selector.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
