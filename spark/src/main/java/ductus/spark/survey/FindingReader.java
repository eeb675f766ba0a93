package ductus.spark.survey;

import ductus.spark.corpus.FileReading;
import ductus.spark.corpus.Notice;
import ductus.spark.corpus.SourceFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.TaskContext;
import org.apache.spark.util.LongAccumulator;

/**
 * Reads listed files one by one, as what is found in them is asked for. What it copied is taken
 * away with the end of its task, whatever that is.
 *
 * @param <P> what is read of a piece
 */
final class FindingReader<P> implements Iterator<Finding<P>>, FileReading.Listener<P> {
  private final Iterator<Notice> listed;
  private final SurveySubject<P, ?> subject;
  private final FileReading<P> reading;
  private final LongAccumulator read;
  private final Deque<Finding<P>> found = new ArrayDeque<>();

  /**
   * Readings of some files.
   *
   * @param read counts them
   */
  FindingReader(
      SourceFolder source, SurveySubject<P, ?> subject, Iterator<Notice> listed, LongAccumulator read)
      throws IOException {
    this.subject = subject;
    this.listed = listed;
    this.read = read;
    reading = new FileReading<>(source, subject.kind(), subject::beside);
    TaskContext.get().addTaskCompletionListener((TaskContext task) -> close(reading));
  }

  private static void close(FileReading<?> reading) {
    try {
      reading.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public boolean hasNext() {
    try {
      while (found.isEmpty() && listed.hasNext()) {
        Notice next = listed.next();
        if (next.text().isEmpty()) {
          reading.read(next.path(), this);
          read.add(1);
        } else {
          found.add(new Finding<>(next.path(), "", null, next.text(), false));
        }
      }
      return !found.isEmpty();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public Finding<P> next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return found.remove();
  }

  @Override
  public void piece(String path, P piece) {
    found.add(new Finding<>(path, subject.kind().hash().apply(piece), piece, "", true));
  }

  @Override
  public void refused(Notice file) {
    found.add(new Finding<>(file.path(), "", null, file.text(), true));
  }
}
