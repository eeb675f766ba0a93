package ductus.task.handwriting.adaptation;

import ductus.file.AtomicFile;
import ductus.file.BadFileException;
import ductus.ink.Handwriting;
import ductus.ink.encoding.PenEncoding;
import ductus.ink.hand.Characters;
import ductus.ink.prepare.ArcLengthResampling;
import ductus.ink.prepare.InkPreparation;
import ductus.ink.prepare.PreparedInk;
import ductus.ink.read.InkFile;
import ductus.ink.read.InkJson;
import ductus.ink.recognition.LineAlignment;
import ductus.ink.recognition.LineReader;
import ductus.ink.recognition.ReadingModels;
import ductus.ink.splitting.LineSplitting;
import ductus.math.KernelChoice;
import ductus.math.Workers;
import ductus.model.pen.Alphabet;
import ductus.model.pen.PenStyle;
import ductus.model.reading.ReaderNetwork;
import ductus.task.handwriting.training.AlignedLine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A hand as somebody wrote lines in it.
 *
 * @param lines prepared: baseline at 0, x-height 1; with plain texts that the model knows
 * @param parts of the lines, to learn from
 * @param leftOut lines that cannot be learned from, and why
 */
public record WrittenHand(
    String name, List<Handwriting> lines, List<AlignedLine> parts, List<String> leftOut)
    implements HandSample {
  /** Fewer characters, of all lines together, show no hand. */
  public static final int FEWEST_CHARACTERS = 60;

  private static final int MOST_LINES = 400;

  /**
   * Characters of a line whose words are not found: networks lose their way in lines much longer
   * than those they learned from.
   */
  private static final int LONGEST = 80;

  /** Characters of a part of a line whose words are found. */
  private static final int LONGEST_PART = 40;

  /** Points that a character takes at the least and at the most, on the mean of a line. */
  private static final int FEWEST_POINTS = 3;

  private static final int MOST_POINTS = 60;

  public WrittenHand {
    lines = List.copyOf(lines);
    parts = List.copyOf(parts);
    leftOut = List.copyOf(leftOut);
  }

  /**
   * A hand of lines.
   *
   * @param file to complain of
   * @param pieces with their texts; one of several lines is taken apart
   * @param known characters of the model
   */
  static WrittenHand of(Path file, String name, List<Handwriting> pieces, Set<Integer> known)
      throws BadFileException, IOException {
    List<Handwriting> labelled = new ArrayList<>();
    List<String> leftOut = new ArrayList<>();
    for (Handwriting piece : pieces) {
      List<String> texts =
          piece.text().orElse("").lines().map(String::strip).filter(t -> !t.isEmpty()).toList();
      List<Handwriting> ink = texts.size() == 1 ? List.of(piece) : LineSplitting.of(piece);
      if (ink.size() != texts.size()) {
        leftOut.add(
            String.format(
                Locale.ROOT,
                "a page must have as many lines of ink as of text but has %d and %d",
                ink.size(),
                texts.size()));
        continue;
      }
      for (int i = 0; i < ink.size(); i++) {
        add(ink.get(i), texts.get(i), known, labelled, leftOut);
      }
    }
    List<Handwriting> lines = new ArrayList<>();
    for (Handwriting line : sized(labelled)) {
      add(line, lines, leftOut);
    }
    List<AlignedLine> parts = parts(lines, leftOut);
    int characters = parts.stream().mapToInt(part -> part.text().length()).sum();
    if (characters < FEWEST_CHARACTERS) {
      throw new BadFileException(
          file,
          "lines to learn a hand from must have %d characters or more together but have %d%s"
              .formatted(
                  FEWEST_CHARACTERS,
                  characters,
                  leftOut.isEmpty() ? "" : "; left out: " + leftOut.get(0)));
    }
    return new WrittenHand(name, lines, parts, leftOut);
  }

  /** A hand as it was kept once it was learned: with no text that its model does not know. */
  static WrittenHand kept(Path file, String name) throws BadFileException, IOException {
    List<Handwriting> pieces = InkFile.read(file).pieces();
    Set<Integer> known =
        pieces.stream()
            .flatMap(piece -> piece.text().orElse("").codePoints().boxed())
            .collect(Collectors.toSet());
    return of(file, name, pieces, known);
  }

  /** Adds a line if the model can write what it says. */
  private static void add(
      Handwriting ink,
      String said,
      Set<Integer> known,
      List<Handwriting> labelled,
      List<String> leftOut) {
    String text = Characters.plain(said).replaceAll(" +", " ");
    Optional<Characters.Missing> unknown = Characters.missing(said, known).stream().findFirst();
    if (unknown.isPresent()) {
      leftOut.add(
          String.format(Locale.ROOT, "\"%s\": the model does not know %s", text, unknown.get()));
    } else if (labelled.size() == MOST_LINES) {
      leftOut.add(String.format(Locale.ROOT, "\"%s\": %d lines are enough", text, MOST_LINES));
    } else {
      labelled.add(new Handwriting(ink.strokes(), Optional.of(text), Optional.empty()));
    }
  }

  /** Adds a prepared line if its ink may well be its text. */
  private static void add(Handwriting line, List<Handwriting> lines, List<String> leftOut) {
    String text = line.text().orElseThrow();
    int length = length(text);
    if (!hasInkOfItsText(line)) {
      leftOut.add(
          String.format(
              Locale.ROOT,
              "\"%s\": must be one line with this text, but its ink has %d points for %d"
                  + " characters",
              text,
              line.points(),
              length));
    } else {
      lines.add(line);
    }
  }

  /** Whether a prepared line has about as much ink as its text takes. */
  static boolean hasInkOfItsText(Handwriting line) {
    int length = length(line.text().orElseThrow());
    return line.points() >= FEWEST_POINTS * length && line.points() <= MOST_POINTS * length;
  }

  /** The parts of lines by their words where a reader finds these, else the lines. */
  private static List<AlignedLine> parts(List<Handwriting> lines, List<String> leftOut)
      throws BadFileException, IOException {
    ReaderNetwork reader = ReadingModels.reader(ReadingModels.PEOPLE).network();
    List<LineAlignment> alignments;
    try (Workers workers = new Workers(1)) {
      alignments =
          new LineReader(reader, LineReader.Decoding.bestPath(), KernelChoice.best(), workers)
              .align(lines);
    }
    List<AlignedLine> parts = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Handwriting line = lines.get(i);
      String text = line.text().orElseThrow();
      if (alignments.get(i).isBelieved()) {
        parts.addAll(AlignedLine.of(line, alignments.get(i)).parts(LONGEST_PART));
      } else if (length(text) <= LONGEST) {
        parts.add(AlignedLine.unaligned(line));
      } else {
        leftOut.add(
            String.format(
                Locale.ROOT,
                "\"%s\": a line of more than %d characters must be legible, but this text is not"
                    + " found in it",
                text,
                LONGEST));
      }
    }
    return parts;
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  /**
   * Lines on their baselines, all in the size that most of them have: a single line has too few
   * letters to tell its x-height well.
   */
  private static List<Handwriting> sized(List<Handwriting> lines) {
    List<PreparedInk> leveled = lines.stream().map(InkPreparation.leveled()::apply).toList();
    double[] heights =
        leveled.stream()
            .flatMap(line -> line.value(PreparedInk.X_HEIGHT).stream())
            .mapToDouble(Double::doubleValue)
            .sorted()
            .toArray();
    List<Handwriting> sized = new ArrayList<>();
    for (PreparedInk line : leveled) {
      double scale =
          line.value(PreparedInk.X_HEIGHT)
              .map(own -> own / heights[heights.length / 2])
              .orElse(1.0);
      Handwriting ink = line.ink().map(p -> p.moved(scale * p.x(), scale * p.y()));
      sized.add(new ArcLengthResampling(PenEncoding.SPACING).apply(ink).ink());
    }
    return sized;
  }

  /** The characters that the lines show. */
  private SortedSet<Integer> shown() {
    return lines.stream()
        .flatMap(line -> line.text().orElseThrow().codePoints().boxed())
        .filter(Characters::isDrawn)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Override
  public List<Integer> missing() {
    SortedSet<Integer> shown = shown();
    return IntStream.rangeClosed('!', '~')
        .filter(character -> !shown.contains(character))
        .boxed()
        .toList();
  }

  /** Nothing is borrowed: characters that the lines do not show, the model knows. */
  @Override
  public SortedMap<String, String> borrowed() {
    return new TreeMap<>();
  }

  /**
   * The style can write all that the nearest hand can, too: what it does not show looks like that.
   */
  @Override
  public PenStyle style(PenStyle nearest) {
    SortedSet<Integer> characters = shown();
    characters.addAll(nearest.codePoints());
    return new PenStyle(
        name,
        nearest.joined(),
        characters.stream().map(Character::toString).collect(Collectors.joining()));
  }

  @Override
  public HandTrainingLines lessons(Alphabet alphabet) {
    return new WrittenTrainingLines(parts, alphabet);
  }

  @Override
  public void write(Path file) throws IOException {
    AtomicFile.write(file, InkJson.write(lines).getBytes(StandardCharsets.UTF_8));
  }
}
