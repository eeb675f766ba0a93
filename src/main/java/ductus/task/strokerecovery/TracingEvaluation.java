package ductus.task.strokerecovery;

import ductus.ink.Handwriting;
import ductus.ink.hand.Glyph;
import ductus.ink.hand.Hand;
import ductus.ink.hand.Joins;
import ductus.ink.recognition.LineReader;
import ductus.ink.tracing.LetterPicture;
import ductus.metric.CharacterErrors;
import ductus.metric.ReadingEvaluation;
import ductus.model.tracing.Picture;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An evaluation of letters that are drawn from their pictures: each drawing of some hands is
 * rendered, drawn, and compared with the strokes that the picture was made of.
 *
 * @param hands figures of each
 */
public record TracingEvaluation(List<OfHand> hands) {
  /** Width of the lines of the pictures, as a part of a letter's longer side. */
  static final double NIB = 0.1;

  /**
   * Figures of a hand.
   *
   * @param letters drawn
   * @param overlap mean of what picture and drawing have of the ink of both, 0 to 1
   * @param distance mean distance of the strokes from those of the picture, each point from the
   *     nearest of the others, as a part of the letter's longer side
   * @param sameStrokes share of letters with as many strokes
   * @param misreadBefore how a reader reads lines of the hand's letters
   * @param misread the same of lines of the letters as they were drawn from the pictures
   */
  public record OfHand(
      String hand,
      int letters,
      double overlap,
      double distance,
      double sameStrokes,
      CharacterErrors misreadBefore,
      CharacterErrors misread)
      implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  public TracingEvaluation {
    hands = List.copyOf(hands);
  }

  /**
   * Measures a hand.
   *
   * @param reader of lines
   * @param texts of the lines
   * @param seed of drawings and lines
   */
  public static OfHand figures(
      LetterTracer tracer, LineReader reader, Hand hand, List<String> texts, long seed) {
    SortedMap<Integer, List<Glyph>> before = new TreeMap<>();
    SortedMap<Integer, List<Glyph>> drawn = new TreeMap<>();
    double overlap = 0;
    double distance = 0;
    int same = 0;
    int letters = 0;
    for (int character : hand.characters()) {
      List<LetterPicture> seen =
          hand.drawings(character).stream()
              .map(glyph -> LetterPicture.of(Handwriting.of(glyph.strokes()), NIB))
              .toList();
      List<Picture> pictures = seen.stream().map(letter -> letter.traced().picture()).toList();
      List<LetterTracer.Traced> traced = tracer.trace(pictures, seed);
      List<Glyph> redrawn = new ArrayList<>();
      for (int i = 0; i < seen.size(); i++) {
        Handwriting strokes = traced.get(i).strokes();
        if (!strokes.strokes().isEmpty()) {
          Handwriting original = LetterPicture.strokes(seen.get(i).traced());
          redrawn.add(new Glyph(seen.get(i).frame().fromPicture(strokes).strokes(), Joins.NONE));
          overlap += traced.get(i).likeness().overlap();
          distance += StrokeDistance.between(original, strokes) / Picture.LETTER;
          same += original.strokes().size() == strokes.strokes().size() ? 1 : 0;
        } else {
          distance += 1;
        }
      }
      letters += seen.size();
      if (!redrawn.isEmpty()) {
        drawn.put(character, redrawn);
        before.put(character, unjoined(hand.drawings(character)));
      }
    }
    return new OfHand(
        hand.name(),
        letters,
        overlap / letters,
        distance / letters,
        (double) same / letters,
        misread(reader, new Hand(hand.name(), false, before), texts, seed),
        misread(reader, new Hand(hand.name(), false, drawn), texts, seed));
  }

  private static List<Glyph> unjoined(List<Glyph> drawings) {
    return drawings.stream().map(glyph -> new Glyph(glyph.strokes(), Joins.NONE)).toList();
  }

  private static CharacterErrors misread(
      LineReader reader, Hand hand, List<String> texts, long seed) {
    return ReadingEvaluation.of(reader, List.of(hand), texts, seed).total();
  }
}
