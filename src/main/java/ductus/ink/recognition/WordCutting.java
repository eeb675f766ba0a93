package ductus.ink.recognition;

import ductus.ink.Box;
import ductus.ink.Handwriting;
import ductus.ink.Stroke;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Cuts a line into its words, by where a reader finds their characters. Dots and bars that were
 * added later go to the word that they stand over, behind its other strokes.
 */
public final class WordCutting {
  /** How far beside its word a dot or a bar may stand to be of the one last written, x-heights. */
  private static final double BESIDE = 0.6;

  private static final int NONE = -1;

  private final int[] text;
  private final List<Stroke> strokes;

  /** Number of the first point of each stroke, and behind the last one. */
  private final int[] starts;

  /** The points of the characters [U]. */
  private final List<Integer> points;

  /**
   * Number of the word of each character, counted by spaces; joined words have that of the first.
   */
  private final int[] words;

  /** Number of the word of each stroke; {@link #NONE} for those without a character. */
  private final int[] owners;

  private WordCutting(Handwriting line, LineAlignment alignment) {
    text = line.text().orElseThrow().codePoints().toArray();
    strokes = line.strokes();
    points = alignment.points();
    starts = new int[strokes.size() + 1];
    for (int i = 0; i < strokes.size(); i++) {
      starts[i + 1] = starts[i] + strokes.get(i).points().size();
    }
    words = new int[text.length];
    for (int u = 1; u < text.length; u++) {
      words[u] = words[u - 1] + (text[u] == ' ' ? 1 : 0);
    }
    owners = new int[strokes.size()];
    Arrays.fill(owners, NONE);
  }

  /**
   * Cuts a line.
   *
   * @param line with its text; words a space apart
   * @param alignment of all characters
   * @return its words in their order, one or more
   */
  public static List<WordStrokes> of(Handwriting line, LineAlignment alignment) {
    WordCutting cutting = new WordCutting(line, alignment);
    cutting.joinWords();
    cutting.giveMarks();
    return cutting.cut();
  }

  private boolean isDrawn(int u) {
    return text[u] != ' ';
  }

  private int stroke(int u) {
    int found = Arrays.binarySearch(starts, points.get(u));
    return found >= 0 ? found : -found - 2;
  }

  /** Gives strokes to the words of their characters; words with a common stroke become one. */
  private void joinWords() {
    for (int u = 0; u < text.length; u++) {
      if (isDrawn(u)) {
        int stroke = stroke(u);
        int own = words[u];
        if (owners[stroke] == NONE) {
          owners[stroke] = own;
        } else if (owners[stroke] != own) {
          merge(owners[stroke], own);
        }
      }
    }
  }

  /** Makes all words from one to another the first of them. */
  private void merge(int first, int last) {
    for (int u = 0; u < words.length; u++) {
      if (words[u] > first && words[u] <= last) {
        words[u] = first;
      }
    }
    for (int i = 0; i < owners.length; i++) {
      if (owners[i] > first && owners[i] <= last) {
        owners[i] = first;
      }
    }
  }

  private void giveMarks() {
    int[] lettered = owners.clone();
    int current = words[0];
    for (int i = 0; i < owners.length; i++) {
      if (lettered[i] != NONE) {
        current = lettered[i];
        continue;
      }
      Box box = Box.around(strokes.get(i).points()).orElseThrow();
      double center = box.centerX();
      owners[i] =
          distance(center, current, lettered) <= BESIDE ? current : nearest(center, lettered);
    }
  }

  private int nearest(double x, int[] lettered) {
    int nearest = words[0];
    for (int word : words) {
      if (distance(x, word, lettered) < distance(x, nearest, lettered)) {
        nearest = word;
      }
    }
    return nearest;
  }

  /** How far a place is from the lettered strokes of a word; 0 where it is over them. */
  private double distance(double x, int word, int[] lettered) {
    Optional<Box> box =
        Box.around(
            IntStream.range(0, lettered.length)
                .filter(i -> lettered[i] == word)
                .mapToObj(strokes::get)
                .flatMap(stroke -> stroke.points().stream())
                .toList());
    return box.map(each -> Math.max(0, Math.max(each.left() - x, x - each.right())))
        .orElse(Double.POSITIVE_INFINITY);
  }

  private List<WordStrokes> cut() {
    List<WordStrokes> cut = new ArrayList<>();
    for (int from = 0; from < text.length; ) {
      int word = words[from];
      int to = from;
      while (to < text.length && words[to] == word) {
        to++;
      }
      List<Integer> own =
          IntStream.range(0, owners.length).filter(i -> owners[i] == word).boxed().toList();
      cut.add(new WordStrokes(isDrawn(from) ? from : from + 1, to, own));
      from = to;
    }
    return cut;
  }
}
