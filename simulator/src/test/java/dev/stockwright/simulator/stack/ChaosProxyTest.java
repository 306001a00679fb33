package dev.stockwright.simulator.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The proxy between two plain sockets.
@NullUnmarked // both ends are made before each test
class ChaosProxyTest {
  private static final int SOON_MILLIS = 300;
  private static final int PATIENCE_MILLIS = 10_000;

  private ServerSocket door;
  private ChaosProxy proxy;
  private Socket near;
  private Socket far;

  @BeforeEach
  void connect() throws IOException {
    door = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
    proxy = new ChaosProxy(new InetSocketAddress(door.getInetAddress(), door.getLocalPort()));
    near = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
    far = door.accept();
    assertPasses(near, far);
    assertPasses(far, near);
  }

  @AfterEach
  void end() throws IOException {
    near.close();
    far.close();
    proxy.close();
    door.close();
  }

  @Test
  void aSilentLineLosesWhatIsSaidAndThatOneSideHasGone() throws IOException {
    proxy.mode(ChaosProxy.Mode.SILENT);
    near.getOutputStream().write(7);
    assertHearsNothing(far);
    far.getOutputStream().write(8);
    assertHearsNothing(near);
    near.close();
    assertHearsNothing(far);
    proxy.mode(ChaosProxy.Mode.PASS);
    assertHasEnded(far);
  }

  @Test
  void aSideThatGoesOverASilentLineIsMissedOnlyAfterwards() throws IOException {
    proxy.mode(ChaosProxy.Mode.SILENT);
    far.setSoLinger(true, 0);
    far.close();
    assertHearsNothing(near);
    proxy.mode(ChaosProxy.Mode.PASS);
    assertHasEnded(near);
  }

  @Test
  void aConnectionOnWhichNobodySpokeSurvivesTheSilence() throws IOException {
    proxy.mode(ChaosProxy.Mode.SILENT);
    assertHearsNothing(far);
    proxy.mode(ChaosProxy.Mode.PASS);
    assertPasses(near, far);
    assertPasses(far, near);
  }

  @Test
  void nobodyArrivesOverASilentLine() throws IOException {
    proxy.mode(ChaosProxy.Mode.SILENT);
    try (Socket late = new Socket(InetAddress.getLoopbackAddress(), proxy.port())) {
      door.setSoTimeout(SOON_MILLIS);
      assertThrows(SocketTimeoutException.class, door::accept);
      proxy.mode(ChaosProxy.Mode.PASS);
      assertHasEnded(late);
    }
  }

  @Test
  void aCutIsHeardAtOnceOnBothSides() throws IOException {
    proxy.mode(ChaosProxy.Mode.CUT);
    assertHasEnded(near);
    assertHasEnded(far);
  }

  private static void assertPasses(Socket from, Socket to) throws IOException {
    from.getOutputStream().write(42);
    to.setSoTimeout(PATIENCE_MILLIS);
    assertEquals(42, to.getInputStream().read());
  }

  private static void assertHearsNothing(Socket socket) throws IOException {
    socket.setSoTimeout(SOON_MILLIS);
    assertThrows(SocketTimeoutException.class, () -> socket.getInputStream().read());
  }

  private static void assertHasEnded(Socket socket) throws IOException {
    socket.setSoTimeout(PATIENCE_MILLIS);
    int said;
    try {
      said = socket.getInputStream().read();
    } catch (SocketTimeoutException stillOpen) {
      throw stillOpen;
    } catch (IOException reset) {
      said = -1;
    }
    assertEquals(-1, said);
  }
}
