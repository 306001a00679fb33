package dev.stockwright.devices.llrp.simulated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SwitchedOnTest {
  @Test
  void itWaitsForItsPort() throws Exception {
    InetAddress here = InetAddress.getLoopbackAddress();
    try (SimulatedReader reader = new SimulatedReader(ReaderModel.impinj(), 0)) {
      int port = reader.port();
      reader.switchOff();
      CompletableFuture<Void> on;
      try (ServerSocket other = new ServerSocket(port, 1, here)) {
        on = CompletableFuture.runAsync(reader::switchOn);
        TimeUnit.MILLISECONDS.sleep(100); // so that it finds the port taken
        assertFalse(on.isDone() || other.isClosed());
      }
      on.get(20, TimeUnit.SECONDS);
      try (Socket client = new Socket(here, port)) {
        assertEquals(port, client.getPort());
      }
    }
  }
}
