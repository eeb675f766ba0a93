package ductus.fuzz;

import ductus.file.BadFileException;
import ductus.math.Seeded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * Tries readers for as long as one likes: {@code FuzzRun [minutes a reader [reader ...]]}, or so
 * many times: {@code FuzzRun 10000000x [reader ...]}. It says how far it is every minute, and when
 * it is cut off. What is found lies below {@code target/fuzz}.
 */
final class FuzzRun {
  private static final Path FOUND = Path.of("target", "fuzz");
  private static final int ROUND = 1000;

  private FuzzRun() {}

  /**
   * Something that is neither read nor refused in one line.
   *
   * @param file that shows it
   */
  record Finding(FuzzTarget target, long seed, Path file, Throwable thrown) {}

  /** Tries readers one after another, and says what it finds. */
  public static void main(String[] arguments) throws BadFileException, IOException {
    FuzzLength length = FuzzLength.parse(arguments.length == 0 ? "1" : arguments[0]);
    boolean found = false;
    for (FuzzTarget target : FuzzTargets.all()) {
      if (arguments.length > 1 && !Arrays.asList(arguments).contains(target.name())) {
        continue;
      }
      FuzzProgress progress = new FuzzProgress(target.name());
      long seed = System.nanoTime();
      Optional<Finding> finding = Optional.empty();
      while (finding.isEmpty() && !length.isOver(progress.files(), progress.nanos())) {
        finding = first(target, seed + progress.files(), ROUND);
        progress.tried(ROUND);
      }
      progress.end(finding.map(each -> ": " + each.file() + ": " + each.thrown()).orElse(""));
      found |= finding.isPresent();
    }
    System.exit(found ? 1 : 0);
  }

  /** The first finding among files of following seeds. */
  static Optional<Finding> first(FuzzTarget target, long firstSeed, int files) throws IOException {
    Path folder = Files.createTempDirectory("ductus-fuzz");
    Path file = folder.resolve(target.file());
    try {
      for (long seed = firstSeed; seed < firstSeed + files; seed++) {
        byte[] bytes = ByteMutation.of(target.seeds(), Seeded.random(seed));
        // Some file systems bring a file to the disk at once when another takes its place.
        Files.deleteIfExists(file);
        Files.write(file, bytes);
        Optional<Throwable> thrown = thrown(target, file);
        if (thrown.isPresent()) {
          Path kept = FOUND.resolve(target.name().replace(' ', '-') + "-" + seed);
          Files.createDirectories(FOUND);
          Files.write(kept, bytes);
          return Optional.of(new Finding(target, seed, kept, thrown.get()));
        }
      }
      return Optional.empty();
    } finally {
      Files.deleteIfExists(file);
      Files.deleteIfExists(folder);
    }
  }

  /** What a reader throws that is not its complaint, in one line. */
  static Optional<Throwable> thrown(FuzzTarget target, Path file) {
    try {
      target.reader().read(file);
      return Optional.empty();
    } catch (Exception | StackOverflowError | OutOfMemoryError failure) {
      return target.complaint() == failure.getClass() && isLine(failure)
          ? Optional.empty()
          : Optional.of(failure);
    }
  }

  private static boolean isLine(Throwable complaint) {
    String message = complaint.getMessage();
    return message != null && !message.isBlank() && !message.contains("Exception");
  }
}
