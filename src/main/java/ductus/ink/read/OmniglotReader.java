package ductus.ink.read;

import ductus.file.BadFileException;
import ductus.ink.Handwriting;
import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads the Latin alphabet of Omniglot (Lake et al. 2015): a folder {@code character01} ... for
 * each letter from a, in it a file {@code 0683_07.txt} for each drawer, here the seventh. The unit
 * is a pixel; baseline and size are the drawer's own.
 */
public final class OmniglotReader {
  private static final Pattern FOLDER = Pattern.compile("character(\\d\\d)");
  private static final Pattern FILE = Pattern.compile("\\d+_(\\d+)\\.txt");
  private static final Pattern COMMA = Pattern.compile(",");
  private static final long LARGEST_FILE = 1 << 20;
  private static final double LARGEST_COORDINATE = 1e7;
  private static final int LETTERS = 26;

  private OmniglotReader() {}

  /**
   * Reads the letters of all drawers, in the order of the alphabet; the writer is the drawer's
   * number.
   */
  public static List<Handwriting> readFolder(Path folder) throws BadFileException, IOException {
    List<Handwriting> letters = new ArrayList<>();
    for (Path letter : list(folder)) {
      Matcher name = FOLDER.matcher(letter.getFileName().toString());
      if (name.matches() && Integer.parseInt(name.group(1)) <= LETTERS) {
        for (Path file : list(letter)) {
          if (FILE.matcher(file.getFileName().toString()).matches()) {
            letters.add(readFile(file));
          }
        }
      }
    }
    if (letters.isEmpty()) {
      throw new BadFileException(
          folder, "must have folders character01 to character26 but has none");
    }
    return letters;
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  /** Reads one drawing, with the letter and the drawer that its path names. */
  public static Handwriting readFile(Path path) throws BadFileException, IOException {
    Path letter = path.toAbsolutePath().getParent();
    Matcher folder = FOLDER.matcher(letter == null ? "" : String.valueOf(letter.getFileName()));
    Matcher file = FILE.matcher(path.getFileName().toString());
    return new Handwriting(
        read(path),
        folder.matches()
            ? Optional.of(Character.toString('a' - 1 + Integer.parseInt(folder.group(1))))
            : Optional.empty(),
        file.matches() ? Optional.of(file.group(1)) : Optional.empty());
  }

  /** Reads the strokes of one drawing, with their times. */
  public static List<Stroke> read(Path path) throws BadFileException, IOException {
    if (Files.size(path) > LARGEST_FILE) {
      throw new BadFileException(path, "a drawing of Omniglot must be at most 1 MB");
    }
    List<Stroke> strokes = new ArrayList<>();
    List<PenPoint> points = new ArrayList<>();
    int line = 0;
    String content = new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1);
    for (String text : content.lines().toList()) {
      line++;
      if (text.startsWith("START") || text.startsWith("BREAK")) {
        endStroke(points, strokes);
      } else if (!text.isBlank()) {
        points.add(point(path, line, text.strip()));
      }
    }
    endStroke(points, strokes);
    if (strokes.isEmpty()) {
      throw new BadFileException(path, "a drawing must have a stroke but has none");
    }
    return strokes;
  }

  private static PenPoint point(Path path, int line, String text) throws BadFileException {
    String[] numbers = COMMA.split(text, -1);
    try {
      double x = Double.parseDouble(numbers[0]);
      double y = Double.parseDouble(numbers[1]);
      double seconds = Double.parseDouble(numbers[2]) / 1000;
      if (!(Math.max(Math.abs(x), Math.abs(y)) <= LARGEST_COORDINATE)) {
        throw new BadFileException(
            path, "line " + line + ": coordinates must be at most 1e7 but were " + text);
      }
      return new PenPoint(x, y, seconds, Double.NaN);
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException broken) {
      throw new BadFileException(
          path, "line " + line + ": a point must be x,y,milliseconds but was " + text);
    }
  }

  private static void endStroke(List<PenPoint> points, List<Stroke> strokes) {
    if (!points.isEmpty()) {
      strokes.add(new Stroke(points));
      points.clear();
    }
  }
}
