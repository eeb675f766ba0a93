package ductus.corpus;

import ductus.file.BadFileException;
import ductus.text.TextFile;
import ductus.text.word.WordSplitting;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Texts as they are given on the command line: themselves, or files with one a line. */
public final class TextInputs {
  private static final String STANDARD_INPUT = "-";
  private static final int LONGEST = 5000;

  private static final String OTHER_ENDINGS =
      "pdf|png|jpe?g|svg|inkml|mid|midi|abc|wav|musicxml|mxl";

  /** What ends as files do that are classified, or were meant to be. */
  private static final Pattern FILE =
      Pattern.compile("(?i)\\S*[^.\\s]\\.(txt|text|md|csv|tsv|json|xml|" + OTHER_ENDINGS + ")");

  /** What ends as files do that hold no texts. */
  private static final Pattern OTHER = Pattern.compile("(?i).*\\.(" + OTHER_ENDINGS + ")");

  private static final int MOST_BYTES = 16 << 20;

  private TextInputs() {}

  /**
   * Reads them.
   *
   * @param given files, or {@code -} for standard input; or else the words of one text
   * @throws IllegalArgumentException if the one text has no words, or too many
   * @throws BadFileException if no line of the files has words
   */
  public static Inputs<List<String>> read(List<String> given) throws BadFileException, IOException {
    if (!given.stream().allMatch(TextInputs::isFile)) {
      for (String word : given) {
        requireNoPath(word, given.size() == 1);
      }
      String text = String.join(" ", given).strip();
      return new Inputs<>(List.of(new Inputs.Named<>(text, words(text))), List.of());
    }
    List<Inputs.Named<List<String>>> texts = new ArrayList<>();
    List<LeftOut> leftOut = new ArrayList<>();
    for (String file : given) {
      boolean standard = file.equals(STANDARD_INPUT);
      Path path = Path.of(standard ? "standard input" : file);
      if (OTHER.matcher(file).matches()) {
        throw new BadFileException(
            path, "must be a file with a text a line but ends as pictures, ink or music do");
      }
      String[] lines = (standard ? standardInput() : TextFile.read(path)).split("\n", -1);
      for (int i = 0; i < lines.length; i++) {
        if (!lines[i].isBlank()) {
          try {
            texts.add(new Inputs.Named<>(lines[i].strip(), words(lines[i])));
          } catch (IllegalArgumentException unusable) {
            leftOut.add(
                new LeftOut(
                    path, String.format(Locale.ROOT, "line %d: %s", i + 1, unusable.getMessage())));
          }
        }
      }
    }
    if (texts.isEmpty()) {
      throw leftOut.isEmpty()
          ? new BadFileException(Path.of(given.get(0)), "has no line with words")
          : new BadFileException(leftOut.get(0).path(), leftOut.get(0).reason());
    }
    return new Inputs<>(texts, leftOut);
  }

  /**
   * The words of a text.
   *
   * @throws IllegalArgumentException if it has none, or too many
   */
  public static List<String> words(String text) {
    List<String> words = WordSplitting.of(text);
    if (words.isEmpty()) {
      throw new IllegalArgumentException("a text must have words but is empty");
    }
    if (words.size() > LONGEST) {
      throw new IllegalArgumentException(
          "a text must be at most %,d words long but has %,d".formatted(LONGEST, words.size()));
    }
    return words;
  }

  /** A path to nothing, or to a folder, is hardly meant as a text. */
  private static void requireNoPath(String given, boolean alone) throws BadFileException {
    boolean path = (alone || given.contains("/")) && FILE.matcher(given).matches();
    Path place = path || given.startsWith("/") ? pathOf(given) : null;
    if (place != null && (path || Files.isDirectory(place))) {
      throw new BadFileException(
          place,
          Files.isDirectory(place)
              ? "is a folder, not a text or a file of texts"
              : "no such file; a text that is meant so goes with another word");
    }
  }

  private static @Nullable Path pathOf(String given) {
    try {
      return Path.of(given);
    } catch (InvalidPathException text) {
      return null;
    }
  }

  private static boolean isFile(String given) {
    try {
      return given.equals(STANDARD_INPUT) || Files.isRegularFile(Path.of(given));
    } catch (InvalidPathException text) {
      return false;
    }
  }

  private static String standardInput() throws IOException {
    return TextFile.normalize(new String(System.in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8));
  }
}
