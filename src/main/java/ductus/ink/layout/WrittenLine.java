package ductus.ink.layout;

import ductus.ink.Box;
import ductus.ink.Handwriting;
import ductus.ink.Stroke;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A line as it was written.
 *
 * @param text what it says, as the writer sees it
 * @param ink baseline at y = 0, x-height 1
 * @param characters for each point of the ink, stroke after stroke, to which character of the text
 *     it belongs: an index of a code point
 */
public record WrittenLine(String text, Handwriting ink, List<Integer> characters) {
  /**
   * A word as it was written: baseline at y = 0, x-height 1.
   *
   * @param text what it says
   * @param strokes in the order of writing; may be empty where the writer left the word out
   */
  record WrittenWord(String text, List<Stroke> strokes) {
    WrittenWord {
      strokes = List.copyOf(strokes);
    }

    /** Returns this word farther to the right. */
    WrittenWord moved(double by) {
      return new WrittenWord(
          text, Handwriting.of(strokes).map(p -> p.moved(p.x() + by, p.y())).strokes());
    }

    /** The smallest box around the word; empty where it has no ink. */
    Optional<Box> box() {
      return Box.around(strokes.stream().flatMap(stroke -> stroke.points().stream()).toList());
    }
  }

  public WrittenLine {
    characters = List.copyOf(characters);
    int length = text.codePointCount(0, text.length());
    if (characters.size() != ink.points()) {
      throw new IllegalArgumentException(
          "a written line must have a character for each of its "
              + ink.points()
              + " points but had "
              + characters.size());
    }
    for (int character : characters) {
      if (character < 0 || character >= length) {
        throw new IllegalArgumentException(
            "a point's character must be from 0 to " + (length - 1) + " but was " + character);
      }
    }
  }

  /**
   * The words of the line from left to right. A stroke belongs to the word of most of its points.
   */
  List<WrittenWord> words() {
    int[] wordOf = wordOfCharacter();
    List<String> texts = List.of(text.split(" ", -1));
    List<List<Stroke>> strokes = new ArrayList<>();
    texts.forEach(each -> strokes.add(new ArrayList<>()));
    int at = 0;
    for (Stroke stroke : ink.strokes()) {
      int[] votes = new int[texts.size()];
      for (int i = 0; i < stroke.points().size(); i++) {
        votes[wordOf[characters.get(at + i)]]++;
      }
      at += stroke.points().size();
      strokes.get(mostVotes(votes)).add(stroke);
    }
    List<WrittenWord> words = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      words.add(new WrittenWord(texts.get(i), strokes.get(i)));
    }
    return words;
  }

  /** Index of the word of each code point; a space belongs to the word before it. */
  private int[] wordOfCharacter() {
    int[] codePoints = text.codePoints().toArray();
    int[] words = new int[codePoints.length];
    int word = 0;
    for (int i = 0; i < codePoints.length; i++) {
      words[i] = word;
      if (codePoints[i] == ' ') {
        word++;
      }
    }
    return words;
  }

  private static int mostVotes(int[] votes) {
    int most = 0;
    for (int i = 1; i < votes.length; i++) {
      if (votes[i] > votes[most]) {
        most = i;
      }
    }
    return most;
  }
}
