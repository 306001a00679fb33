package dev.stockwright.simulator.demo;

import dev.stockwright.db.Database;
import dev.stockwright.db.DatabasePlace;
import dev.stockwright.db.EmbeddedDatabase;
import dev.stockwright.server.masterdata.site.SiteImport;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/// One run of the demo: starts everything, says when it is ready, and stops all of it again.
/// [#close] may be called from another thread at any time.
final class Demo implements AutoCloseable {
  private final Path home;
  private final DemoServer.Start server;
  private final PrintStream out;
  private final Stopping stopping = new Stopping();

  /// @param home the project's folder
  /// @param out for the person who started it
  Demo(Path home, DemoServer.Start server, PrintStream out) {
    this.home = home;
    this.server = server;
    this.out = out;
  }

  /// Returns when the demo serves.
  ///
  /// @param data the folder in which everything is kept
  /// @throws DemoUnfit when it cannot, with the reason; [#close] then stops what was started
  void start(Path data, int port, boolean window, LocalDate today) {
    out.println("Data: " + data);
    DemoFolder folder = stopping.add(DemoFolder.take(data));
    checkFree(port);
    // The mark is worth nothing without the database that it speaks of.
    boolean loaded = folder.has("loaded.txt") && folder.has("postgres");
    List<SignIn> known = folder.signIns();
    if (loaded && known.isEmpty()) {
      throw new DemoUnfit(
          folder.path("sign-ins.json")
              + " is gone, and passwords cannot be read back from the database; delete the folder"
              + " to begin again, or start on another one with --data DIR");
    }
    out.println("Starting PostgreSQL ...");
    EmbeddedDatabase postgres = stopping.add(EmbeddedDatabase.start(folder.path("postgres")));
    DemoSite files =
        new DemoSite(home.resolve("packaging").resolve("demo"), folder.firstDay(today));
    List<Person> people = files.people(known, new Secrets());
    List<SignIn> signIns = people.stream().map(Person::signIn).toList();
    boolean enrolled = loaded && signIns.equals(known);
    folder.keep(signIns);
    if (!loaded) {
      out.println("Loading the site ...");
      loadSite(postgres.place(), files);
    }
    out.println("Starting the server ...");
    DemoServer running =
        stopping.add(
            server.start(
                postgres.place(), folder.path("server"), port, enrolled ? List.of() : people));
    URI url = URI.create("http://localhost:" + running.port());
    if (!loaded) {
      out.println("Receiving the opening stock ...");
      new GoodsIn(url).send(files.receipts(), people);
      folder.write("loaded.txt", "The site and its opening stock are in the database.\n");
    }
    stopping.add(() -> folder.remove("ready.json"));
    DemoDevices devices = stopping.add(DemoDevices.start(folder.path("labels")));
    folder.tellReady(
        new Ready(url.toString(), ProcessHandle.current().pid(), signIns, devices.list()));
    for (DemoDevice device : devices.list()) {
      out.println("Simulated " + device.kind() + ": " + device.address());
    }
    out.println("Stockwright is ready: " + url);
    out.flush();
    if (window) {
      openFloorApp(folder, url, signIns, devices.list());
    }
  }

  @Override
  public void close() {
    stopping.close();
  }

  /// True from the moment that it is asked to stop.
  boolean closed() {
    return stopping.closed();
  }

  private static void loadSite(DatabasePlace place, DemoSite files) {
    try (Database database = Database.open(place)) {
      new SiteImport(database).load(files.site());
    }
  }

  /// Says so before anything is started; the server would find out last.
  private static void checkFree(int port) {
    if (port != 0) {
      try (ServerSocket socket = new ServerSocket()) {
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      } catch (IOException e) {
        throw new DemoUnfit(
            "Port "
                + port
                + " is in use. Stop what uses it, or start with --port 0 for any free"
                + " one",
            e);
      }
    }
  }

  private void openFloorApp(
      DemoFolder folder, URI url, List<SignIn> signIns, List<DemoDevice> devices) {
    SignIn receiver =
        signIns.stream().filter(one -> one.role().equals("receiver")).findFirst().orElseThrow();
    try {
      FloorApp app = stopping.add(FloorApp.open(home, folder, url, receiver, devices));
      app.onEnd(
          () ->
              out.println(
                  "The floor app has ended; the server goes on. ./stockwright floor --server "
                      + url
                      + " opens it again, Ctrl-C stops the server."));
    } catch (DemoUnfit e) {
      out.println("Without the floor app: " + e.getMessage());
    }
  }
}
