package ductus.music;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Files made by others, where they are at hand: {@code shared/data/music} here or in a folder
 * above, or in the folder that the system property {@code ductus.data} names. With {@code
 * ductus.all} a test takes whole sets, else a sample.
 */
public final class RealMusic {
  private RealMusic() {}

  /** Some files of a set, evenly spread, or all of them; the test is skipped where it is absent. */
  public static List<Path> some(String set, int most) throws IOException {
    List<Path> all = all(set);
    if (Boolean.getBoolean("ductus.all") || all.size() <= most) {
      return all;
    }
    return IntStream.range(0, most)
        .mapToObj(i -> all.get((int) ((long) i * all.size() / most)))
        .toList();
  }

  /** All MIDI files of a set; the test is skipped where it is absent. */
  public static List<Path> all(String set) throws IOException {
    Path folder = music().resolve(set);
    assumeTrue(
        Files.isDirectory(folder),
        "no shared/data/music/" + set + " here or in a folder above (or set ductus.data)");
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.filter(path -> path.toString().endsWith(".mid")).sorted().toList();
    }
  }

  private static Path music() {
    String named = System.getProperty("ductus.data");
    if (named != null) {
      return Path.of(named).resolve("music");
    }
    Path here = Path.of("").toAbsolutePath();
    for (@Nullable Path at = here; at != null; at = at.getParent()) {
      Path candidate = at.resolve("shared/data/music");
      if (Files.isDirectory(candidate)) {
        return candidate;
      }
    }
    return here.resolve("shared/data/music");
  }
}
