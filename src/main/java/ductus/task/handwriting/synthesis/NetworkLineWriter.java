package ductus.task.handwriting.synthesis;

import ductus.format.EditDistance;
import ductus.generate.HandPrimer;
import ductus.generate.PenGenerator;
import ductus.generate.PenTrajectory;
import ductus.ink.Handwriting;
import ductus.ink.Stroke;
import ductus.ink.hand.Characters;
import ductus.ink.layout.PageLayout.LineWriter;
import ductus.ink.layout.WrittenLine;
import ductus.ink.mark.OwnedStroke;
import ductus.math.Kernels;
import ductus.math.PlaceRandom;
import ductus.math.Workers;
import ductus.model.pen.Alphabet;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Writes lines with a network, in one style. A line depends on the seed, its text and how often
 * that text came before, so that a line that is written anew changes no other. A drawing that did
 * not end by itself, skipped a character or, where there is a reader, cannot be read is drawn
 * again, a few times at most, then in two parts, down to its words; the best is kept.
 */
public final class NetworkLineWriter implements LineWriter {
  /** Lines that are drawn as one batch, so that memory does not grow with the text. */
  public static final int AT_A_TIME = 64;

  /** Characters that are drawn as one; a longer line is drawn in parts. */
  public static final int LONGEST_PART = LinePart.LONGEST;

  private static final Pattern AROUND_MARKS = Pattern.compile(" *([^\\p{L}\\p{N}\\p{M} ]) *");

  /**
   * A line, or the part of a long one, as a network drew it in one go.
   *
   * @param text plain: decomposed characters
   * @param trail of the pen, without slant
   */
  public record DrawnPart(String text, PenTrajectory trail) {}

  /** A reader of lines of ink, so that what was written can be checked. */
  @FunctionalInterface
  public interface LineReading {
    /**
     * The texts of lines.
     *
     * @param lines baseline at 0, x-height 1
     */
    List<String> read(List<Handwriting> lines);
  }

  private final HandModel model;
  private final StyleChoice style;
  private final HandPrimer primer;
  private final PenManner manner;
  private final long seed;
  private final Optional<LineReading> reader;
  private final PenGenerator generator;
  private final Alphabet alphabet;
  private final IntConsumer reached;
  private final Map<String, Integer> times = new HashMap<>();
  private final Map<String, List<Written>> written = new HashMap<>();
  private final List<WritingFigures> latest = new ArrayList<>();

  /** Characters that were drawn once at least. */
  private int drawn;

  private boolean isFirstTry;

  /**
   * Packs the model's weights.
   *
   * @param seed decides all chance
   * @param reader checks what was written, if there is one
   */
  public NetworkLineWriter(
      HandModel model,
      StyleChoice style,
      PenManner manner,
      long seed,
      Optional<LineReading> reader,
      Kernels kernels,
      Workers workers) {
    this(model, style, manner, seed, reader, kernels, workers, characters -> {});
  }

  /**
   * Packs the model's weights.
   *
   * @param seed decides all chance
   * @param reader checks what was written, if there is one
   * @param reached told now and then how many characters have been drawn, those drawn again counted
   *     once
   */
  public NetworkLineWriter(
      HandModel model,
      StyleChoice style,
      PenManner manner,
      long seed,
      Optional<LineReading> reader,
      Kernels kernels,
      Workers workers,
      IntConsumer reached) {
    this.model = model;
    this.style = style;
    primer = style.primer(model);
    this.manner = manner;
    this.seed = seed;
    this.reader = reader;
    this.reached = reached;
    generator = new PenGenerator(model.network(), kernels, workers, this::tell);
    alphabet = model.network().config().textWindow().alphabet();
  }

  /** Figures of a line, and the parts that it was drawn in. */
  private record Written(WritingFigures figures, List<DrawnPart> parts) {}

  @Override
  public List<WrittenLine> write(List<String> lines) {
    List<String> texts = lines.stream().map(Characters::plain).toList();
    List<List<PartDrawing>> parts = texts.stream().map(this::parts).toList();
    draw(parts.stream().flatMap(List::stream).toList());
    latest.clear();
    return IntStream.range(0, texts.size())
        .mapToObj(i -> line(texts.get(i), parts.get(i)))
        .toList();
  }

  /** Figures of each of the lines that were written last. */
  List<WritingFigures> latest() {
    return List.copyOf(latest);
  }

  /**
   * Takes a line as written that was so before: what comes after it is as if it had been drawn.
   *
   * @param figures of the line then
   */
  void recall(String line, WritingFigures figures) {
    String text = Characters.plain(line);
    times.merge(text, 1, Integer::sum);
    written.computeIfAbsent(text, any -> new ArrayList<>()).add(new Written(figures, List.of()));
  }

  private List<PartDrawing> parts(String text) {
    long line = PlaceRandom.key(seed, key(text), times.merge(text, 1, Integer::sum));
    List<PartDrawing> parts = new ArrayList<>();
    for (LinePart part : LinePart.of(text, LinePart.LONGEST - primer.characters())) {
      if (part.isDrawn()) {
        parts.add(new PartDrawing(part, PlaceRandom.key(line, parts.size())));
      }
    }
    return parts;
  }

