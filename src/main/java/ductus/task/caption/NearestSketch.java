package ductus.task.caption;

import ductus.corpus.Piece;
import ductus.ink.Handwriting;
import ductus.model.caption.SketchPicture;
import java.util.Comparator;
import java.util.List;

/**
 * A rule to compare networks with: says what was said of the learned sketch whose picture has the
 * least difference, by the squares of its pixels, a little blurred.
 */
final class NearestSketch {
  /** Sketches that are compared with, at most. */
  static final int MOST = 5000;

  /** Pixels of a square that counts as one: lines need not lie on one another. */
  private static final int BLUR = 4;

  private final List<Piece<Handwriting>> templates;
  private final List<float[]> pictures;

  /** Keeps some of the learned sketches, one or more: the same whatever their order. */
  NearestSketch(List<Piece<Handwriting>> learned) {
    templates = learned.stream().sorted(Comparator.comparing(Piece::hash)).limit(MOST).toList();
    pictures = templates.stream().map(each -> blurred(each.value())).toList();
  }

  /** Number of sketches that are compared with. */
  int count() {
    return templates.size();
  }

  /** What was said of the nearest. */
  String caption(Handwriting sketch) {
    float[] seen = blurred(sketch);
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < pictures.size(); i++) {
      float[] other = pictures.get(i);
      double squares = 0;
      for (int k = 0; k < seen.length; k++) {
        double difference = seen[k] - other[k];
        squares += difference * difference;
      }
      if (squares < least) {
        least = squares;
        best = i;
      }
    }
    return SketchSet.caption(templates.get(best));
  }

  private static float[] blurred(Handwriting sketch) {
    SketchPicture picture = SketchView.of(sketch);
    int columns = SketchPicture.WIDTH / BLUR;
    float[] squares = new float[columns * (SketchPicture.HEIGHT / BLUR)];
    for (int row = 0; row < SketchPicture.HEIGHT; row++) {
      for (int column = 0; column < SketchPicture.WIDTH; column++) {
        squares[row / BLUR * columns + column / BLUR] += picture.ink(row, column);
      }
    }
    return squares;
  }
}
