package ductus.task.handwriting.training;

import ductus.ink.Handwriting;
import ductus.ink.PackedInk;
import ductus.ink.Stroke;
import ductus.ink.recognition.LineAlignment;
import ductus.ink.recognition.WordCutting;
import ductus.ink.recognition.WordStrokes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A word as somebody wrote it, or several where a stroke joins them.
 *
 * @param text as networks spell it
 * @param ink where it stands in its line
 * @param characters number in the text of the character of each point; negative for strokes in
 *     which the reader finds none, such as dots that were added later
 */
public record AlignedWord(String text, PackedInk ink, List<Integer> characters) {
  private static final int NONE = -1;

  public AlignedWord {
    characters = List.copyOf(characters);
  }

  /** A whole line as one, of which nobody knows where its characters stand. */
  static AlignedWord unaligned(Handwriting line) {
    return new AlignedWord(
        line.text().orElseThrow(),
        PackedInk.of(line.strokes()),
        Collections.nCopies(line.points(), NONE));
  }

  /** The words of a line, in their order. */
  static List<AlignedWord> of(Handwriting line, LineAlignment alignment) {
    return WordCutting.of(line, alignment).stream().map(word -> of(word, line, alignment)).toList();
  }

  private static AlignedWord of(WordStrokes word, Handwriting line, LineAlignment alignment) {
    int[] text = line.text().orElseThrow().codePoints().toArray();
    int[] drawn = IntStream.range(word.from(), word.to()).filter(u -> text[u] != ' ').toArray();
    List<Stroke> own = new ArrayList<>();
    List<Integer> characters = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < line.strokes().size(); i++) {
      Stroke stroke = line.strokes().get(i);
      int end = start + stroke.points().size();
      if (word.strokes().contains(i)) {
        own.add(stroke);
        int from = start;
        int[] inStroke =
            Arrays.stream(drawn)
                .filter(u -> alignment.points().get(u) >= from && alignment.points().get(u) < end)
                .toArray();
        for (int point = start; point < end; point++) {
          characters.add(
              inStroke.length == 0
                  ? NONE
                  : drawnAt(point, inStroke, alignment.points()) - word.from());
        }
      }
      start = end;
    }
    return new AlignedWord(
        new String(text, word.from(), word.to() - word.from()), PackedInk.of(own), characters);
  }

  /**
   * The character that is being drawn at a point: a reader is sure of a character at its end, so
   * all points up to that are the character's.
   */
  private static int drawnAt(int point, int[] inStroke, List<Integer> points) {
    return Arrays.stream(inStroke)
        .filter(u -> points.get(u) >= point)
        .findFirst()
        .orElse(inStroke[inStroke.length - 1]);
  }
}
