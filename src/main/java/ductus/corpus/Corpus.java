package ductus.corpus;

import ductus.file.BadFileException;
import ductus.math.PlaceRandom;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The pieces of a folder, each once, in the order of their paths, and what was left out and why.
 * The same folder gives the same corpus on any number of threads.
 */
public final class Corpus<T> {
  /**
   * A file that says the same as another and is not in the corpus a second time.
   *
   * @param original the file of the piece that it equals
   */
  public record Duplicate(Path path, Path original) {}

  private final List<Piece<T>> pieces;
  private final List<Duplicate> duplicates;
  private final List<LeftOut> leftOut;
  private final @Nullable Split<T> given;

  /** Creates a corpus of pieces of which it is said which are held out; all are kept. */
  private Corpus(List<Piece<T>> training, List<Piece<T>> validation, boolean split) {
    List<Piece<T>> all = new ArrayList<>(training);
    all.addAll(validation);
    pieces = List.copyOf(all);
    duplicates = List.of();
    leftOut = List.of();
    given = split ? new Split<>(training, validation, List.of()) : null;
  }

  /** Creates a corpus from all that was read, in any order. */
  Corpus(List<Piece<T>> read, List<LeftOut> leftOut) {
    List<Piece<T>> sorted = new ArrayList<>(read);
    sorted.sort(Comparator.comparing(Piece::path, FolderFiles.BY_NAME));
    List<Piece<T>> kept = new ArrayList<>();
    List<Duplicate> repeated = new ArrayList<>();
    Map<String, Path> originals = new HashMap<>();
    for (Piece<T> piece : sorted) {
      Path original = originals.putIfAbsent(piece.hash(), piece.path());
      if (original == null) {
        kept.add(piece);
      } else {
        repeated.add(new Duplicate(piece.path(), original));
      }
    }
    this.pieces = List.copyOf(kept);
    this.duplicates = List.copyOf(repeated);
    this.leftOut =
        leftOut.stream().sorted(Comparator.comparing(LeftOut::path, FolderFiles.BY_NAME)).toList();
    given = null;
  }

  /**
   * The pieces of a source that says itself what is held out.
   *
   * @param validation what is held out; where this is nothing, a split chooses
   */
  public static <T> Corpus<T> of(List<Piece<T>> training, List<Piece<T>> validation) {
    return new Corpus<>(training, validation, !validation.isEmpty());
  }

  /** The pieces of a source that holds each once, in any order; a split chooses. */
  public static <T> Corpus<T> of(List<Piece<T>> pieces) {
    return new Corpus<>(pieces, List.of());
  }

