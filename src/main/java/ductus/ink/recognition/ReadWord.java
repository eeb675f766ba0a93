package ductus.ink.recognition;

import ductus.ink.Box;
import ductus.ink.Handwriting;
import ductus.ink.PenPoint;
import ductus.ink.hand.Characters;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A word that was read, or several where a stroke joins them.
 *
 * @param box around its ink, in the ink's own unit, y upwards
 * @param confidence how certain the reader is of its least certain character, 0 to 1
 * @param letters its characters, from first to last; their texts make up that of the word
 */
public record ReadWord(String text, Box box, double confidence, List<ReadLetter> letters) {
  public ReadWord {
    letters = List.copyOf(letters);
  }

  /**
   * A character that was read.
   *
   * @param text with its accents, composed (NFC)
   * @param confidence how certain the reader is of it, and of its accents, 0 to 1
   */
  public record ReadLetter(String text, double confidence) {}

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
    List<ReadLetter> letters = letters(text, word, certainties);
    return new ReadWord(
        letters.stream().map(ReadLetter::text).collect(Collectors.joining()),
        Box.around(ink).orElseThrow(),
        letters.stream().mapToDouble(ReadLetter::confidence).min().orElse(1),
        letters);
  }

  private static List<ReadLetter> letters(int[] text, WordStrokes word, List<Double> certainties) {
    List<ReadLetter> letters = new ArrayList<>();
    for (int u = word.from(); u < word.to(); ) {
      int end = u + 1;
      double least = certainties.get(u);
      while (end < word.to() && Characters.isMark(text[end])) {
        least = Math.min(least, certainties.get(end++));
      }
      String said = new String(text, u, end - u);
      letters.add(new ReadLetter(Normalizer.normalize(said, Normalizer.Form.NFC), least));
      u = end;
    }
    return letters;
  }
}
