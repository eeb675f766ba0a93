package ductus.music.harmony.tune;

import ductus.music.Score;
import ductus.music.TextEvent;
import ductus.music.finding.Dance;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The manners in which tunes are given chords. */
public enum HarmonyStyle {
  /** Plain chords, as folk songs have them. */
  FOLK,
  /** Lead sheets of jazz and old popular songs. */
  JAZZ,
  /** A chord a beat, as four voices have it. */
  CHORALE,
  /** Songs of today. */
  POP;

  private static final int FOLDERS = 2;

  /** The name in folders, options and files: {@code jazz}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The style of a name, in upper or lower case, if there is one. */
  public static Optional<HarmonyStyle> named(String name) {
    return Arrays.stream(values()).filter(each -> each.label().equalsIgnoreCase(name)).findFirst();
  }

  /**
   * The style that a tune tells: a text {@code R:jazz} in it does, or else the name of its folder,
   * or of the folder above.
   */
  public static Optional<HarmonyStyle> of(Path file, Score score) {
    Optional<HarmonyStyle> written =
        score.texts().stream()
            .map(TextEvent::text)
            .filter(text -> text.startsWith(Dance.FIELD))
            .flatMap(text -> words(text.substring(Dance.FIELD.length())).stream())
            .flatMap(word -> named(word).stream())
            .findFirst();
    return written.or(() -> ofFolder(file));
  }

  private static List<String> words(String text) {
    return List.of(text.strip().split("\\W+", -1));
  }

  private static Optional<HarmonyStyle> ofFolder(Path file) {
    Path folder = file.toAbsolutePath().normalize().getParent();
    for (int i = 0; i < FOLDERS && folder != null && folder.getFileName() != null; i++) {
      Optional<HarmonyStyle> named = named(folder.getFileName().toString());
      if (named.isPresent()) {
        return named;
      }
      folder = folder.getParent();
    }
    return Optional.empty();
  }
}
