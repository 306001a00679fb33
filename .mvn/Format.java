import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/// Checks (`check`) or puts right (`fix`) the format of every Java source of the build. Files whose
/// content was found well formatted before are remembered by their hash and skipped.
class Format {
  public static void main(String[] args) throws Exception {
    boolean fix = args[0].equals("fix");
    Path root = Path.of(args[1]);
    Path memory = Path.of(args[2]);
    Set<String> known =
        Files.exists(memory) ? new HashSet<>(Files.readAllLines(memory)) : new HashSet<>();
    Set<String> good = new HashSet<>();
    Formatter formatter = new Formatter(JavaFormatterOptions.defaultOptions());
    List<Path> wrong = new ArrayList<>();
    for (Path file : sources(root)) {
      String before = Files.readString(file);
      String hash = hash(before);
      if (!known.contains(hash)) {
        String after =
            formatter.formatSource(
                RemoveUnusedImports.removeUnusedImports(
                    ImportOrderer.reorderImports(
                        wrapped(before), JavaFormatterOptions.Style.GOOGLE)));
        if (!after.equals(before)) {
          wrong.add(root.relativize(file));
          if (fix) Files.writeString(file, after);
          hash = hash(after);
        }
      }
      good.add(hash);
    }
    if (wrong.isEmpty() || fix) {
      Files.write(memory, good.stream().sorted().toList());
      wrong.forEach(file -> System.out.println("formatted " + file));
      return;
    }
    System.err.println("Not formatted; run ./mvnw -N process-sources -Dformat=fix");
    wrong.forEach(file -> System.err.println("  " + file));
    System.exit(1);
  }

  /// The formatter breaks a long `///` line into one that is no documentation; so we wrap it first.
  private static String wrapped(String source) {
    StringBuilder out = new StringBuilder();
    for (String line : source.split("\n", -1)) {
      String rest = line;
      String indent = line.substring(0, line.length() - line.stripLeading().length());
      while (rest.stripLeading().startsWith("///") && rest.length() > 100) {
        int cut = rest.lastIndexOf(' ', 100);
        if (cut <= indent.length() + 4) break;
        out.append(rest, 0, cut).append('\n');
        rest = indent + "/// " + rest.substring(cut + 1);
      }
      out.append(rest).append('\n');
    }
    out.setLength(out.length() - 1);
    return out.toString();
  }

  private static List<Path> sources(Path root) throws Exception {
    List<Path> found = new ArrayList<>();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            String name = String.valueOf(folder.getFileName());
            boolean skip =
                name.equals("target")
                    || name.equals("data") && folder.getParent().equals(root)
                    || name.startsWith(".") && !name.equals(".mvn") && !folder.equals(root);
            return skip ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (file.toString().endsWith(".java")) found.add(file);
            return FileVisitResult.CONTINUE;
          }
        });
    found.sort(null);
    return found;
  }

  private static String hash(String text) throws Exception {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes("UTF-8"));
    return HexFormat.of().formatHex(digest);
  }
}
