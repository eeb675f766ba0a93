package ductus.task.recognition;

import ductus.corpus.ReadingListener;
import ductus.corpus.line.CorpusLine;
import ductus.corpus.line.LineFolder;
import ductus.file.BadFileException;
import ductus.ink.recognition.LineReader;
import ductus.ink.recognition.ReadingModels;
import ductus.math.KernelChoice;
import ductus.math.Workers;
import ductus.metric.CharacterErrors;
import ductus.model.reading.ReaderNetwork;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * A reader's doubt in lines of people: those of which it finds next to nothing of their text are
 * mostly labeled wrongly. It reads by the ink alone, so that words do not help.
 */
final class LineDoubt {
  /** The reason why lines are passed over. */
  static final String REASON = "of whose text a reader finds next to nothing";

  /** Lines that are read together. */
  private static final int TOGETHER = 2000;

  private final ReaderNetwork reader;
  private final int threads;

  private LineDoubt(ReaderNetwork reader, int threads) {
    this.reader = reader;
    this.threads = threads;
  }

  /** The doubt of a reader, by name or path. */
  static LineDoubt of(String nameOrPath, int threads) throws BadFileException, IOException {
    return new LineDoubt(ReadingModels.reader(nameOrPath).network(), threads);
  }

  /** The lines that may well say what their texts say. */
  LineFolder.Parts credible(LineFolder.Parts parts, ReadingListener listener) {
    try (Workers workers = new Workers(threads)) {
      LineReader reading =
          new LineReader(reader, LineReader.Decoding.bestPath(), KernelChoice.best(), workers);
      List<CorpusLine> learned =
          credible(parts.learned(), reading, done -> listener.progress(done, parts.size()));
      List<CorpusLine> heldOut =
          credible(
              parts.heldOut(),
              reading,
              done -> listener.progress(parts.learned().size() + done, parts.size()));
      return new LineFolder.Parts(learned, heldOut);
    }
  }

  private static List<CorpusLine> credible(
      List<CorpusLine> lines, LineReader reading, IntConsumer done) {
    List<CorpusLine> credible = new ArrayList<>();
    for (int from = 0; from < lines.size(); from += TOGETHER) {
      List<CorpusLine> some = lines.subList(from, Math.min(lines.size(), from + TOGETHER));
      List<String> read = reading.read(some.stream().map(CorpusLine::handwriting).toList());
      for (int i = 0; i < read.size(); i++) {
        if (!CharacterErrors.of(some.get(i).text(), read.get(i)).findsNothing()) {
          credible.add(some.get(i));
        }
      }
      done.accept(from + read.size());
    }
    return credible;
  }
}
