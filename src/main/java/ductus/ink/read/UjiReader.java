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

/**
 * Reads a writer's file of the UJI Pen Characters (Llorens et al. 2008), version 1: text in the
 * manner of UNIPEN, one segment a character. The unit is 0.01 mm; the baseline of the writing box
 * comes to y = 0 and its x-height to 520. The times in the files are artificial and left out.
 */
public final class UjiReader {
  /** The baseline of the writer's box, y down. */
  private static final double BASELINE = 1270;

  private static final long LARGEST_FILE = 16 << 20;
  private static final double LARGEST_COORDINATE = 1e7;
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern SEGMENT =
      Pattern.compile("\\.SEGMENT\\s+CHARACTER\\s.*\"(.+)\"\\s*");
  private static final Pattern NAME = Pattern.compile("UJIpenchars-(.+)");

  private final Path path;
  private final Optional<String> writer;
  private final List<Handwriting> characters = new ArrayList<>();
  private final List<Stroke> strokes = new ArrayList<>();
  private final List<PenPoint> points = new ArrayList<>();
  private String label = "";
  private boolean penDown;
  private int line;

  private UjiReader(Path path) {
    this.path = path;
    String file = path.getFileName().toString();
    Matcher name = NAME.matcher(file);
    writer = Optional.of(name.matches() ? name.group(1) : file);
  }

  /** Reads the characters of a file, each with its text and the writer. */
  public static List<Handwriting> read(Path path) throws BadFileException, IOException {
    if (Files.size(path) > LARGEST_FILE) {
      throw new BadFileException(path, "a file of UJI characters must be at most 16 MB");
    }
    return new UjiReader(path)
        .characters(new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1));
  }

  private List<Handwriting> characters(String content) throws BadFileException {
    for (String text : content.lines().toList()) {
      line++;
      if (text.startsWith(".")) {
        command(text);
      } else if (penDown && !text.isBlank()) {
        points.add(point(text.strip()));
      }
    }
    endCharacter();
    if (characters.isEmpty()) {
      throw new BadFileException(path, "a file of UJI characters must have a .SEGMENT CHARACTER");
    }
    return characters;
  }

  private void command(String text) throws BadFileException {
    endStroke();
    if (text.startsWith(".SEGMENT")) {
      endCharacter();
      Matcher segment = SEGMENT.matcher(text);
      if (!segment.matches()) {
        throw bad("a segment must name its character in quotes but was " + text.strip());
      }
      label = segment.group(1);
    }
    penDown = text.startsWith(".PEN_DOWN");
  }

  private PenPoint point(String text) throws BadFileException {
    String[] numbers = SPACE.split(text, -1);
    try {
      double x = Double.parseDouble(numbers[0]);
      double y = Double.parseDouble(numbers[1]);
      if (!(Math.max(Math.abs(x), Math.abs(y)) <= LARGEST_COORDINATE)) {
        throw bad("coordinates must be at most 1e7 but were " + text);
      }
      return PenPoint.at(x, BASELINE - y);
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException broken) {
      throw bad("a point must be two numbers but was " + text);
    }
  }

  private void endStroke() {
    if (!points.isEmpty()) {
      strokes.add(new Stroke(points));
      points.clear();
    }
  }

  private void endCharacter() {
    endStroke();
    if (!strokes.isEmpty()) {
      characters.add(new Handwriting(strokes, Optional.of(label), writer));
      strokes.clear();
    }
  }

  private BadFileException bad(String reason) {
    return new BadFileException(path, "line " + line + ": " + reason);
  }
}
