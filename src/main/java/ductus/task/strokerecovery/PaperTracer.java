package ductus.task.strokerecovery;

import ductus.ink.Box;
import ductus.ink.Handwriting;
import ductus.ink.Stroke;
import ductus.ink.scan.InkMap;
import ductus.ink.scan.InkPart;
import ductus.ink.scan.InkPiece;
import ductus.ink.scan.ScannedPaper;
import ductus.ink.skeleton.SkeletonStrokes;
import ductus.ink.tracing.PictureSimilarity;
import ductus.ink.tracing.SeenLetter;
import java.util.ArrayList;
import java.util.List;

/**
 * Draws the writing in a picture, piece by piece: letters as a network does, and what is joined, or
 * only a dot or a dash, along the middle of its lines.
 */
final class PaperTracer {
  /** Width of a letter at most, in its heights. */
  private static final double WIDEST = 1.6;

  /** The longer side of a dot at most, in breadths of its line. */
  private static final double DOT = 2;

  /** Pieces that may be one letter of several strokes. */
  private static final int MOST_STROKES = 5;

  /** A letter drawn as a whole is kept even if its parts alone share so much more ink. */
  private static final double PREFERRED = 0.03;

  /** The overlap is measured where lines are this much finer, as they are in a letter's picture. */
  private static final int MEASURED = 2;

  private final LetterTracer letters;

  PaperTracer(LetterTracer letters) {
    this.letters = letters;
  }

  /** Draws all pieces, each in its place. */
  LetterTracer.Traced trace(ScannedPaper paper, long seed) {
    LetterTracer.Traced drawn = trace(paper, paper.pieces(), seed);
    List<InkPart> parts = paper.pieces().stream().flatMap(piece -> piece.parts().stream()).toList();
    InkPiece whole = new InkPiece(parts);
    if (paper.pieces().size() == 1 || parts.size() > MOST_STROKES || !isLetter(whole, paper)) {
      return drawn;
    }
    LetterTracer.Traced letter = trace(paper, List.of(whole), seed);
    return letter.likeness().overlap() + PREFERRED >= drawn.likeness().overlap() ? letter : drawn;
  }

  private LetterTracer.Traced trace(ScannedPaper paper, List<InkPiece> pieces, long seed) {
    List<SeenLetter> seen = new ArrayList<>();
    for (InkPiece piece : pieces) {
      if (isLetter(piece, paper)) {
        seen.add(SeenLetter.of(piece.box(), paper.ink(piece)));
      }
    }
    List<LetterTracer.Traced> traced =
        letters.byNetwork(seen.stream().map(SeenLetter::picture).toList(), seed);
    List<Stroke> strokes = new ArrayList<>();
    int next = 0;
    for (InkPiece piece : pieces) {
      if (isLetter(piece, paper)) {
        SeenLetter letter = seen.get(next);
        Handwriting along = letter.frame().toPicture(alongLines(piece, paper));
        LetterTracer.Traced drawn =
            traced.get(next).orElse(LetterTracer.Traced.of(letter.picture(), along));
        strokes.addAll(letter.frame().fromPicture(drawn.strokes()).strokes());
        next++;
      } else {
        strokes.addAll(alongLines(piece, paper).strokes());
      }
    }
    return measured(paper, Handwriting.of(strokes));
  }

  private static boolean isLetter(InkPiece piece, ScannedPaper paper) {
    Box box = piece.box();
    double longer = Math.max(box.width(), box.height());
    return box.width() <= WIDEST * box.height() && longer > DOT * paper.breadth();
  }

  private static Handwriting alongLines(InkPiece piece, ScannedPaper paper) {
    Box box = piece.box();
    return SkeletonStrokes.of(piece.alone(paper.ink().height(), 0), paper.breadth())
        .map(p -> p.moved(p.x() + box.left(), p.y() + box.bottom()));
  }

  /** Measures a drawing, and moves it into the pixels of the file. */
  private static LetterTracer.Traced measured(ScannedPaper paper, Handwriting drawn) {
    InkMap seen = paper.ink().reduced(MEASURED);
    double excess = seen.height() - (double) paper.ink().height() / MEASURED;
    PictureSimilarity likeness =
        PictureSimilarity.of(
            seen, drawn.map(p -> p.moved(p.x() / MEASURED, p.y() / MEASURED + excess)));
    double excessOfFile = paper.ink().height() - paper.scale() * paper.height();
    return new LetterTracer.Traced(
        drawn.map(p -> p.moved(p.x() / paper.scale(), (p.y() - excessOfFile) / paper.scale())),
        new PictureSimilarity(likeness.overlap(), likeness.nib() * MEASURED / paper.scale()));
  }
}
