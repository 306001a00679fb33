package dev.stockwright.devices.labels.simulated;

import dev.stockwright.devices.labels.HostStatus;
import dev.stockwright.devices.labels.picture.LabelPicture;
import dev.stockwright.devices.labels.picture.ZplPicture;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A printer at a TCP port, simulated. A thread a connection reads, one thread prints; both share
/// the printer's memory, which is guarded by this object.
public final class SimulatedPrinter implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SimulatedPrinter.class);

  /// Labels that it keeps to show; the pictures in the folder stay.
  private static final int KEPT_MAX = 1000;

  private static final int MEMORY_MAX = 100;
  private static final int FIRST_BYTES = 40;

  private final ServerSocket server;
  private final Optional<Path> folder;
  private final ZplPicture drawing;
  private final Duration labelTime;
  private final Consumer<PrintedLabel> told;
  private final Deque<String> memory = new ArrayDeque<>();
  private final List<PrintedLabel> printed = new ArrayList<>();
  private Fault fault = Fault.OK;
  private boolean printing;
  private int partial;
  private int count;
  private boolean closed;

  private SimulatedPrinter(
      ServerSocket server, Optional<Path> folder, Duration labelTime, Consumer<PrintedLabel> told) {
    this.server = server;
    this.folder = folder;
    this.drawing = new ZplPicture(800, 1200);
    this.labelTime = labelTime;
    this.told = told;
  }

  /// Starts one.
  ///
  /// @param address port 0 for any free port
  /// @param folder where pictures and ZPL of the labels go
  /// @param labelTime how long a label takes to print
  /// @param told hears of each label, on the printing thread
  public static SimulatedPrinter start(
      InetSocketAddress address,
      Optional<Path> folder,
      Duration labelTime,
      Consumer<PrintedLabel> told)
      throws IOException {
    if (folder.isPresent()) {
      Files.createDirectories(folder.get());
    }
    ServerSocket server = new ServerSocket();
    server.setReuseAddress(true);
    server.bind(address);
    SimulatedPrinter printer = new SimulatedPrinter(server, folder, labelTime, told);
    Thread.ofVirtual().name("simulated-printer-accept").start(printer::acceptAll);
    Thread.ofPlatform().daemon().name("simulated-printer").start(printer::printAll);
    return printer;
  }

  public int port() {
    return server.getLocalPort();
  }

  /// Gives it a fault, or takes it away.
  public synchronized void suffer(Fault next) {
    fault = next;
    notifyAll();
  }

  /// The labels printed so far.
  public synchronized List<PrintedLabel> printed() {
    return List.copyOf(printed);
  }

  /// Waits until so many labels have been printed since the start.
  public synchronized boolean awaitPrinted(int labels, Duration patience)
      throws InterruptedException {
    long until = System.nanoTime() + patience.toNanos();
    while (count < labels) {
      long left = until - System.nanoTime();
      if (left <= 0) {
        return false;
      }
      wait(Math.max(1, left / 1_000_000));
    }
    return true;
  }

  private void acceptAll() {
    while (true) {
      try {
        Socket socket = server.accept();
        Thread.ofVirtual().name("simulated-printer-line").start(() -> serve(socket));
      } catch (SocketException e) {
        return;
      } catch (IOException e) {
        LOG.warn("the simulated printer takes no more connections", e);
        return;
      }
    }
  }

  private void serve(Socket socket) {
    ZplReceiver receiver = new ZplReceiver();
    boolean begun = false;
    try (socket;
        InputStream in = socket.getInputStream();
        OutputStream out = socket.getOutputStream()) {
      byte[] buffer = new byte[4096];
      for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
        if (hangsUp(length)) {
          return;
        }
        ZplReceiver.Received received = receiver.accept(buffer, length);
        begun = partial(begun, receiver.begun());
        for (String label : received.labels()) {
          remember(label);
        }
        for (int i = 0; i < received.questions(); i++) {
          answer(out);
        }
      }
    } catch (IOException e) {
      LOG.debug("a line to the simulated printer broke", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      partial(begun, false);
    }
  }

  /// A question is short; what is longer is a label.
  private synchronized boolean hangsUp(int length) {
    return fault == Fault.DROPS && length > FIRST_BYTES;
  }

  private synchronized boolean partial(boolean was, boolean is) {
    partial += (is ? 1 : 0) - (was ? 1 : 0);
    return is;
  }

  /// Waits while the memory is full, so that the line backs up as with a real printer.
  private synchronized void remember(String label) throws InterruptedException {
    while (memory.size() >= MEMORY_MAX && !closed) {
      wait();
    }
    memory.add(label);
    notifyAll();
  }

  private void answer(OutputStream out) throws IOException {
    HostStatus status;
    synchronized (this) {
      if (fault.silent()) {
        return;
      }
      status =
          new HostStatus(
              fault == Fault.PAPER_OUT,
              fault == Fault.PAUSED,
              fault == Fault.HEAD_OPEN,
              false,
              memory.size() >= MEMORY_MAX,
              false,
              false,
              1200,
              memory.size(),
              partial > 0,
              printing ? 1 : 0,
              true);
    }
    out.write(status.written().getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  private void printAll() {
    try {
      while (true) {
        Optional<String> label = next();
        if (label.isEmpty()) {
          return;
        }
        print(label.get());
      }
    } catch (InterruptedException e) {
      LOG.warn("the simulated printer was interrupted");
    }
  }

  private synchronized Optional<String> next() throws InterruptedException {
    while (!closed && (memory.isEmpty() || fault.holds())) {
      wait();
    }
    if (closed) {
      return Optional.empty();
    }
    printing = true;
    String label = memory.remove();
    notifyAll();
    return Optional.of(label);
  }

  private void print(String zpl) throws InterruptedException {
    List<LabelPicture> pictures = drawing.draw(zpl);
    List<PrintedLabel> done = new ArrayList<>();
    synchronized (this) {
      long until = System.nanoTime() + labelTime.toNanos();
      for (long left = labelTime.toNanos(); left > 0 && !closed; left = until - System.nanoTime()) {
        wait(Math.max(1, left / 1_000_000));
      }
      for (LabelPicture picture : pictures) {
        count++;
        PrintedLabel label = new PrintedLabel(count, zpl, picture);
        done.add(label);
        printed.add(label);
        if (printed.size() > KEPT_MAX) {
          printed.removeFirst();
        }
      }
    }
    // In the folder and told before the printer says that it is done.
    for (PrintedLabel label : done) {
      try {
        keep(label);
      } catch (IOException e) {
        LOG.warn("the picture of simulated label {} cannot be written", label.number(), e);
      }
      told.accept(label);
    }
    synchronized (this) {
      printing = false;
      notifyAll();
    }
  }

  private void keep(PrintedLabel label) throws IOException {
    if (folder.isPresent()) {
      String name = "%04d".formatted(label.number());
      Files.write(folder.get().resolve(name + ".png"), label.picture().png());
      Files.writeString(folder.get().resolve(name + ".zpl"), label.zpl());
    }
  }

  @Override
  public void close() throws IOException {
    synchronized (this) {
      closed = true;
      notifyAll();
    }
    server.close();
  }
}
