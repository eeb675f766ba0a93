package ductus.ink.encoding;

import ductus.ink.Handwriting;
import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import ductus.ink.compose.ComposedLine;
import ductus.model.pen.Alphabet;
import ductus.model.pen.PenBatch;
import ductus.model.pen.PenSequence;
import ductus.model.pen.PenText;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Converts lines of ink to the offsets that a pen network learns and draws, and back. */
public final class PenEncoding {
  /** Name of this encoding in model files. */
  public static final String NAME = "pen";

  /** Version of the rows; a model made with another version is refused. */
  public static final int VERSION = 1;

  /** Distance of points along the pen's way, in x-heights. */
  public static final double SPACING = 0.2;

  private PenEncoding() {}

  /**
   * Encodes a line for a network that follows texts.
   *
   * @param alphabet that has all of the line's characters
   * @param style number of its hand
   */
  public static PenSequence encode(ComposedLine line, Alphabet alphabet, int style) {
    return encode(line, new PenText(alphabet.numbers(line.characters()), line.forms()), style);
  }

  /**
   * Encodes a line without knowing which point belongs to which character, and which forms these
   * have.
   *
   * @param line prepared: baseline at 0, x-height 1, a point each {@link #SPACING}
   * @param text plain: decomposed characters
   * @param alphabet that has all of them
   * @param style number of its hand
   */
  public static PenSequence encode(Handwriting line, String text, Alphabet alphabet, int style) {
    int[] unknown = new int[line.points()];
    Arrays.fill(unknown, PenBatch.NONE);
    return encode(line.strokes(), text, unknown, alphabet, style);
  }

  /**
   * Encodes a line of which it is known, at least in part, which character points belong to.
   *
   * @param strokes prepared: baseline at 0, x-height 1, a point each {@link #SPACING}
   * @param text plain: decomposed characters
   * @param characterOfPoint number in the text of each point's character, or {@link PenBatch#NONE}
   *     [T]
   * @param alphabet that has all characters; null for a network that writes freely
   * @param style number of its hand
   */
  public static PenSequence encode(
      List<Stroke> strokes,
      String text,
      int[] characterOfPoint,
      @Nullable Alphabet alphabet,
      int style) {
    int points = strokes.stream().mapToInt(stroke -> stroke.points().size()).sum();
    float[] deltaX = new float[points];
    float[] deltaY = new float[points];
    boolean[] penUp = new boolean[points];
    double x = strokes.get(0).first().x();
    double y = 0;
    int i = 0;
    for (Stroke stroke : strokes) {
      for (PenPoint point : stroke.points()) {
        deltaX[i] = (float) (point.x() - x);
        deltaY[i] = (float) (point.y() - y);
        x = point.x();
        y = point.y();
        i++;
      }
      penUp[i - 1] = true;
    }
    PenText said =
        alphabet == null ? PenText.NONE : PenText.of(alphabet.numbers(text.codePoints().toArray()));
    return new PenSequence(deltaX, deltaY, penUp, characterOfPoint, said, style);
  }

  /**
   * Encodes a line for a network that writes freely.
   *
   * @param style number of its hand
   */
  public static PenSequence encodeFree(ComposedLine line, int style) {
    return encode(line, PenText.NONE, style);
  }

  private static PenSequence encode(ComposedLine line, PenText text, int style) {
    int points = line.points();
    float[] deltaX = new float[points];
    float[] deltaY = new float[points];
    boolean[] penUp = new boolean[points];
    int[] characters = new int[points];
    double x = line.x(0);
    double y = 0;
    for (int i = 0; i < points; i++) {
      deltaX[i] = (float) (line.x(i) - x);
      deltaY[i] = (float) (line.y(i) - y);
      penUp[i] = line.penUp(i);
      characters[i] = line.character(i);
      x = line.x(i);
      y = line.y(i);
    }
    return new PenSequence(deltaX, deltaY, penUp, characters, text, style);
  }
}
