package ductus.studio.compose;

import ductus.corpus.ScoreFile;
import ductus.file.AtomicFile;
import ductus.file.BadFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A MIDI, ABC or MusicXML file that the browser holds, while something reads it. */
final class GivenScore {
  private GivenScore() {}

  /** Reads a file. */
  interface Reading<T> {
    /** Reads the file at a path, which is gone afterwards. */
    T read(Path file) throws BadFileException, IOException;
  }

  /**
   * Reads what the browser sent.
   *
   * @param folder for the file
   * @param name as the browser calls it, by whose ending it is read
   * @param content in Base64
   * @throws IllegalArgumentException if it is no such file
   */
  static <T> T read(Path folder, @Nullable String name, String content, Reading<T> reading)
      throws IOException {
    // Read by its path, which the ending of a name that came from outside decides and nothing else.
    Path place = AtomicFile.makeFolderOf(folder.resolve("primer"));
    Path file = Files.createTempFile(place, "primer", ending(name));
    try {
      Files.write(file, Base64.getDecoder().decode(content));
      return reading.read(file);
    } catch (BadFileException bad) {
      throw new IllegalArgumentException(name + ": " + bad.reason(), bad);
    } finally {
      Files.delete(file);
    }
  }

  private static String ending(@Nullable String fileName) {
    String name = String.valueOf(fileName).toLowerCase(Locale.ROOT);
    return ScoreFile.KIND.endings().stream().filter(name::endsWith).findFirst().orElse(".mid");
  }
}
