package dev.stockwright.devices.llrp;

import dev.stockwright.devices.reasons.ReaderReason;
import dev.stockwright.devices.reasons.Told;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import javax.net.ssl.SSLException;

/// A link over TCP, plain or with TLS.
final class SocketLink implements ReaderLink {
  private static final int CONNECT_MILLIS = 3000;

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;

  private SocketLink(Socket socket) throws IOException {
    this.socket = socket;
    this.in = socket.getInputStream();
    this.out = socket.getOutputStream();
  }

  static ReaderLink open(ReaderSettings settings) throws LinkLost {
    Socket plain = new Socket();
    try {
      plain.setTcpNoDelay(true);
      plain.connect(new InetSocketAddress(settings.host(), settings.port()), CONNECT_MILLIS);
      plain.setSoTimeout(CONNECT_MILLIS);
      Socket socket =
          settings.security().isPresent()
              ? TlsSockets.over(plain, settings, settings.security().get())
              : plain;
      return new SocketLink(socket);
    } catch (IOException e) {
      closeQuietly(plain);
      throw new LinkLost(why(settings, e));
    }
  }

  private static Told why(ReaderSettings settings, IOException e) {
    String at = settings.address();
    return switch (e) {
      case UnknownHostException unknown -> Told.of(ReaderReason.NO_SUCH_NAME, settings.host());
      case SocketTimeoutException slow -> Told.of(ReaderReason.NOTHING_ANSWERS, at);
      case ConnectException refused -> Told.of(ReaderReason.CONNECTION_REFUSED, at);
      case SSLException insecure ->
          Told.of(ReaderReason.NOT_SECURE, at, String.valueOf(insecure.getMessage()));
      default -> Told.of(ReaderReason.NETWORK_FAILED, at, String.valueOf(e.getMessage()));
    };
  }

  @Override
  public int read(byte[] buffer, Duration patience) throws IOException {
    socket.setSoTimeout((int) Math.max(1, patience.toMillis()));
    try {
      return in.read(buffer);
    } catch (SocketTimeoutException e) {
      return 0;
    }
  }

  @Override
  public void write(byte[] bytes) throws IOException {
    out.write(bytes);
    out.flush();
  }

  @Override
  public void close() {
    closeQuietly(socket);
  }

  private static void closeQuietly(Socket socket) {
    try {
      if (!(socket instanceof javax.net.ssl.SSLSocket)) {
        socket.close();
        return;
      }
      socket.setSoLinger(true, 0);
      socket.close();
    } catch (SocketException e) {
      // It was closed already.
    } catch (IOException e) {
      // Nobody waits for what could not be sent.
    }
  }
}
