package ductus.corpus.line;

import ductus.corpus.Corpus;
import ductus.corpus.LeftOut;
import ductus.corpus.Piece;
import ductus.corpus.ReadingListener;
import ductus.file.BadFileException;
import ductus.file.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

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
    passedOver = Collections.unmodifiableSortedMap(new TreeMap<>(passedOver));
    leftOut = List.copyOf(leftOut);
  }

  /**
   * Reads folders; lines that are in two of them, once.
   *
   * @param threads 1 or more
   */
  public static LineFolder read(List<Path> folders, int threads, ReadingListener listener)
      throws BadFileException, IOException {
    List<CorpusLine> lines = new ArrayList<>();
    SortedMap<String, Integer> passedOver = new TreeMap<>();
    List<LeftOut> leftOut = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Path folder : folders) {
      Corpus<LineFile> corpus = Corpus.readAny(folder, LineFile.KIND, threads, listener);
      for (Piece<LineFile> file : corpus.pieces()) {
        if (!seen.add(file.hash())) {
          continue;
        }
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
   * Lines to learn from, and lines of others to measure by.
   *
   * @param learned in the order of their files, as those held out
   */
  public record Parts(List<CorpusLine> learned, List<CorpusLine> heldOut) {
    public Parts {
      learned = List.copyOf(learned);
      heldOut = List.copyOf(heldOut);
    }

    /** Number of lines. */
    public int size() {
      return learned.size() + heldOut.size();
    }
  }

  /**
   * Splits by writer: about a fifth of them is held out, decided for each by name and seed. Where
   * that is none, it is the first in that order; a fifth of the lines where one person wrote all.
   *
   * @param also writers who are held out in any case
   */
  public Parts split(long seed, Collection<String> also) {
    Set<String> writers = writers();
    Set<String> heldOut = new TreeSet<>(also);
    heldOut.retainAll(writers);
    for (String writer : writers) {
      if (isHeldOut(writer, seed)) {
        heldOut.add(writer);
      }
    }
    if (heldOut.isEmpty() && writers.size() > 1) {
      heldOut.add(
          Collections.min(
              writers, Comparator.comparingLong((String writer) -> order(writer, seed))));
    }
    Predicate<CorpusLine> aside =
        heldOut.isEmpty() || (also.isEmpty() && heldOut.size() == writers.size())
            ? line -> isHeldOut(line.text(), seed)
            : line -> heldOut.contains(line.writer());
    return new Parts(
        lines.stream().filter(aside.negate()).toList(), lines.stream().filter(aside).toList());
  }

  private static boolean isHeldOut(String name, long seed) {
    return Long.remainderUnsigned(order(name, seed), FIFTH) == 0;
  }

  private static long order(String writer, long seed) {
    return Corpus.splitOrder(Sha256.hex(writer.getBytes(StandardCharsets.UTF_8)), seed);
  }

  /** The digest by which lines are known again: SHA-256 of writers, texts and points, in hex. */
  public static String digest(List<CorpusLine> lines) {
    MessageDigest digest = Sha256.digest();
    for (CorpusLine line : lines) {
      String named = line.writer() + '\t' + line.text() + '\n';
      digest.update(named.getBytes(StandardCharsets.UTF_8));
      line.ink().addTo(digest);
    }
    return Sha256.hex(digest);
  }
}
