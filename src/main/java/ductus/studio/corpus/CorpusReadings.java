package ductus.studio.corpus;

import ductus.studio.web.RequestException;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The corpora that are being read right now: how far each is, and to be stopped. */
final class CorpusReadings {
  /** More at a time would only be in each other's way. */
  private static final int MOST_AT_ONCE = 8;

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]{1,40}");

  private final int threads;
  private final Map<String, ReadingInProgress> running = new ConcurrentHashMap<>();

  /**
   * None yet.
   *
   * @param threads most that read a corpus
   */
  CorpusReadings(int threads) {
    this.threads = threads;
  }

  /**
   * How far a reading is.
   *
   * @param done files that were read or left out
   * @param total files that there are; 0 before they are known, and when nothing is read
   */
  record ReadingProgress(int done, int total) {}

  /**
   * Reads a corpus.
   *
   * @param name by which the page asks how far it is; null where it does not
   * @throws RequestException if it was stopped, or too many are being read
   */
  CorpusTable read(CorpusFolder folder, @Nullable String name) throws IOException {
    if (name == null) {
      return TableReader.read(folder, threads, new ReadingInProgress());
    }
    if (!NAME.matcher(name).matches()) {
      throw new RequestException(
          400, "reading must be named with letters, digits and hyphens, at most 40");
    }
    if (running.size() >= MOST_AT_ONCE) {
      throw new RequestException(
          503, MOST_AT_ONCE + " corpora are being read already: wait until one is done");
    }
    ReadingInProgress reading = new ReadingInProgress();
    if (running.putIfAbsent(name, reading) != null) {
      throw new RequestException(409, "there is a reading " + name + " already");
    }
    try {
      return TableReader.read(folder, threads, reading);
    } catch (IllegalStateException ended) {
      if (reading.isStopped()) {
        throw new RequestException(409, "the reading was stopped");
      }
      throw ended;
    } finally {
      running.remove(name);
    }
  }

  /** How far a reading is; nothing of nothing where it has ended, or has not begun. */
  ReadingProgress progress(String name) {
    ReadingInProgress reading = running.get(name);
    return reading == null ? new ReadingProgress(0, 0) : reading.progress();
  }

  /** Has a reading end, if it has not. */
  ReadingProgress stop(String name) {
    ReadingInProgress reading = running.get(name);
    if (reading != null) {
      reading.stop();
    }
    return progress(name);
  }
}
