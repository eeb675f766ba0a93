package ductus.corpus.line;

import ductus.corpus.Corpus;
import ductus.corpus.LeftOut;
import ductus.corpus.Piece;
import ductus.corpus.ReadingListener;
import ductus.file.BadFileException;
import ductus.file.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The lines of some folders and those below them.
 *
 * @param lines in the order of their files
 * @param passedOver how many pieces of ink are no lines to learn from, by reason
 * @param leftOut files that cannot be read
 */
public record LineFolder(
    List<CorpusLine> lines, SortedMap<String, Integer> passedOver, List<LeftOut> leftOut) {
  private static final long FIFTH = 5;

  /** No lines. */
  public static final LineFolder NONE = new LineFolder(List.of(), new TreeMap<>(), List.of());

  public LineFolder {
    lines = List.copyOf(lines);
    leftOut = List.copyOf(leftOut);
  }

  /** Whether there is a file in a folder that may hold lines. */
  public static boolean isIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).anyMatch(LineFile.KIND::matches);
    }
  }

  /**
   * Reads folders.
   *
   * @param threads 1 or more
   */
  public static LineFolder read(List<Path> folders, int threads, ReadingListener listener)
      throws BadFileException, IOException {
    List<CorpusLine> lines = new ArrayList<>();
    SortedMap<String, Integer> passedOver = new TreeMap<>();
    List<LeftOut> leftOut = new ArrayList<>();
    for (Path folder : folders) {
      if (!isIn(folder)) {
        continue;
      }
      Corpus<LineFile> corpus = Corpus.read(folder, LineFile.KIND, threads, listener);
      for (Piece<LineFile> file : corpus.pieces()) {
        lines.addAll(file.value().lines());
        file.value()
            .passedOver()
            .forEach((why, count) -> passedOver.merge(why, count, Integer::sum));
      }
      leftOut.addAll(corpus.leftOut());
    }
    return new LineFolder(lines, passedOver, leftOut);
  }

  /** The names of the writers, sorted. */
  public Set<String> writers() {
    Set<String> writers = new TreeSet<>();
    lines.forEach(line -> writers.add(line.writer()));
    return writers;
  }

  /**
   * The writers that are held out, about a fifth: decided for each by name and seed alone, so that
   * more lines or other folders change nothing. One at least, where there are two.
   */
  public Set<String> heldOutWriters(long seed) {
    Set<String> writers = writers();
    Set<String> heldOut = new TreeSet<>();
    for (String writer : writers) {
      if (Long.remainderUnsigned(order(writer, seed), FIFTH) == 0) {
        heldOut.add(writer);
      }
    }
    if (heldOut.isEmpty() && writers.size() > 1) {
      heldOut.add(
          Collections.min(
              writers, Comparator.comparingLong((String writer) -> order(writer, seed))));
    }
    return heldOut;
  }

  private static long order(String writer, long seed) {
    return Corpus.splitOrder(Sha256.hex(writer.getBytes(StandardCharsets.UTF_8)), seed);
  }

  /** By which lines are known again: SHA-256 of their places, writers, texts and points, in hex. */
  public static String digest(List<CorpusLine> lines) {
    StringBuilder all = new StringBuilder();
    for (CorpusLine line : lines) {
      all.append(line.writer()).append('\t').append(line.text()).append('\t');
      all.append(line.ink().points()).append('\n');
    }
    return Sha256.hex(all.toString().getBytes(StandardCharsets.UTF_8));
  }
}
