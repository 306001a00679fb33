package dev.stockwright.server;

import dev.stockwright.server.config.SettingsUnfit;
import dev.stockwright.server.masterdata.NewPerson;
import dev.stockwright.server.masterdata.People;
import dev.stockwright.server.security.PrivateFile;
import dev.stockwright.server.security.Role;
import dev.stockwright.vocabulary.Operator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.Set;

/// The admin of an empty house, with a random password that only its owner can read.
final class FirstPerson {
  private FirstPerson() {}

  /// Makes one when there is nobody; says where the password is.
  static Optional<Path> welcome(People people, Path dataFolder) {
    if (!people.none()) {
      return Optional.empty();
    }
    String password = People.randomPassword(new SecureRandom());
    Path file = dataFolder.resolve("first-sign-in.json");
    try {
      Files.createDirectories(dataFolder);
      Files.deleteIfExists(file);
      PrivateFile.create(
          file, "{\"user\":\"admin\",\"password\":\"" + password + "\",\"role\":\"admin\"}\n");
    } catch (IOException e) {
      throw new SettingsUnfit(
          "Cannot write " + file + "; check that the folder is ours and its disk is not full");
    }
    people.add(
        new NewPerson(
            new Operator("admin"),
            "Administrator",
            Role.ADMIN,
            Set.of(),
            Optional.of(password),
            Optional.empty()));
    return Optional.of(file);
  }
}
