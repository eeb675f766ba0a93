package ductus.corpus.line;

import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import ductus.ink.compose.LineComposer;
import ductus.ink.hand.HandFile;
import ductus.ink.variation.HandVariation;
import ductus.math.Randomness;
import java.nio.file.Path;

/** UNIPEN files of lines that are composed of a hand which ships, 100 points to the x-height. */
public final class UnipenLines {
  private final LineComposer composer;
  private final StringBuilder file = new StringBuilder();

  /** A file of lines in a hand of {@code corpora/hands}. */
  public UnipenLines(String hand) throws Exception {
    composer =
        new LineComposer(
            HandFile.read(Path.of("corpora/hands", hand + ".json")), HandVariation.natural(), 0.1);
  }

  /** Ink of a text, the same each time, at some height below the first line. */
  String ink(String text, double down) {
    StringBuilder ink = new StringBuilder();
    for (Stroke stroke : composer.compose(text, Randomness.of(1)).handwriting().strokes()) {
      ink.append(".PEN_DOWN\n");
      for (PenPoint point : stroke.points()) {
        ink.append(Math.round(100 * point.x())).append(' ');
        ink.append(Math.round(100 * (point.y() - down))).append('\n');
      }
      ink.append(".PEN_UP\n");
    }
    return ink.toString();
  }

  /** Adds a line that says what it is labelled with. */
  public UnipenLines add(String writer, String text) {
    return add(writer, text, text);
  }

  /** Adds a line. */
  public UnipenLines add(String writer, String label, String written) {
    file.append(".WRITER_ID ").append(writer).append("\n.SEGMENT TEXT ? OK \"");
    file.append(label).append("\"\n").append(ink(written, 0));
    return this;
  }

  /** The file. */
  public String file() {
    return file.toString();
  }
}
