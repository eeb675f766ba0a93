package ductus.inspection.ink;

import ductus.corpus.Count;
import ductus.corpus.Counts;
import ductus.ink.sheet.InkSheet;
import ductus.inspection.FolderReport;
import ductus.inspection.Tally;
import ductus.inspection.ink.InkFigures.Piece;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Counts what is in a folder of ink. Holds no more than there are writers and other different
 * things to count, and the first texts and files. Medians, which do not add up, are found apart.
 */
public final class InkTally implements Tally<InkFigures, InkTally> {
  private static final long serialVersionUID = 1L;

  private long files;
  private long duplicates;
  private long pieces;
  private long strokes;
  private long points;
  private long written;
  private long timed;
  private long pressed;
  private long lines;
  private final LineTally learnable = new LineTally();
  private final Counts<String> leftOut = new Counts<>();
  private final Counts<String> formats = new Counts<>();
  private final Counts<String> writers = new Counts<>();
  private final TreeSet<Integer> characters = new TreeSet<>();
  private final FirstTexts texts = new FirstTexts();

  /** The first by path: no sheet shows more, as each has a piece. */
  private final TreeSet<String> first = new TreeSet<>();

  @Override
  public void add(String path, InkFigures file) {
    files++;
    formats.add(file.format().label());
    addFirst(path);
    for (int i = 0; i < file.pieces().size(); i++) {
      add(file.pieces().get(i), new FirstTexts.Place(path, i));
    }
  }

  private void add(Piece piece, FirstTexts.Place place) {
    pieces++;
    strokes += piece.strokes();
    points += piece.points();
    timed += piece.timed() ? 1 : 0;
    pressed += piece.pressed() ? 1 : 0;
    lines += piece.line() == null ? 0 : 1;
    learnable.add(piece);
    if (piece.writer() != null) {
      writers.add(piece.writer());
    }
    String text = piece.text();
    if (text != null) {
      written++;
      if (text.codePointCount(0, text.length()) == 1) {
        characters.add(text.codePointAt(0));
      } else {
        texts.add(text, place);
      }
    }
  }

  private void addFirst(String path) {
    first.add(path);
    if (first.size() > InkSheet.MOST_CELLS) {
      first.pollLast();
    }
  }

  @Override
  public void addDuplicate() {
    duplicates++;
  }

  @Override
  public void addLeftOut(String reason) {
    leftOut.add(Count.withoutNumbers(reason));
  }

  @Override
  public void add(InkTally other) {
    files += other.files;
    duplicates += other.duplicates;
    pieces += other.pieces;
    strokes += other.strokes;
    points += other.points;
    written += other.written;
    timed += other.timed;
    pressed += other.pressed;
    lines += other.lines;
    learnable.add(other.learnable);
    leftOut.add(other.leftOut);
    formats.add(other.formats);
    writers.add(other.writers);
    characters.addAll(other.characters);
    texts.add(other.texts);
    other.first.forEach(this::addFirst);
  }

  /** How many pieces have a measure. */
  public long count(InkMeasure measure) {
    return switch (measure) {
      case WIDTH, HEIGHT -> pieces;
      case X_HEIGHT, SLANT, BASELINE_ANGLE -> lines;
    };
  }

  /** The first files by path, at least as many as a sheet shows. */
  public List<String> first() {
    return List.copyOf(first);
  }

  /**
   * The report on what was counted.
   *
   * @param path of the folder, or its address
   * @param medians of all measures that pieces have
   * @param unread left-out files to name
   */
  public InkReport report(
      String path, Map<InkMeasure, Double> medians, List<FolderReport.Unread> unread) {
    long out = leftOut.total();
    return new InkReport(
        path,
        new InkReport.FileCounts(
            Math.toIntExact(files + duplicates + out),
            Math.toIntExact(files),
            Math.toIntExact(duplicates),
            Math.toIntExact(out),
            Count.of(leftOut.inOrder())),
        Count.of(formats.inOrder()),
        new InkReport.Amount(
            Math.toIntExact(pieces),
            strokes,
            points,
            medians.getOrDefault(InkMeasure.WIDTH, 0.0),
            medians.getOrDefault(InkMeasure.HEIGHT, 0.0)),
        new InkReport.Known(written, writers.total(), timed, pressed),
        lines(medians),
        learnable.learnable(),
        Count.of(writers.inOrder()),
        texts(),
        unread);
  }

  private InkReport.@Nullable Lines lines(Map<InkMeasure, Double> medians) {
    return lines == 0
        ? null
        : new InkReport.Lines(
            Math.toIntExact(lines),
            medians.getOrDefault(InkMeasure.X_HEIGHT, 0.0),
            medians.getOrDefault(InkMeasure.SLANT, 0.0),
            medians.getOrDefault(InkMeasure.BASELINE_ANGLE, 0.0));
  }

  private InkReport.Texts texts() {
    String missing =
        characters.isEmpty()
            ? ""
            : text(lettersAndDigits().filter(character -> !characters.contains(character)));
    return new InkReport.Texts(text(characters.stream()), missing, texts.inOrder());
  }

  private static Stream<Integer> lettersAndDigits() {
    return Stream.of(
            IntStream.rangeClosed('a', 'z'),
            IntStream.rangeClosed('A', 'Z'),
            IntStream.rangeClosed('0', '9'))
        .flatMap(IntStream::boxed);
  }

  private static String text(Stream<Integer> characters) {
    return characters.map(Character::toString).collect(Collectors.joining());
  }
}
