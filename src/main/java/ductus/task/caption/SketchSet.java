package ductus.task.caption;

import ductus.corpus.FolderFiles;
import ductus.corpus.LeftOut;
import ductus.corpus.Piece;
import ductus.corpus.PieceKind;
import ductus.corpus.ReadingListener;
import ductus.file.BadFileException;
import ductus.file.Sha256;
import ductus.ink.Handwriting;
import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import ductus.ink.read.InkFormat;
import ductus.text.TextTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Sketches with their captions: a table with the columns {@code file}, from the table's own folder,
 * and {@code text}; or ink, a file or a folder of files, whose pieces have texts.
 *
 * @param sketches each once, their captions as texts, tidy
 * @param leftOut what could not be used, and why
 */
public record SketchSet(List<Piece<Handwriting>> sketches, List<LeftOut> leftOut) {
  /** Most characters of a caption. */
  public static final int LONGEST = 200;

  /** Columns of a table. */
  static final String FILE = "file";

  static final String TEXT = "text";
  private static final List<String> TABLES = List.of(".csv", ".tsv");

  /** Enough to tell sketches apart, and short in a model's header. */
  private static final int HASH_DIGITS = 8;

  /** Files of ink, which may hold sketches with captions. */
  static final PieceKind<List<Handwriting>> INK =
      new PieceKind<>("ink", InkFormat.labels(), InkFormat::isInk, SketchFile::read, pieces -> "");

  public SketchSet {
    sketches = List.copyOf(sketches);
    leftOut = List.copyOf(leftOut);
  }

  /**
   * Reads sketches.
   *
   * @param path a table, a file of ink, or a folder of such files
   * @throws BadFileException if there is none with a caption
   */
  public static SketchSet read(Path path, ReadingListener listener)
      throws BadFileException, IOException {
    Reading reading = new Reading(listener);
    if (isTable(path)) {
      reading.table(path);
    } else {
      reading.ink(FolderFiles.find(path, INK).files());
    }
    SketchSet set = new SketchSet(reading.sketches, reading.leftOut);
    if (set.sketches.isEmpty()) {
      throw new BadFileException(
          path,
          set.leftOut.isEmpty()
              ? "has no sketch with a caption"
              : "has no sketch that can be used; the first that was left out, "
                  + set.leftOut.get(0));
    }
    return set;
  }

  /** Whether a file is named as a table. */
  static boolean isTable(Path path) {
    String name = path.toString().toLowerCase(Locale.ROOT);
    return Files.isRegularFile(path) && TABLES.stream().anyMatch(name::endsWith);
  }

  /** A caption as networks write it: single spaces between words only. */
  static String tidy(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  /** A hash of a sketch's strokes, whatever is said of them. */
  static String hash(Handwriting sketch) {
    List<Float> numbers = new ArrayList<>();
    for (Stroke stroke : sketch.strokes()) {
      numbers.add((float) stroke.points().size());
      for (PenPoint point : stroke.points()) {
        numbers.add((float) point.x());
        numbers.add((float) point.y());
      }
    }
    float[] all = new float[numbers.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = numbers.get(i);
    }
    return Sha256.brief(all).substring(0, HASH_DIGITS);
  }

  /** Characters of all captions, sorted. */
  String characters() {
    TreeSet<Integer> characters = new TreeSet<>();
    sketches.forEach(each -> caption(each).codePoints().forEach(characters::add));
    StringBuilder all = new StringBuilder();
    characters.forEach(all::appendCodePoint);
    return all.toString();
  }

  /** Characters of the longest caption. */
  int longest() {
    return sketches.stream()
        .map(SketchSet::caption)
        .mapToInt(text -> text.codePointCount(0, text.length()))
        .max()
        .orElseThrow();
  }

  /** What is said of a sketch. */
  static String caption(Piece<Handwriting> sketch) {
    return sketch.value().text().orElseThrow();
  }

  /** A digest of all sketches and captions, whatever their order and the names of their files. */
  String digest() {
    return Sha256.hexOfLines(
        sketches.stream().map(each -> each.hash() + " " + caption(each)).sorted());
  }

  /** The sketches that are not among some. */
  public SketchSet without(Collection<String> hashes) {
    Set<String> gone = new HashSet<>(hashes);
    return new SketchSet(
        sketches.stream().filter(each -> !gone.contains(each.hash())).toList(), leftOut);
  }

  /** The sketches that are among some. */
  public SketchSet among(Collection<String> hashes) {
    Set<String> wanted = new HashSet<>(hashes);
    return new SketchSet(
        sketches.stream().filter(each -> wanted.contains(each.hash())).toList(), leftOut);
  }

  /** Sketches on their way out of files. */
  private static final class Reading {
    private final ReadingListener listener;
    private final List<Piece<Handwriting>> sketches = new ArrayList<>();
    private final List<LeftOut> leftOut = new ArrayList<>();
    private final Set<String> hashes = new HashSet<>();

    Reading(ReadingListener listener) {
      this.listener = listener;
    }

    void table(Path path) throws BadFileException, IOException {
      TextTable table = TextTable.read(path);
      List<String> head = table.head(path, FILE, TEXT);
      int file = head.indexOf(FILE);
      int text = head.indexOf(TEXT);
      for (int i = 1; i < table.rows().size(); i++) {
        TextTable.Row row = table.rows().get(i);
        if (row.cells().size() != head.size()) {
          throw new BadFileException(
              path, "line %d: must have a file and a text".formatted(row.line()));
        }
        Path sketch = TextTable.file(path, row, file);
        try {
          add(sketch, SketchFile.read(sketch).get(0), row.cells().get(text));
        } catch (BadFileException unusable) {
          leftOut.add(new LeftOut(unusable.path(), unusable.reason()));
        }
        listener.progress(i, table.rows().size() - 1);
      }
    }

    void ink(List<Path> files) throws IOException {
      for (int i = 0; i < files.size(); i++) {
        try {
          for (Handwriting each : SketchFile.read(files.get(i))) {
            if (each.text().isEmpty()) {
              throw new BadFileException(files.get(i), "has a sketch without a text");
            }
            add(files.get(i), each, each.text().get());
          }
        } catch (BadFileException unusable) {
          leftOut.add(new LeftOut(unusable.path(), unusable.reason()));
        }
        listener.progress(i + 1, files.size());
      }
    }

    private void add(Path file, Handwriting sketch, String text) throws BadFileException {
      String caption = tidy(text);
      int length = caption.codePointCount(0, caption.length());
      if (length < 1 || length > LONGEST) {
        throw new BadFileException(
            file,
            "must have a caption of 1 to %d characters but it has %d".formatted(LONGEST, length));
      }
      String hash = hash(sketch);
      if (hashes.add(hash)) {
        sketches.add(
            new Piece<>(
                file,
                hash,
                new Handwriting(sketch.strokes(), Optional.of(caption), sketch.writer())));
      }
    }
  }
}
