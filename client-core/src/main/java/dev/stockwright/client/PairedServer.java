package dev.stockwright.client;

import dev.stockwright.vocabulary.InvalidValue;
import dev.stockwright.vocabulary.WarehouseCode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/// Where a device belongs, kept beside its store and not in it: a damaged store must not cost the
/// way to the server.
///
/// @param certificate SHA-256 of the only certificate that is trusted
public record PairedServer(URI server, WarehouseCode warehouse, Optional<String> certificate) {
  private static final String FILE = "paired-server";

  /// What is kept in the folder of a device; absent: it was never paired.
  public static Optional<PairedServer> in(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    List<String> lines = Files.readAllLines(file);
    try {
      return lines.size() < 2
          ? Optional.empty()
          : Optional.of(
              new PairedServer(
                  URI.create(lines.get(0)),
                  new WarehouseCode(lines.get(1)),
                  lines.stream().skip(2).findFirst()));
    } catch (InvalidValue damaged) {
      return Optional.empty();
    }
  }

  void keep(Path folder) throws IOException {
    Files.createDirectories(folder);
    String text = server + "\n" + warehouse + "\n" + certificate.map(c -> c + "\n").orElse("");
    Path fresh = Files.writeString(folder.resolve(FILE + ".new"), text);
    Files.move(fresh, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
  }

  /// The device belongs nowhere any more. What it knew of that server's stock is put aside, since
  /// another server has other goods under the same names.
  public static void forget(Path folder, Path store, String stamp) throws IOException {
    Files.deleteIfExists(folder.resolve(FILE));
    Path aside = Files.createDirectories(folder.resolve("unpaired-" + stamp));
    String name = String.valueOf(store.getFileName());
    for (String suffix : List.of("", "-wal", "-shm")) {
      Path file = store.resolveSibling(name + suffix);
      if (Files.exists(file)) {
        Files.move(file, aside.resolve(name + suffix));
      }
    }
  }
}