  /**
   * Reads the files of a kind in a folder and the folders in it. A link to a folder is followed,
   * each folder is read once. Hidden files and folders, whose name begins with a dot, are not
   * looked at. A file that cannot be read is left out; also one that needs more memory than there
   * is.
   *
   * @param path a folder, or one file, which then may have any ending
   * @param threads 1 or more
   * @throws BadFileException if there is no such folder, or no file of the kind in it
   * @throws IOException if the reading is interrupted
   */
  public static <T> Corpus<T> read(
      Path path, PieceKind<T> kind, int threads, ReadingListener listener)
      throws BadFileException, IOException {
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be 1 or more but were " + threads);
    }
    FolderFiles files = FolderFiles.find(path, kind, listener);
    return new CorpusReader<>(kind, listener).read(files, threads);
  }

  /**
   * Reads the files of a kind as {@link #read} does, where there may be none.
   *
   * @throws BadFileException if there is no such folder
   * @throws IOException if the reading is interrupted
   */
  public static <T> Corpus<T> readAny(
      Path path, PieceKind<T> kind, int threads, ReadingListener listener)
      throws BadFileException, IOException {
    FolderFiles files = FolderFiles.search(path, kind, listener);
    return files.files().isEmpty()
        ? new Corpus<>(List.of(), files.unreadable())
        : new CorpusReader<>(kind, listener).read(files, threads);
  }

  /**
   * Reads the pieces of this corpus as something else; what is held out stays so.
   *
   * @param reading takes the hash and the value of a piece
   */
  public <R> Corpus<R> map(BiFunction<String, T, R> reading) {
    Split<T> parts = given == null ? new Split<>(pieces, List.of(), List.of()) : given;
    return of(
        parts.training().stream().map(piece -> piece.map(reading)).toList(),
        parts.validation().stream().map(piece -> piece.map(reading)).toList());
  }

  /** The pieces, sorted by path. */
  public List<Piece<T>> pieces() {
    return pieces;
  }

  /** Files with the content of a piece before them, sorted by path. */
  public List<Duplicate> duplicates() {
    return duplicates;
  }

  /** Files that could not be read and folders that could not be opened, sorted by path. */
  public List<LeftOut> leftOut() {
    return leftOut;
  }

  /**
   * Splits by piece, where the source did not. Which piece goes where depends on the hashes and the
   * seed, not on the names or the order of files. A share above 0 gets one piece at least,
   * validation before test, as long as one is left to train on.
   *
   * @param validation share of the pieces, 0 to 1
   * @param test share of the pieces, 0 to 1; both together below 1
   */
  public Split<T> split(double validation, double test, long seed) {
    return split(validation, test, seed, all -> IntStream.range(0, all.size()).toArray());
  }

  /**
   * Splits by families of pieces, where the source did not: pieces that are versions of one go
   * together, as the one of them would whose hash is smallest. A piece of no family goes as it
   * would without families. A family that is larger than what is still to be held out is learned.
   * Where no family is small enough, pieces go one by one.
   *
   * @param validation share of the pieces, 0 to 1
   * @param test share of the pieces, 0 to 1; both together below 1
   * @param families gives each of the pieces a number, the same to those of a family
   */
  public Split<T> split(
      double validation, double test, long seed, Function<List<T>, int[]> families) {
    if (!(validation >= 0 && test >= 0 && validation + test < 1)) {
      throw new IllegalArgumentException(
          "shares for validation and test must be 0 or more and together below 1 but were "
              + validation
              + " and "
              + test);
    }
    if (given != null) {
      return given;
    }
    List<List<Piece<T>>> drawn =
        drawn(families.apply(pieces.stream().map(Piece::value).toList()), seed);
    int spare = Math.max(0, pieces.size() - 1);
    int validated = count(validation, spare);
    List<Piece<T>> heldOut = taken(drawn, validated);
    List<Piece<T>> tested = taken(drawn, count(test, spare - validated));
    return heldOut.isEmpty() && validated > 0
        ? split(validation, test, seed)
        : new Split<>(
            inOrder(drawn.stream().flatMap(List::stream).toList()),
            inOrder(heldOut),
            inOrder(tested));
  }

  /** The families in the order in which they are held out. */
  private List<List<Piece<T>>> drawn(int[] families, long seed) {
    Map<Integer, List<Piece<T>>> byFamily = new HashMap<>();
    for (int i = 0; i < families.length; i++) {
      byFamily.computeIfAbsent(families[i], family -> new ArrayList<>()).add(pieces.get(i));
    }
    List<Drawn<T>> drawn = new ArrayList<>();
    for (List<Piece<T>> family : byFamily.values()) {
      family.sort(Comparator.comparing(Piece::hash));
      drawn.add(new Drawn<>(splitOrder(family.get(0).hash(), seed), family));
    }
    drawn.sort(
        Comparator.comparingLong((Drawn<T> each) -> each.order())
            .thenComparing(each -> each.family().get(0).hash()));
    return new ArrayList<>(drawn.stream().map(Drawn::family).toList());
  }

  /** A family and when it is drawn, which takes its time to find out. */
  private record Drawn<T>(long order, List<Piece<T>> family) {}

  /** Takes families of so many pieces away, as long as they fit. */
  private static <T> List<Piece<T>> taken(List<List<Piece<T>>> families, int count) {
    List<Piece<T>> taken = new ArrayList<>();
    // One pass: taken out one by one, all behind would move up each time.
    families.removeIf(family -> taken.size() + family.size() <= count && taken.addAll(family));
    return taken;
  }

  private int count(double share, int most) {
    long wanted = Math.round(share * pieces.size());
    return (int) Math.min(most, share > 0 ? Math.max(1, wanted) : 0);
  }

  private List<Piece<T>> inOrder(List<Piece<T>> part) {
    return part.stream().sorted(Comparator.comparing(Piece::path, FolderFiles.BY_NAME)).toList();
  }

  /**
   * The number that decides in which order pieces are held out: a split takes those first whose
   * number is smallest, and of equal ones the smallest hash. Splits of trained models depend on it.
   */
  public static long splitOrder(String hash, long seed) {
    long mixed = seed;
    for (int i = 0; i < hash.length(); i++) {
      mixed = PlaceRandom.bits(mixed + hash.charAt(i), 1);
    }
    return mixed;
  }
}
