package ductus.studio.compose;

import ductus.corpus.ScoreFile;
import ductus.studio.web.BrowserFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A MIDI, ABC or MusicXML file that the browser holds, while something reads it. */
final class GivenScore {
  private GivenScore() {}

  /**
   * Reads what the browser sent.
   *
   * @param folder for the file
   * @param name as the browser calls it, by whose ending it is read
   * @param content in Base64
   * @throws IllegalArgumentException if it is no such file
   */
  static <T> T read(
      Path folder, @Nullable String name, String content, BrowserFile.Reading<T> reading)
      throws IOException {
    return BrowserFile.read(
        folder, ending(name), String.valueOf(name), Base64.getDecoder().decode(content), reading);
  }

  private static String ending(@Nullable String fileName) {
    String name = String.valueOf(fileName).toLowerCase(Locale.ROOT);
    return ScoreFile.KIND.endings().stream().filter(name::endsWith).findFirst().orElse(".mid");
  }
}
