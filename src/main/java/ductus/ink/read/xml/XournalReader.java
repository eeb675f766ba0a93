package ductus.ink.read.xml;

import ductus.file.BadFileException;
import ductus.ink.Handwriting;
import ductus.ink.read.source.InkDraft;
import ductus.ink.read.source.InkSource;
import java.util.List;
import java.util.Optional;
import java.util.StringTokenizer;

/**
 * Reads notes of Xournal++ and Xournal: the pen's strokes, a piece a page. The width at a point,
 * against the stroke's own, is the pressure. Unit 1/72 inch, y down; times are not kept in such
 * files.
 */
public final class XournalReader {
  /** Name of the outermost element of such a file. */
  public static final String ROOT = "xournal";

  private XournalReader() {}

  /** Reads the pages that have ink. */
  public static List<Handwriting> read(InkSource source) throws BadFileException {
    XmlElement root = XmlTree.read(source);
    Reading reading = new Reading(source, root);
    for (XmlElement page : root.children("page").toList()) {
      for (XmlElement layer : page.children("layer").toList()) {
        for (XmlElement stroke : layer.children("stroke").toList()) {
          if (stroke.attribute("tool").orElse("pen").equals("pen")) {
            reading.stroke(stroke);
          }
        }
      }
      reading.draft.endPiece(Optional.empty(), Optional.empty());
    }
    return reading.draft.pieces();
  }

  private static final class Reading {
    private final InkDraft draft;
    private XmlElement current;

    Reading(InkSource source, XmlElement root) {
      this.current = root;
      this.draft = new InkDraft(source, () -> current.place().toString());
    }

    void stroke(XmlElement stroke) throws BadFileException {
      current = stroke;
      double[] widths = numbers(stroke, "width", stroke.attribute("width").orElse(""));
      double[] coordinates = numbers(stroke, "coordinate", stroke.text());
      if (coordinates.length % 2 != 0) {
        throw stroke.error(
            "a stroke must have an even number of coordinates but has " + coordinates.length);
      }
      for (int i = 0; i < coordinates.length / 2; i++) {
        draft.add(coordinates[2 * i], -coordinates[2 * i + 1], Double.NaN, pressure(widths, i));
      }
      draft.endStroke();
    }

    /**
     * Pressure at a point: the first width is the stroke's; then comes one for each point but the
     * last.
     */
    private static double pressure(double[] widths, int point) {
      if (widths.length < 2 || !(widths[0] > 0)) {
        return Double.NaN;
      }
      return widths[Math.min(point + 1, widths.length - 1)] / widths[0];
    }

    private static double[] numbers(XmlElement stroke, String what, String text)
        throws BadFileException {
      StringTokenizer tokens = new StringTokenizer(text);
      double[] numbers = new double[tokens.countTokens()];
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = stroke.number(what + " " + (i + 1), tokens.nextToken());
      }
      return numbers;
    }
  }
}
