package ductus.task.handwriting.adaptation;

import ductus.file.BadFileException;
import ductus.ink.Handwriting;
import ductus.ink.encoding.PenEncoding;
import ductus.ink.hand.Characters;
import ductus.ink.prepare.InkPreparation;
import ductus.ink.recognition.LineAlignment;
import ductus.ink.recognition.LineReader;
import ductus.ink.recognition.ReadingModels;
import ductus.math.KernelChoice;
import ductus.math.Workers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Tells people, before a hand is learned from their lines, which of these the reader does not find
 * to say their text.
 */
public final class LineCheck {
  private LineCheck() {}

  /**
   * Checks lines as somebody wrote them, each by itself.
   *
   * @param lines with their texts, in any unit
   * @return of each, in a sentence, what is wrong with it; empty where nothing is
   */
  public static List<Optional<String>> doubts(List<Handwriting> lines)
      throws BadFileException, IOException {
    if (lines.isEmpty()) {
      return List.of();
    }
    List<Handwriting> prepared = lines.stream().map(LineCheck::prepared).toList();
    try (Workers workers = new Workers(1)) {
      LineReader reader = ReadingModels.judge(KernelChoice.best(), workers);
      List<LineAlignment> alignments = reader.align(prepared);
      List<Optional<String>> doubts = new ArrayList<>();
      for (int i = 0; i < prepared.size(); i++) {
        doubts.add(doubt(prepared.get(i), alignments.get(i), reader));
      }
      return doubts;
    }
  }

  private static Handwriting prepared(Handwriting line) {
    return InkPreparation.ofLines(PenEncoding.SPACING)
        .apply(
            new Handwriting(
                line.strokes(),
                Optional.of(Characters.plain(line.text().orElseThrow())),
                line.writer()))
        .ink();
  }

  private static Optional<String> doubt(
      Handwriting line, LineAlignment alignment, LineReader reader) {
    if (alignment.isBelieved() && WrittenHand.hasInkOfItsText(line)) {
      return Optional.empty();
    }
    if (alignment.isBelieved()) {
      return Optional.of(
          String.format(
              Locale.ROOT,
              "it has too much or too little ink for %d characters",
              line.text().orElseThrow().length()));
    }
    String read = reader.read(line);
    return Optional.of(
        read.isEmpty()
            ? "the reader finds no writing in it"
            : String.format(Locale.ROOT, "the reader finds \"%s\" in it", read));
  }
}
