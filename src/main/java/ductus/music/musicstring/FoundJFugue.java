package ductus.music.musicstring;

import java.util.Optional;

/** JFugue, looked for once. */
final class FoundJFugue {
  private static final String NAME = "ductus.music.jfugue.JFugueLibrary";

  static final Optional<JFugue> LIBRARY = load();

  private FoundJFugue() {}

  private static Optional<JFugue> load() {
    try {
      return Optional.of(
          Class.forName(NAME).asSubclass(JFugue.class).getDeclaredConstructor().newInstance());
    } catch (ReflectiveOperationException | LinkageError absent) {
      // This build, or this class path, is without it.
      return Optional.empty();
    }
  }
}
