package ductus.ink.recognition;

import ductus.ink.Handwriting;
import ductus.ink.Stroke;
import ductus.ink.encoding.PenEncoding;
import ductus.ink.prepare.InkPreparation;
import ductus.ink.splitting.LineSplitting;
import java.util.ArrayList;
import java.util.List;

/**
 * A line of ink.
 *
 * @param piece number of the piece of ink that it is of, from 0
 * @param ink as it was written
 * @param prepared as a reader takes it, stroke for stroke
 */
public record InkLine(int piece, Handwriting ink, Handwriting prepared) {
  /** The lines of pieces of ink, such as pages; what a label says is not looked at. */
  public static List<InkLine> of(List<Handwriting> pieces) {
    InkPreparation preparation = InkPreparation.ofLines(PenEncoding.SPACING);
    List<InkLine> lines = new ArrayList<>();
    for (int piece = 0; piece < pieces.size(); piece++) {
      List<Stroke> strokes = pieces.get(piece).strokes();
      if (!strokes.isEmpty()) {
        for (Handwriting line : LineSplitting.of(Handwriting.of(strokes))) {
          lines.add(new InkLine(piece, line, preparation.apply(line).ink()));
        }
      }
    }
    return lines;
  }
}
