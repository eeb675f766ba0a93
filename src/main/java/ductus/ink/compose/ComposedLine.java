package ductus.ink.compose;

import ductus.ink.Handwriting;
import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import ductus.ink.variation.Wave;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** A line of writing whose points know which character of its text they belong to. */
public final class ComposedLine {
  private final String hand;
  private final int[] characters;
  private final int[] forms;
  private final double[] x;
  private final double[] y;
  private final boolean[] penUp;
  private final int[] character;

  /** Creates a line; takes the arrays over. */
  ComposedLine(
      String hand,
      int[] characters,
      int[] forms,
      double[] x,
      double[] y,
      boolean[] penUp,
      int[] character) {
    this.hand = hand;
    this.characters = characters;
    this.forms = forms;
    this.x = x;
    this.y = y;
    this.penUp = penUp;
    this.character = character;
  }

  /** The text as it is written: decomposed, with plain characters. */
  public String text() {
    return new String(characters, 0, characters.length);
  }

  /** Code points of the text [U]. */
  public int[] characters() {
    return characters.clone();
  }

  /** Number of the hand's drawing of each character of the text, from 0 [U]. */
  public int[] forms() {
    return forms.clone();
  }

  /** Number of points. */
  public int points() {
    return x.length;
  }

  public double x(int point) {
    return x[point];
  }

  public double y(int point) {
    return y[point];
  }

  /** Whether a point is the last of its stroke. */
  public boolean penUp(int point) {
    return penUp[point];
  }

  /** Index of a point's character, never less than that of the point before. */
  public int character(int point) {
    return character[point];
  }

  /** Returns this line with every point strayed a little at random. */
  ComposedLine trembling(double deviation, RandomGenerator random) {
    if (deviation == 0) {
      return this;
    }
    double[] strayedX = new double[x.length];
    double[] strayedY = new double[y.length];
    for (int i = 0; i < x.length; i++) {
      strayedX[i] = x[i] + Wave.normal(random, deviation);
      strayedY[i] = y[i] + Wave.normal(random, deviation);
    }
    return new ComposedLine(hand, characters, forms, strayedX, strayedY, penUp, character);
  }

  /** The line as strokes without times. */
  public Handwriting handwriting() {
    List<Stroke> strokes = new ArrayList<>();
    List<PenPoint> stroke = new ArrayList<>();
    for (int i = 0; i < x.length; i++) {
      stroke.add(PenPoint.at(x[i], y[i]));
      if (penUp[i]) {
        strokes.add(new Stroke(stroke));
        stroke.clear();
      }
    }
    return new Handwriting(strokes, Optional.of(text()), Optional.of(hand));
  }
}
