package ductus.cli.console;

import ductus.file.BadFileException;
import ductus.file.JsonFile;
import ductus.file.UserFolders;
import ductus.math.KernelChoice;
import ductus.math.Kernels;
import ductus.math.Tiling;
import ductus.math.TilingTrial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How products are best cut on a machine, measured once and kept in the user's cache: until then,
 * and where nothing can be kept, they are cut as they usually are. No result depends on it.
 *
 * @param machine on which it was measured, with its Java
 * @param kernels that were measured
 * @param version of Ductus
 */
public record MeasuredTiling(
    String machine, String kernels, String version, TilingTrial.Outcome outcome) {
  private static final String FILE = "tiling.json";

  /**
   * Has all kernels that are chosen from now on cut products as is best here; measures that if it
   * was not yet, which takes a second or two. Says so.
   */
  static void settle(Console console) {
    settle(console, file());
  }

  /**
   * As {@link #settle(Console)}.
   *
   * @param file where it is kept; null for nowhere
   */
  static void settle(Console console, @Nullable Path file) {
    Kernels kernels = KernelChoice.best();
    Optional<Tiling> usual = kernels.tiling();
    if (usual.isEmpty() || file == null || KernelChoice.isTilingAskedFor()) {
      return;
    }
    try {
      MeasuredTiling here = read(file);
      if (here == null || !here.isOf(kernels)) {
        here = measure(kernels, usual.get());
        if (!here.outcome.isSettled()) {
          return; // too busy a machine to tell: another time
        }
        JsonFile.write(file, here);
        console.say(
            "Measured, once on this machine, how products are best cut: "
                + here.outcome.description());
      }
      KernelChoice.askForTiling(here.outcome.best());
    } catch (IOException notKept) {
      // They are cut as usual, and nobody has to know.
      if (console.isVerbose()) {
        console.say("How products are best cut could not be kept: " + notKept);
      }
    }
  }

  /**
   * Measures anew, and keeps it where it can and no cut was asked for. Empty where these kernels do
   * not cut products.
   */
  public static Optional<MeasuredTiling> renew() {
    Kernels kernels = KernelChoice.best();
    Optional<MeasuredTiling> here = kernels.tiling().map(usual -> measure(kernels, usual));
    Path file = file();
    if (here.isPresent()
        && here.get().outcome.isSettled()
        && file != null
        && !KernelChoice.isTilingAskedFor()) {
      try {
        JsonFile.write(file, here.get());
      } catch (IOException notKept) {
        // It is said all the same, and measured again another time.
        return here;
      }
    }
    return here;
  }

  private static MeasuredTiling measure(Kernels kernels, Tiling usual) {
    return new MeasuredTiling(
        Machine.here().toString(),
        kernels.description(),
        Version.text(),
        TilingTrial.of(kernels, usual));
  }

  private boolean isOf(Kernels now) {
    return machine.equals(Machine.here().toString())
        && kernels.equals(now.description())
        && version.equals(Version.text());
  }

  /** What is kept; null if there is nothing, or nothing that can be read. */
  private static @Nullable MeasuredTiling read(Path file) throws IOException {
    if (!Files.exists(file)) {
      return null;
    }
    try {
      return JsonFile.read(file, MeasuredTiling.class, "how products are cut");
    } catch (BadFileException broken) {
      return null;
    }
  }

  private static @Nullable Path file() {
    Path cache = UserFolders.here().cache();
    return cache == null ? null : cache.resolve(FILE);
  }
}
