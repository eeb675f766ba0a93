package ductus.task.recognition.lessons;

import ductus.corpus.line.CorpusLine;
import ductus.ink.Handwriting;
import ductus.ink.PackedInk;
import ductus.ink.Stroke;
import ductus.ink.encoding.ReadingRows;
import ductus.model.pen.Alphabet;
import ductus.model.reading.LineRows;
import ductus.task.recognition.lessons.LabeledLineComposer.LabeledLine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Lines that people wrote, each time distorted otherwise. The lines of a batch are of about the
 * same length, and each line comes up about as often.
 */
public final class CorpusLineSource {
  /** Lines of a batch stand so near to one another in the order of length, as a share of all. */
  private static final double NEAR = 0.02;

  /** Steps of a line that counts as long: a batch has as many steps as so many of these. */
  private static final double LONG = 400;

  /** Short lines come in batches so many times as large at most. */
  private static final int LARGER = 6;

  private final List<Line> lines;

  /** Number of steps of all lines up to each, itself included. */
  private final long[] steps;

  /**
   * A line ready to be learned.
   *
   * @param text as the network spells it
   * @param steps T where it is not distorted
   */
  private record Line(String text, PackedInk ink, int steps) {}

  /**
   * Takes the lines that an alphabet can spell and that have enough steps for their text.
   *
   * @param lines of a corpus
   */
  public CorpusLineSource(List<CorpusLine> lines, Alphabet alphabet) {
    this.lines =
        lines.stream()
            .map(line -> ready(line, alphabet))
            .flatMap(Optional::stream)
            .sorted(Comparator.comparingInt(Line::steps))
            .toList();
    steps = new long[this.lines.size()];
    long sum = 0;
    for (int i = 0; i < steps.length; i++) {
      sum += this.lines.get(i).steps();
      steps[i] = sum;
    }
  }

  private static Optional<Line> ready(CorpusLine line, Alphabet alphabet) {
    String text = line.spelled();
    if (!text.codePoints().allMatch(alphabet::has)) {
      return Optional.empty();
    }
    int steps = ReadingRows.of(Handwriting.of(line.ink().strokes())).steps();
    return steps < 2 * text.length()
        ? Optional.empty()
        : Optional.of(new Line(text, line.ink(), steps));
  }

  /** Whether an alphabet can spell a line, and it has enough steps for its text. */
  public static boolean takes(CorpusLine line, Alphabet alphabet) {
    return ready(line, alphabet).isPresent();
  }

  /** Number of lines. */
  public int size() {
    return lines.size();
  }

  /**
   * The place, in the order of length, around which the lines of a batch are taken.
   *
   * @param random the same for all lines of the batch
   */
  int middle(RandomGenerator random) {
    long step = (long) (random.nextDouble() * steps[steps.length - 1]);
    int low = 0;
    int high = steps.length - 1;
    while (low < high) {
      int between = (low + high) >>> 1;
      if (steps[between] <= step) {
        low = between + 1;
      } else {
        high = between;
      }
    }
    return low;
  }

  /**
   * Number of lines of a batch around a place: as many as have the steps of so many long ones.
   *
   * @param least returned where there would be fewer
   */
  int count(int middle, int longLines, int least) {
    int longest = lines.get(Math.min(lines.size() - 1, middle + near())).steps();
    return (int) Math.max(least, longLines * Math.min(LARGER, LONG / longest));
  }

  private int near() {
    return (int) Math.ceil(NEAR * lines.size());
  }

  /** A line from about the middle of a batch. */
  LabeledLine line(int middle, Distortion distortion, RandomGenerator random) {
    int number = middle + random.nextInt(-near(), near() + 1);
    int last = lines.size() - 1;
    // Reflected at the ends, so that the shortest and the longest come up no more than others.
    int reflected = number < 0 ? -number - 1 : number > last ? 2 * last + 1 - number : number;
    return distorted(Math.max(0, Math.min(last, reflected)), distortion, random);
  }

  /** Any of the lines, each as likely. */
  LabeledLine any(Distortion distortion, RandomGenerator random) {
    return distorted(random.nextInt(lines.size()), distortion, random);
  }

  /** Number of steps of a line as it was written. */
  int steps(int number) {
    return lines.get(number).steps();
  }

  /** A line as it was written. */
  LabeledLine plain(int number) {
    Line line = lines.get(number);
    return labeled(line, line.ink().strokes());
  }

  private LabeledLine distorted(int number, Distortion distortion, RandomGenerator random) {
    Line line = lines.get(number);
    LabeledLine labeled = labeled(line, distortion.apply(line.ink().strokes(), random));
    // Made so narrow that its text does not fit: then as it was.
    return labeled.rows().steps() < 2 * line.text().length() ? plain(number) : labeled;
  }

  private static LabeledLine labeled(Line line, List<Stroke> strokes) {
    LineRows rows = ReadingRows.of(Handwriting.of(new ArrayList<>(strokes)));
    return new LabeledLine(rows, line.text(), -1, Optional.empty());
  }
}
