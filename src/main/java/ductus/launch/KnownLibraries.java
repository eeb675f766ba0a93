package ductus.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The libraries that Ductus is known to run with, whoever they were fetched from.
 *
 * @param lines a SHA-256, two spaces, and the name of a jar, as {@code sha256sum} prints them
 */
record KnownLibraries(Set<String> lines) {
  KnownLibraries {
    lines = Set.copyOf(lines);
  }

  /** Those of a project; none where it has no list of them. */
  static KnownLibraries of(Path root) throws IOException {
    Path list = root.resolve(Path.of("src", "package", "libraries.sha256"));
    return new KnownLibraries(
        Set.copyOf(Files.exists(list) ? Files.readAllLines(list) : List.of()));
  }

  /**
   * Checks all jars in a folder.
   *
   * @throws LaunchFailure if one of them is not known; names it
   */
  void check(Path folder) throws LaunchFailure, IOException {
    Optional<String> unknown = Optional.empty();
    try (Stream<Path> all = Files.list(folder)) {
      for (Path jar : all.filter(each -> each.toString().endsWith(".jar")).sorted().toList()) {
        String line = line(jar);
        unknown = unknown.isEmpty() && !lines.contains(line) ? Optional.of(line) : unknown;
      }
    }
    if (unknown.isPresent()) {
      throw LaunchFailure.failed(
          "the library %s is not the one that is known here; if it was changed on purpose, put '%s' into src/package/libraries.sha256"
              .formatted(unknown.get().replaceFirst(".* ", ""), unknown.get()));
    }
  }

  /** The line that would have a jar known. */
  static String line(Path jar) throws IOException {
    return sha256(jar) + "  " + jar.getFileName();
  }

  /** The SHA-256 of a file, in hexadecimal digits. */
  static String sha256(Path file) throws IOException {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
