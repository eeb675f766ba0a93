package ductus.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where the launcher is, and where the user's hands are. */
public final class Home {
  private static final String PROPERTY = "ductus.home";
  private static final Path HANDS_BEFORE = Path.of("generated", "hands");

  private Home() {}

  /** The folder of the launcher, which says so; else the current one. */
  public static Path folder() {
    return launcher().orElseGet(() -> Path.of("").toAbsolutePath());
  }

  /** The folder of the launcher of a clone, which says so. */
  static Optional<Path> launcher() {
    return Optional.ofNullable(System.getProperty(PROPERTY))
        .map(folder -> Path.of(folder).toAbsolutePath());
  }

  /** The folder of the hands that users add, if they name no place. */
  public static Path hands() {
    Path before = folder().resolve(HANDS_BEFORE).normalize();
    Path data = UserFolders.here().data();
    if (data == null) {
      return before;
    }
    Path hands = data.resolve("hands").toAbsolutePath().normalize();
    // They could not be moved: nothing of the user's is lost from sight.
    boolean stayed =
        launcher().isPresent() && !Files.isDirectory(hands) && Files.isDirectory(before);
    return stayed ? before : hands;
  }

  /** The folder of hands of a name that was noted down: where they are now, if they were moved. */
  public static Path hands(Path noted) {
    return noted.endsWith(HANDS_BEFORE) && !Files.exists(noted) ? hands() : noted;
  }

  /**
   * Moves the hands that earlier versions kept beside the launcher to the user's folder, if there
   * are none yet.
   *
   * @return where they are now; empty if nothing was moved
   */
  public static Optional<Path> moveHands() throws IOException {
    Path data = UserFolders.here().data();
    Path before = folder().resolve(HANDS_BEFORE);
    if (launcher().isEmpty() || data == null || !Files.isDirectory(before)) {
      return Optional.empty();
    }
    Path hands = data.resolve("hands").toAbsolutePath().normalize();
    return WholeFolder.move(before, hands) ? Optional.of(hands) : Optional.empty();
  }
}
