package ductus.studio.corpus;

import ductus.corpus.ReadingListener;
import ductus.studio.corpus.CorpusReadings.ReadingProgress;

/** One reading of a corpus: it counts files, and ends with the next of them once it is stopped. */
final class ReadingInProgress implements ReadingListener {
  private volatile ReadingProgress progress = new ReadingProgress(0, 0);
  private volatile boolean stopped;

  @Override
  public void progress(int done, int total) {
    if (stopped) {
      throw new IllegalStateException("stopped");
    }
    progress = new ReadingProgress(done, total);
  }

  ReadingProgress progress() {
    return progress;
  }

  void stop() {
    stopped = true;
  }

  boolean isStopped() {
    return stopped;
  }
}
