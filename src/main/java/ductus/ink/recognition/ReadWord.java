package ductus.ink.recognition;

import ductus.ink.Box;
import ductus.ink.Handwriting;
import ductus.ink.PenPoint;
import ductus.ink.hand.Characters;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A word that was read, or several where a stroke joins them.
 *
 * @param box around its ink, in the ink's own unit, y upwards
 * @param confidence how certain the reader is of its least certain character, 0 to 1
 */
public record ReadWord(String text, Box box, double confidence) {
  /**
   * Finds the words of lines that were read.
   *
   * @param lines as they were written
   * @param prepared the same lines, stroke for stroke, as the reader takes them
   * @param texts that were read
   * @return the words of each line; none where nothing was read
   */
  public static List<List<ReadWord>> in(
      List<Handwriting> lines, List<Handwriting> prepared, List<String> texts, LineReader reader) {
    List<Handwriting> labeled = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Optional<String> text = Optional.of(Characters.plain(texts.get(i)));
      labeled.add(new Handwriting(prepared.get(i).strokes(), text, Optional.empty()));
    }
    List<LineAlignment> alignments = reader.align(labeled);
    List<List<ReadWord>> words = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      LineAlignment alignment = alignments.get(i);
      Handwriting line = lines.get(i);
      int[] text = labeled.get(i).text().orElseThrow().codePoints().toArray();
      words.add(
          alignment.points().isEmpty()
              ? List.of()
              : WordCutting.of(labeled.get(i), alignment).stream()
                  .map(word -> of(word, line, text, alignment.certainties()))
                  .toList());
    }
    return words;
  }

  private static ReadWord of(
      WordStrokes word, Handwriting line, int[] text, List<Double> certainties) {
    List<PenPoint> ink =
        word.strokes().stream().flatMap(i -> line.strokes().get(i).points().stream()).toList();
    double least = 1;
    for (int u = word.from(); u < word.to(); u++) {
      least = Math.min(least, certainties.get(u));
    }
    String said = new String(text, word.from(), word.to() - word.from());
    return new ReadWord(
        Normalizer.normalize(said, Normalizer.Form.NFC), Box.around(ink).orElseThrow(), least);
  }
}