  /**
   * Figures of some of the lines that were written.
   *
   * @param lines those that came to stay
   */
  public WritingFigures figures(List<String> lines) {
    WritingFigures sum = WritingFigures.none(reader.isPresent());
    for (Written line : written(lines)) {
      sum = sum.plus(line.figures);
    }
    return sum;
  }

  /**
   * The parts that some of the lines that were written were drawn in.
   *
   * @param lines those that came to stay
   */
  public List<DrawnPart> parts(List<String> lines) {
    return written(lines).stream().flatMap(line -> line.parts.stream()).toList();
  }

  private List<Written> written(List<String> lines) {
    Map<String, Integer> seen = new HashMap<>();
    List<Written> found = new ArrayList<>();
    for (String line : lines) {
      String text = Characters.plain(line);
      List<Written> all = written.getOrDefault(text, List.of());
      int time = seen.merge(text, 1, Integer::sum);
      if (time <= all.size()) {
        found.add(all.get(time - 1));
      }
    }
    return found;
  }

  /** Draws, lines of about the same length together, until nothing is wrong or patience ends. */
  private void draw(List<PartDrawing> all) {
    List<PartDrawing> open = all;
    isFirstTry = true;
    while (!open.isEmpty()) {
      List<PartDrawing> sorted =
          open.stream()
              .sorted(Comparator.comparingInt(each -> each.part().characters().length))
              .toList();
      for (int from = 0; from < sorted.size(); from += AT_A_TIME) {
        drawOnce(sorted.subList(from, Math.min(sorted.size(), from + AT_A_TIME)));
      }
      isFirstTry = false;
      open = all.stream().flatMap(PartDrawing::open).toList();
    }
  }

  private void drawOnce(List<PartDrawing> parts) {
    List<PenTrajectory> trails =
        generator.draw(
            parts.stream().map(each -> alphabet.numbers(each.part().characters())).toList(),
            style.shares(model, parts.size()),
            primer,
            manner.sampling(),
            parts.stream().mapToLong(PartDrawing::nextKey).toArray());
    if (isFirstTry) {
      drawn += parts.stream().mapToInt(each -> each.part().characters().length).sum();
      reached.accept(drawn);
    }
    List<Attempt> attempts = new ArrayList<>();
    for (int i = 0; i < trails.size(); i++) {
      attempts.add(Attempt.of(parts.get(i).part(), trails.get(i)));
    }
    List<Attempt> read = reader.map(by -> read(attempts, by)).orElse(attempts);
    for (int i = 0; i < read.size(); i++) {
      parts.get(i).add(read.get(i));
    }
  }

  private void tell(int underWay) {
    if (isFirstTry) {
      reached.accept(drawn + underWay);
    }
  }

  private static List<Attempt> read(List<Attempt> attempts, LineReading reader) {
    List<String> texts = reader.read(attempts.stream().map(Attempt::ink).toList());
    List<Attempt> read = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      Attempt attempt = attempts.get(i);
      String wanted = Normalizer.normalize(attempt.part().text(), Normalizer.Form.NFC);
      read.add(attempt.read(EditDistance.of(compared(wanted), compared(texts.get(i)))));
    }
    return read;
  }

  /**
   * A text without the spaces around marks, which readers see or not, and in small letters: some
   * hands write capitals for these.
   */
  private static String compared(String text) {
    return AROUND_MARKS.matcher(text).replaceAll("$1").toLowerCase(Locale.ROOT);
  }

  /** The parts of a line side by side. */
  private WrittenLine line(String text, List<PartDrawing> parts) {
    List<Stroke> strokes = new ArrayList<>();
    List<Integer> characters = new ArrayList<>();
    List<DrawnPart> kept = new ArrayList<>();
    WritingFigures line = WritingFigures.none(reader.isPresent());
    double end = 0;
    double shear = manner.shear();
    for (PartDrawing part : parts) {
      line = line.plus(part.figures());
      for (Attempt drawn : part.kept()) {
        WordGaps.Extent words = WordGaps.of(drawn);
        double shift = strokes.isEmpty() ? 0 : end + part.wordGap() - words.left();
        end = words.right() + shift;
        for (OwnedStroke stroke : drawn.strokes()) {
          strokes.add(sheared(stroke.stroke(), shift, shear));
          stroke.characters().forEach(each -> characters.add(drawn.part().from() + each));
        }
        kept.add(new DrawnPart(drawn.part().text(), drawn.trail()));
      }
    }
    latest.add(line);
    written.computeIfAbsent(text, any -> new ArrayList<>()).add(new Written(line, kept));
    return new WrittenLine(text, Handwriting.of(strokes), characters);
  }

  private static Stroke sheared(Stroke stroke, double shift, double shear) {
    return new Stroke(
        stroke.points().stream()
            .map(point -> point.moved(point.x() + shift + shear * point.y(), point.y()))
            .toList());
  }

  private static long key(String text) {
    return PlaceRandom.key(text.codePoints().asLongStream().toArray());
  }
}
