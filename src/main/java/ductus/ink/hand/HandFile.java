package ductus.ink.hand;

import ductus.file.BadFileException;
import ductus.file.JsonFile;
import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import ductus.ink.path.PathData;
import ductus.ink.path.PathSyntaxException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Hands as files of JSON: each drawing of a character is a list of strokes, each stroke the path
 * data of SVG, y up, baseline at 0, x-height 1. {@code corpora/README.md} describes the format.
 */
public final class HandFile {
  private static final String FORMAT = "ductus-hand";
  private static final int VERSION = 1;

  /** Largest distance of a stroke from its curves, x-heights: no eye sees the difference. */
  private static final double TOLERANCE = 0.005;

  private static final int MOST_CHARACTERS = 2_000;
  private static final int MOST_VARIANTS = 200;
  private static final int MOST_STROKES = 100;
  private static final int MOST_POINTS = 1_000_000;

  /**
   * Largest distance of a point from the origin, x-heights; further out nobody writes a character.
   */
  private static final double FURTHEST = 50;

  private final Path path;
  private int points;

  private HandFile(Path path) {
    this.path = path;
  }

  private record Content(
      String format,
      int version,
      String name,
      @Nullable String description,
      @Nullable String license,
      @Nullable Boolean joined,
      Map<String, List<Drawing>> characters) {}

  private record Drawing(List<String> strokes, @Nullable String joins) {}

  /**
   * Reads a hand from a file.
   *
   * @throws BadFileException naming the character, the variant, the stroke and the place in it
   */
  public static Hand read(Path path) throws BadFileException, IOException {
    return new HandFile(path).hand(JsonFile.read(path, Content.class, "a hand"));
  }

  /** Writes a hand to a file, its strokes as straight lines from point to point. */
  public static void write(Path path, Hand hand, String description, String license)
      throws IOException {
    SortedMap<String, List<Drawing>> characters = new TreeMap<>();
    hand.glyphs()
        .forEach(
            (character, glyphs) ->
                characters.put(
                    Character.toString(character),
                    glyphs.stream().map(HandFile::drawing).toList()));
    JsonFile.write(
        path,
        new Content(FORMAT, VERSION, hand.name(), description, license, hand.joined(), characters));
  }

  private static Drawing drawing(Glyph glyph) {
    List<String> strokes = new ArrayList<>();
    for (Stroke stroke : glyph.strokes()) {
      strokes.add(
          stroke.points().stream()
              .map(point -> String.format(Locale.ROOT, "%.3f %.3f", point.x(), point.y()))
              .collect(Collectors.joining("L", "M", stroke.points().size() == 1 ? "Z" : "")));
    }
    Joins joins = glyph.joins();
    return new Drawing(strokes, joins == Joins.NONE ? null : joins.name().toLowerCase(Locale.ROOT));
  }

  private Hand hand(Content content) throws BadFileException {
    if (!FORMAT.equals(content.format) || content.version != VERSION) {
      throw new BadFileException(
          path,
          "not a hand: format must be \"%s\", version %d, but was \"%s\", version %d"
              .formatted(FORMAT, VERSION, content.format, content.version));
    }
    String name = content.name;
    if (!name.matches("[\\p{L}\\p{N}._-]{1,64}")) {
      throw new BadFileException(
          path,
          "the name of a hand must be 1 to 64 letters, digits, dots or hyphens but was \""
              + name
              + "\"");
    }
    if (content.characters.isEmpty()) {
      throw new BadFileException(path, "a hand must have characters but has none");
    }
    limit("a hand", "characters", content.characters.size(), MOST_CHARACTERS);
    SortedMap<Integer, List<Glyph>> glyphs = new TreeMap<>();
    for (Map.Entry<String, List<Drawing>> entry : content.characters.entrySet()) {
      glyphs.put(character(entry.getKey()), glyphs(entry.getKey(), entry.getValue()));
    }
    return new Hand(name, Boolean.TRUE.equals(content.joined), glyphs);
  }

  private int character(String key) throws BadFileException {
    if (key.codePointCount(0, key.length()) != 1 || Character.isWhitespace(key.codePointAt(0))) {
      throw new BadFileException(
          path, "a character must be one code point, no space, but was \"" + key + "\"");
    }
    return key.codePointAt(0);
  }

  private List<Glyph> glyphs(String key, List<Drawing> drawings) throws BadFileException {
    String what = "character " + named(key);
    if (drawings.isEmpty()) {
      throw new BadFileException(path, what + " must have a drawing but has none");
    }
    limit(what, "variants", drawings.size(), MOST_VARIANTS);
    List<Glyph> glyphs = new ArrayList<>();
    for (Drawing drawing : drawings) {
      glyphs.add(glyph(what + ", variant " + (glyphs.size() + 1), drawing));
    }
    return glyphs;
  }

  private Glyph glyph(String what, Drawing drawing) throws BadFileException {
    if (drawing.strokes.isEmpty()) {
      throw new BadFileException(path, what + " must have a stroke but has none");
    }
    limit(what, "strokes", drawing.strokes.size(), MOST_STROKES);
    List<Stroke> strokes = new ArrayList<>();
    for (String data : drawing.strokes) {
      strokes.add(stroke(what + ", stroke " + (strokes.size() + 1), data));
    }
    return new Glyph(strokes, joins(what, drawing.joins));
  }

  private Stroke stroke(String what, String data) throws BadFileException {
    try {
      List<Stroke> strokes = PathData.strokes(data, TOLERANCE);
      if (strokes.size() != 1) {
        throw new BadFileException(
            path, what + " must be one line of the pen but was " + strokes.size());
      }
      Stroke stroke = strokes.get(0);
      points += stroke.points().size();
      limit("a hand", "points", points, MOST_POINTS);
      for (PenPoint point : stroke.points()) {
        if (Math.max(Math.abs(point.x()), Math.abs(point.y())) > FURTHEST) {
          throw new BadFileException(
              path,
              "%s must be within %.0f x-heights but reaches %s, %s"
                  .formatted(what, FURTHEST, point.x(), point.y()));
        }
      }
      return stroke;
    } catch (PathSyntaxException broken) {
      throw new BadFileException(
          path, what + ", character " + (broken.position() + 1) + ": " + broken.reason());
    }
  }

  private Joins joins(String what, @Nullable String joins) throws BadFileException {
    return switch (joins == null ? "none" : joins) {
      case "none" -> Joins.NONE;
      case "left" -> Joins.LEFT;
      case "right" -> Joins.RIGHT;
      case "both" -> Joins.BOTH;
      default ->
          throw new BadFileException(
              path, what + ": joins must be none, left, right or both but was \"" + joins + "\"");
    };
  }

  private void limit(String what, String of, int number, int most) throws BadFileException {
    if (number > most) {
      throw new BadFileException(
          path, what + " must have at most " + most + " " + of + " but has " + number);
    }
  }

  /**
   * The name of a character in complaints; its number stands beside a mark or control, which cannot
   * be read on its own.
   */
  private static String named(String key) {
    return String.format(Locale.ROOT, "\"%s\" (U+%04X)", key, key.codePointAt(0));
  }
}
