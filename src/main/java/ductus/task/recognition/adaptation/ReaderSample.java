package ductus.task.recognition.adaptation;

import ductus.corpus.line.CorpusLine;
import ductus.corpus.line.LineFolder;
import ductus.file.BadFileException;
import ductus.model.pen.Alphabet;
import ductus.task.recognition.lessons.CorpusLineSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Lines of somebody from which a reader is to learn.
 *
 * @param learned lines to learn from
 * @param measured lines to measure by: every fifth of ten or more, which is not learned; else the
 *     same
 * @param passedOver how many pieces of ink are no such lines, by reason
 */
public record ReaderSample(
    List<CorpusLine> learned, List<CorpusLine> measured, SortedMap<String, Integer> passedOver) {
  private static final int ENOUGH = 10;
  private static final int EVERY = 5;
  private static final String UNKNOWN =
      "with characters that the reader does not know, or too little ink for them";

  public ReaderSample {
    learned = List.copyOf(learned);
    measured = List.copyOf(measured);
    passedOver = new TreeMap<>(passedOver);
  }

  /**
   * The lines that a reader can spell.
   *
   * @param source named where there are none
   * @throws BadFileException if there are none
   */
  static ReaderSample of(LineFolder lines, Alphabet alphabet, Path source) throws BadFileException {
    List<CorpusLine> spelled =
        lines.lines().stream().filter(line -> CorpusLineSource.takes(line, alphabet)).toList();
    SortedMap<String, Integer> passedOver = new TreeMap<>(lines.passedOver());
    if (spelled.size() < lines.lines().size()) {
      passedOver.put(UNKNOWN, lines.lines().size() - spelled.size());
    }
    if (spelled.isEmpty()) {
      throw new BadFileException(
          source, "has no line with its text that a reader can learn from" + inWords(passedOver));
    }
    if (spelled.size() < ENOUGH) {
      return new ReaderSample(spelled, spelled, passedOver);
    }
    List<CorpusLine> learned = new ArrayList<>();
    List<CorpusLine> measured = new ArrayList<>();
    for (int i = 0; i < spelled.size(); i++) {
      (i % EVERY == EVERY - 1 ? measured : learned).add(spelled.get(i));
    }
    return new ReaderSample(learned, measured, passedOver);
  }

  private static String inWords(SortedMap<String, Integer> passedOver) {
    StringBuilder words = new StringBuilder();
    passedOver.forEach(
        (why, count) -> words.append(words.length() == 0 ? ": " : ", ").append(count + " " + why));
    return words.toString();
  }

  /** Whether what it is measured by was not learned. */
  public boolean isHeldOut() {
    return !learned.equals(measured);
  }

  /** Number of lines. */
  public int lines() {
    return isHeldOut() ? learned.size() + measured.size() : learned.size();
  }
}
