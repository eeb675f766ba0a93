package ductus.spark.survey;

import ductus.spark.corpus.FileReading;
import ductus.spark.corpus.Notice;
import ductus.spark.corpus.SourceFolder;
import ductus.workbench.report.PieceSummary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.util.LongAccumulator;

/** Reads listed files one by one, as what is found in them is asked for. */
final class FindingReader implements Iterator<Finding>, FileReading.Hearer<PieceSummary> {
  private final Iterator<Notice> listed;
  private final FileReading<PieceSummary> reading;
  private final LongAccumulator read;
  private final Deque<Finding> found = new ArrayDeque<>();

  /**
   * Readings of some files.
   *
   * @param read counts them
   */
  FindingReader(SourceFolder source, Iterator<Notice> listed, LongAccumulator read)
      throws IOException {
    this.listed = listed;
    this.read = read;
    reading = new FileReading<>(source, PieceSummary.KIND);
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
          refused(next);
        }
      }
      if (found.isEmpty()) {
        reading.close();
      }
      return !found.isEmpty();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public Finding next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return found.remove();
  }

  @Override
  public void piece(String path, PieceSummary piece) {
    found.add(new Finding(path, piece, null));
  }

  @Override
  public void refused(Notice file) {
    found.add(new Finding(file.path(), null, file.text()));
  }
}
