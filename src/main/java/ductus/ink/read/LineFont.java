package ductus.ink.read;

import ductus.file.BadFileException;
import ductus.file.XmlDecoding;
import ductus.file.XmlInput;
import ductus.ink.Box;
import ductus.ink.Handwriting;
import ductus.ink.Stroke;
import ductus.ink.path.PathData;
import ductus.ink.path.PathSyntaxException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads the characters of a single-line SVG font: each a {@code glyph} whose path is the pen's way,
 * y up, the baseline at 0. Accents that stand alone in a font also make its combining marks; other
 * precomposed letters are left to those. Names of fonts are reserved: whoever makes a hand of one
 * gives it another name.
 */
public final class LineFont {
  private static final long LARGEST_FILE = 16 << 20;

  /** Largest distance of a stroke from its curves, in ems. */
  private static final double TOLERANCE = 0.001;

  /** Largest coordinate of a stroke, in ems; one further out is a slip of the font's maker. */
  private static final double FURTHEST = 3;

  /** Space on both sides together below which letters touch their neighbors, in ems. */
  private static final double TOUCHING = 0.005;

  /** The small letters with nothing above or below to reach over their neighbors. */
  private static final String SMALL = "aceimnorsuvwxz";

  /** The combining marks by the accents that stand alone; the cedilla hangs. */
  private static final Map<String, String> MARKS =
      Map.of(
          "`", "\u0300", "´", "\u0301", "ˆ", "\u0302", "˜", "\u0303", "¨", "\u0308", "˚", "\u030A",
          "¸", "\u0327");

  private final Path path;
  private final List<Handwriting> characters = new ArrayList<>();

  /** The space to both sides of each small letter, to what is set beside it. */
  private final List<Double> bearings = new ArrayList<>();

  private double unitsPerEm = 1000;

  private LineFont(Path path) {
    this.path = path;
  }

  /** Reads a font from a file. */
  public static LineFont read(Path path) throws BadFileException, IOException {
    if (Files.size(path) > LARGEST_FILE) {
      throw new BadFileException(path, "a font must be at most 16 MB");
    }
    LineFont font = new LineFont(path);
    try {
      font.read(XmlDecoding.decode(path, Files.readAllBytes(path)));
    } catch (XMLStreamException broken) {
      throw new BadFileException(
          path,
          "line %d, column %d: not well-formed XML"
              .formatted(
                  broken.getLocation() == null ? 1 : broken.getLocation().getLineNumber(),
                  broken.getLocation() == null ? 1 : broken.getLocation().getColumnNumber()));
    }
    if (font.characters.isEmpty()) {
      throw new BadFileException(path, "an SVG font must have a glyph but has none");
    }
    return font;
  }

  /** The characters of the font, each with its text; the writer is unknown. */
  public List<Handwriting> characters() {
    return List.copyOf(characters);
  }

  /**
   * Whether the font's small letters run into each other as they are set, as those of a script do.
   */
  public boolean isScript() {
    double[] sorted = bearings.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return sorted.length > 0 && sorted[sorted.length / 2] < TOUCHING * unitsPerEm;
  }

  private void read(String document) throws XMLStreamException, BadFileException {
    XMLStreamReader xml = XmlInput.reader(document, true);
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamConstants.START_ELEMENT) {
        if (xml.getLocalName().equals("font-face")) {
          unitsPerEm = unitsPerEm(xml);
        } else if (xml.getLocalName().equals("glyph")) {
          glyph(xml);
        }
      }
    }
  }

  private double unitsPerEm(XMLStreamReader xml) throws BadFileException {
    String units = xml.getAttributeValue(null, "units-per-em");
    try {
      double number = units == null ? 1000 : Double.parseDouble(units);
      if (number >= 1 && number <= 1e6) {
        return number;
      }
    } catch (NumberFormatException broken) {
      // Said below.
    }
    throw bad(xml, "units-per-em must be from 1 to 1e6 but was " + units);
  }

  private void glyph(XMLStreamReader xml) throws BadFileException {
    String text = xml.getAttributeValue(null, "unicode");
    String data = xml.getAttributeValue(null, "d");
    if (text == null || data == null || text.codePointCount(0, text.length()) != 1) {
      return;
    }
    List<Stroke> strokes = strokes(xml, text, data);
    if (strokes.isEmpty()) {
      return;
    }
    Handwriting character = new Handwriting(strokes, Optional.of(text), Optional.empty());
    characters.add(character);
    if (SMALL.contains(text)) {
      bearings.add(advance(xml) - character.box().orElseThrow().width());
    }
    String mark = MARKS.get(text);
    if (mark != null) {
      characters.add(mark(character, mark));
    }
  }

  /** Distance that the pen moves on behind a glyph. */
  private double advance(XMLStreamReader xml) throws BadFileException {
    String advance = xml.getAttributeValue(null, "horiz-adv-x");
    try {
      return advance == null ? unitsPerEm : Double.parseDouble(advance);
    } catch (NumberFormatException broken) {
      throw bad(xml, "horiz-adv-x must be a number but was " + advance);
    }
  }

  private List<Stroke> strokes(XMLStreamReader xml, String text, String data)
      throws BadFileException {
    try {
      return PathData.strokes(data, TOLERANCE * unitsPerEm).stream()
          .filter(stroke -> Math.abs(stroke.first().x()) < FURTHEST * unitsPerEm)
          .toList();
    } catch (PathSyntaxException broken) {
      throw bad(
          xml,
          "path of '%s', character %d: %s".formatted(text, broken.position() + 1, broken.reason()));
    }
  }

  /** Makes a mark of an accent: centered at x = 0, standing on y = 0 or hanging from it. */
  private static Handwriting mark(Handwriting accent, String mark) {
    Box box = accent.box().orElseThrow();
    double middle = box.centerX();
    double base = mark.equals("\u0327") ? box.top() : box.bottom();
    return new Handwriting(
        accent.map(point -> point.moved(point.x() - middle, point.y() - base)).strokes(),
        Optional.of(mark),
        Optional.empty());
  }

  private BadFileException bad(XMLStreamReader xml, String reason) {
    return new BadFileException(
        path,
        "line %d, column %d: %s"
            .formatted(
                xml.getLocation().getLineNumber(), xml.getLocation().getColumnNumber(), reason));
  }
}
