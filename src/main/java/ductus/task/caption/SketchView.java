package ductus.task.caption;

import ductus.ink.Box;
import ductus.ink.Handwriting;
import ductus.ink.scan.InkMap;
import ductus.ink.tracing.InkRaster;
import ductus.model.caption.SketchPicture;

/** What a network sees of a sketch: as large as there is room for, its lines all of one breadth. */
final class SketchView {
  /** Version of what is seen. */
  static final int VERSION = 1;

  /** Breadth of lines, in pixels. */
  static final double NIB = 1.3;

  /** Pixels around a sketch. */
  private static final double MARGIN = 2;

  private SketchView() {}

  /** A sketch of a stroke or more as it is seen. */
  static SketchPicture of(Handwriting sketch) {
    return of(sketch, NIB);
  }

  /** A sketch as it is seen in lines of some pixels' breadth. */
  static SketchPicture of(Handwriting sketch, double nib) {
    Box box = sketch.box().orElseThrow();
    double wide = (SketchPicture.WIDTH - 2 * MARGIN) / Math.max(box.width(), Double.MIN_NORMAL);
    double high = (SketchPicture.HEIGHT - 2 * MARGIN) / Math.max(box.height(), Double.MIN_NORMAL);
    double scale = box.width() == 0 && box.height() == 0 ? 1 : Math.min(wide, high);
    Handwriting drawn =
        sketch.map(
            p ->
                p.moved(
                    SketchPicture.WIDTH / 2.0 + scale * (p.x() - box.centerX()),
                    SketchPicture.HEIGHT / 2.0 + scale * (p.y() - box.centerY())));
    InkMap seen = InkRaster.map(drawn, nib, SketchPicture.WIDTH, SketchPicture.HEIGHT);
    float[] ink = new float[SketchPicture.WIDTH * SketchPicture.HEIGHT];
    for (int i = 0; i < ink.length; i++) {
      ink[i] = seen.ink(i / SketchPicture.WIDTH, i % SketchPicture.WIDTH);
    }
    return new SketchPicture(ink);
  }
}
