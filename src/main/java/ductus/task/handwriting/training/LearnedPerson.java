package ductus.task.handwriting.training;

import ductus.corpus.ReadingListener;
import ductus.corpus.line.CorpusLine;
import ductus.corpus.line.LineFolder;
import ductus.file.BadFileException;
import ductus.ink.recognition.ReadingModels;
import java.io.IOException;
import java.util.Collection;
import java.util.List;

/**
 * Somebody whose hand networks learn, and the lines that they wrote.
 *
 * @param learned lines that networks learn from
 * @param heldOut lines that they do not
 */
public record LearnedPerson(String name, List<AlignedLine> learned, List<AlignedLine> heldOut) {
  public LearnedPerson {
    learned = List.copyOf(learned);
    heldOut = List.copyOf(heldOut);
  }

  /**
   * Those of some people who wrote enough to learn their hands, by name.
   *
   * @param lines of these people and others
   */
  public static List<LearnedPerson> of(
      LineFolder lines, Collection<String> names, int threads, ReadingListener listener)
      throws BadFileException, IOException {
    List<CorpusLine> theirs =
        lines.lines().stream().filter(line -> names.contains(line.writer())).toList();
    WrittenCorpus corpus =
        WrittenCorpus.of(
            theirs, ReadingModels.reader(ReadingModels.PEOPLE).network(), threads, listener);
    return corpus.lessons().stream().map(WrittenLessons::person).toList();
  }
}
