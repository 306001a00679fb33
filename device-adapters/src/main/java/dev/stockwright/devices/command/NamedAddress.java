package dev.stockwright.devices.command;

import dev.stockwright.vocabulary.DeviceId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A device in the network, as the options of the apps name it: `[NAME=]HOST[:PORT]`.
///
/// @param name stands on the screens and in what the device tells
/// @param host a name or an address, without brackets
public record NamedAddress(DeviceId name, String host, int port) {
  private static final Pattern FORM =
      Pattern.compile(
          "(?:([A-Za-z0-9._-]{1,40})=)?([A-Za-z0-9._-]{1,253}|\\[[0-9a-fA-F:.]{2,45}])(?::(\\d{1,5}))?");

  private static final int PORT_MAX = 65_535;

  /// What came of reading words.
  public sealed interface Reading {
    record Read(List<NamedAddress> addresses) implements Reading {}

    /// @param sentence what is wrong and what to do
    record Wrong(String sentence) implements Reading {}
  }

  /// Reads the values of one option; those without a name get the next free number of their kind.
  ///
  /// @param kind such as `reader`, for names and sentences
  public static Reading read(String kind, int usualPort, List<String> words) {
    Set<String> named = new HashSet<>();
    for (String word : words) {
      Matcher form = FORM.matcher(word);
      if (!form.matches() || port(form, usualPort) < 1 || port(form, usualPort) > PORT_MAX) {
        return new Reading.Wrong(
            "\"" + word + "\" is no " + kind + "; write it as HOST, HOST:PORT or NAME=HOST:PORT");
      }
      String name = form.group(1);
      if (name != null && !named.add(name)) {
        return new Reading.Wrong(
            "two devices are called " + name + "; give each " + kind + " a name of its own");
      }
    }
    List<NamedAddress> addresses = new ArrayList<>();
    int number = 1;
    for (String word : words) {
      Matcher form = FORM.matcher(word);
      if (form.matches()) {
        String name = form.group(1);
        while (name == null) {
          String next = kind + "-" + number++;
          name = named.add(next) ? next : null;
        }
        String host = form.group(2).replaceAll("[\\[\\]]", "");
        addresses.add(new NamedAddress(new DeviceId(name), host, port(form, usualPort)));
      }
    }
    return new Reading.Read(List.copyOf(addresses));
  }

  private static int port(Matcher form, int usual) {
    return form.group(3) == null ? usual : Integer.parseInt(form.group(3));
  }
}
