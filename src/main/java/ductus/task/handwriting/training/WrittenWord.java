package ductus.task.handwriting.training;

import ductus.ink.Handwriting;
import ductus.ink.PackedInk;
import ductus.ink.Stroke;
import ductus.ink.recognition.LineAlignment;
import ductus.ink.recognition.WordCutting;
import ductus.ink.recognition.WordStrokes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A word as somebody wrote it, or several where a stroke joins them.
 *
 * @param text as networks spell it
 * @param ink where it stands in its line
 * @param points number of a point of each character, over all strokes of the word, negative for a
 *     space [U]
 */
record WrittenWord(String text, PackedInk ink, int[] points) {
  private static final int NONE = -1;

  /** The words of a line, in their order. */
  static List<WrittenWord> of(Handwriting line, LineAlignment alignment) {
    return WordCutting.of(line, alignment).stream().map(word -> of(word, line, alignment)).toList();
  }

  private static WrittenWord of(WordStrokes word, Handwriting line, LineAlignment alignment) {
    int[] text =
        line.text()
            .orElseThrow()
            .codePoints()
            .skip(word.from())
            .limit(word.to() - word.from())
            .toArray();
    int[] points = new int[text.length];
    Arrays.fill(points, NONE);
    List<Stroke> own = new ArrayList<>();
    int start = 0; // of the stroke, in the line
    int before = 0; // points of the word
    for (int i = 0; i < line.strokes().size(); i++) {
      Stroke stroke = line.strokes().get(i);
      int size = stroke.points().size();
      if (word.strokes().contains(i)) {
        for (int u = 0; u < text.length; u++) {
          int point = alignment.points()[word.from() + u] - start;
          if (text[u] != ' ' && point >= 0 && point < size) {
            points[u] = before + point;
          }
        }
        own.add(stroke);
        before += size;
      }
      start += size;
    }
    return new WrittenWord(new String(text, 0, text.length), PackedInk.of(own), points);
  }
}
