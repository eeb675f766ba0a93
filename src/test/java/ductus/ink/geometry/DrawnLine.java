package ductus.ink.geometry;

import ductus.ink.Handwriting;
import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import ductus.ink.layout.WrittenLine;
import java.util.ArrayList;
import java.util.List;

/** A line drawn by hand for a test, stroke by stroke. */
final class DrawnLine {
  private final String text;
  private final List<Stroke> strokes = new ArrayList<>();
  private final List<Integer> characters = new ArrayList<>();

  DrawnLine(String text) {
    this.text = text;
  }

  /** Adds a stroke of one character along points, x and y in turn. */
  DrawnLine stroke(int character, double... places) {
    List<PenPoint> points = new ArrayList<>();
    for (int i = 0; i < places.length; i += 2) {
      points.add(PenPoint.at(places[i], places[i + 1]));
      characters.add(character);
    }
    strokes.add(new Stroke(points));
    return this;
  }

  /** Adds an upright stroke of four points. */
  DrawnLine bar(int character, double x, double bottom, double top) {
    double step = (top - bottom) / 3;
    return stroke(character, x, top, x, top - step, x, bottom + step, x, bottom);
  }

  /** Gives the last stroke's points to other characters. */
  DrawnLine owned(int... by) {
    int from = characters.size() - by.length;
    for (int i = 0; i < by.length; i++) {
      characters.set(from + i, by[i]);
    }
    return this;
  }

  WrittenLine line() {
    return new WrittenLine(text, Handwriting.of(strokes), characters);
  }

  LineGeometry measured() {
    return LineGeometry.of(List.of(line()), 0);
  }
}
