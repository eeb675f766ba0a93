package ductus.ink.render;

import ductus.ink.Stroke;
import ductus.ink.curve.CubicBezier;
import java.util.ArrayList;
import java.util.List;

/** The ink of a word as path data of SVG, as {@link PageSvg} draws it, all strokes in one path. */
public final class WordPath {
  private WordPath() {}

  /**
   * The path data, in mm from the upper left corner of the paper: outlines to fill if the ink shows
   * pressure, else the way of the pen.
   *
   * @param strokes in mm on the paper, y upwards
   * @param height of the paper
   */
  public static String of(List<Stroke> strokes, double height, Ink ink) {
    List<String> paths = new ArrayList<>();
    for (Stroke stroke : strokes) {
      List<CubicBezier> curves =
          ink.pressure()
              ? StrokeOutline.of(stroke, ink.nibWidth())
              : StrokePath.of(stroke).curves();
      String closed = OutlineData.of(curves, height);
      paths.add(ink.pressure() ? closed : closed.substring(0, closed.length() - 1));
    }
    return String.join("", paths);
  }
}
