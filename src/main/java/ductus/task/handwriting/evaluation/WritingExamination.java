package ductus.task.handwriting.evaluation;

import ductus.ink.Handwriting;
import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import ductus.ink.compose.ComposedLine;
import ductus.ink.compose.LineComposer;
import ductus.ink.encoding.PenEncoding;
import ductus.ink.geometry.LineGeometry;
import ductus.ink.hand.Characters;
import ductus.ink.hand.Hand;
import ductus.ink.hand.Proportions;
import ductus.ink.layout.WrittenLine;
import ductus.ink.variation.HandVariation;
import ductus.math.Kernels;
import ductus.math.PlaceRandom;
import ductus.math.Randomness;
import ductus.math.Workers;
import ductus.metric.CharacterErrors;
import ductus.model.pen.Alphabet;
import ductus.model.pen.PenBatch;
import ductus.model.pen.PenNetwork;
import ductus.model.pen.PenSequence;
import ductus.nn.Tape;
import ductus.task.handwriting.synthesis.HandModel;
import ductus.task.handwriting.synthesis.MarkedLineWriter;
import ductus.task.handwriting.synthesis.NetworkLineWriter;
import ductus.task.handwriting.synthesis.NetworkLineWriter.LineReading;
import ductus.task.handwriting.synthesis.PenManner;
import ductus.task.handwriting.synthesis.StyleChoice;
import ductus.task.handwriting.synthesis.WritingFigures;
import ductus.task.handwriting.training.AlignedLine;
import ductus.task.handwriting.training.LearnedPerson;
import java.io.Serializable;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Examines models that write: texts that they were not trained on are written in a hand, and
 * composed of that hand's drawings; a reader reads both.
 */
public final class WritingExamination {
  /** Lines that go through the network at a time. */
  private static final int TOGETHER = 32;

  /** Characters of a part of a line that somebody wrote. */
  private static final int OWN_LENGTH = 50;

  private final Task task;
  private final LineReading reader;
  private final Optional<WriterIdentifier> naming;
  private final Kernels kernels;
  private final Workers workers;

  /**
   * The texts to write, and how.
   *
   * @param texts with substitutes where a hand lacks a character
   * @param accented more texts, for whose accents only one looks
   * @param seed decides all chance
   * @param check whether to write all of it again with the self-check on
   */
  public record Task(
      List<String> texts, List<String> accented, PenManner manner, long seed, boolean check)
      implements Serializable {
    private static final long serialVersionUID = 1L;

    public Task {
      texts = List.copyOf(texts);
      accented = List.copyOf(accented);
    }
  }

  /** Says whose hand lines are in. */
  @FunctionalInterface
  public interface WriterIdentifier {
    /** The nearest hand of each line. */
    List<String> name(List<Handwriting> lines);
  }

  /** An examination by a reader, and by one who knows hands if there is one. */
  public WritingExamination(
      Task task,
      LineReading reader,
      Optional<WriterIdentifier> naming,
      Kernels kernels,
      Workers workers) {
    this.task = task;
    this.reader = reader;
    this.naming = naming;
    this.kernels = kernels;
    this.workers = workers;
  }

  /**
   * Has a model write a hand.
   *
   * @param hand drawings of one of the model's styles, by its name
   */
  public HandFigures of(HandModel model, Hand hand) {
    StyleChoice style = StyleChoice.of(hand.name());
    List<String> texts = substituted(task.texts(), style.characters(model));
    List<String> accented = substituted(task.accented(), style.characters(model));
    List<ComposedLine> composed = composed(hand, texts);
    List<Handwriting> shown = composed.stream().map(ComposedLine::handwriting).toList();
    Drawing drawing = draw(model, style, texts, Optional.empty());
    boolean capitals = Proportions.areCapitals(hand);
    HandFigures.@Nullable Checked checked = null;
    if (task.check()) {
      Drawing again = draw(model, style, texts, Optional.of(reader));
      checked = new HandFigures.Checked(read(texts, again.ink(), capitals), again.figures());
    }
    return new HandFigures(
        hand.name(),
        read(texts, shown, capitals).errors(),
        read(texts, drawing.ink(), capitals),
        drawing.figures(),
        checked,
        named(shown, hand.name()),
        named(drawing.ink(), hand.name()),
        letters(drawing.lines()),
        loss(
            model.network(),
            composed.stream()
                .map(line -> PenEncoding.encode(line, alphabet(model), number(model, hand.name())))
                .toList()),
        new HandFigures.Geometry(
            geometry(hand, drawing.lines(), draw(model, style, accented, Optional.empty()).lines()),
            geometry(hand, aligned(composed), aligned(composed(hand, accented)))));
  }

  /**
   * Has a model write as somebody whose lines it learned: what the lines say that were held out, as
   * far as it has learned their characters.
   *
   * @param person one of the model's styles, by name
   */
  public HandFigures of(HandModel model, LearnedPerson person) {
    StyleChoice style = StyleChoice.of(person.name());
    Set<Integer> writable = style.writable(model);
    List<AlignedLine> own =
        person.heldOut().stream()
            .flatMap(line -> line.parts(OWN_LENGTH).stream())
            .filter(
                line -> line.text().codePoints().allMatch(c -> c == ' ' || writable.contains(c)))
            .limit(task.texts().size())
            .toList();
    List<Handwriting> shown = own.stream().map(AlignedLine::handwriting).toList();
    List<String> texts = own.stream().map(AlignedLine::text).toList();
    Drawing drawing = draw(model, style, texts, Optional.empty());
    HandFigures.@Nullable Checked checked = null;
    if (task.check()) {
      Drawing again = draw(model, style, texts, Optional.of(reader));
      checked = new HandFigures.Checked(read(texts, again.ink(), false), again.figures());
    }
    int number = number(model, person.name());
    return new HandFigures(
        person.name(),
        read(texts, shown, false).errors(),
        read(texts, drawing.ink(), false),
        drawing.figures(),
        checked,
        named(shown, person.name()),
        named(drawing.ink(), person.name()),
        letters(drawing.lines()),
        loss(
            model.network(),
            own.stream().map(line -> line.encoded(alphabet(model), number)).toList()),
        null);
  }

  private static List<String> substituted(List<String> texts, Set<Integer> available) {
    return texts.stream().map(text -> Characters.substituted(text, available)).toList();
  }

  /** What eyes see of lines in a hand, and of accents in others. */
  private static LineGeometry geometry(
      Hand hand, List<WrittenLine> lines, List<WrittenLine> accented) {
    double slant = Proportions.of(hand).slant();
    return LineGeometry.of(lines, slant).withAccents(LineGeometry.of(accented, slant));
  }

  private static List<WrittenLine> aligned(List<ComposedLine> lines) {
    return lines.stream()
        .map(
            line ->
                new WrittenLine(
                    line.text(),
                    line.handwriting(),
                    IntStream.range(0, line.points()).map(line::character).boxed().toList()))
        .toList();
  }

  private record Drawing(List<WrittenLine> lines, WritingFigures figures) {
    List<Handwriting> ink() {
      return lines.stream().map(WrittenLine::ink).toList();
    }
  }

  private Drawing draw(
      HandModel model, StyleChoice style, List<String> texts, Optional<LineReading> check) {
    NetworkLineWriter network =
        new NetworkLineWriter(model, style, task.manner(), task.seed(), check, kernels, workers);
    MarkedLineWriter writer = new MarkedLineWriter(network, model, style, task.seed());
    return new Drawing(writer.write(texts), writer.figures(texts));
  }

  private List<ComposedLine> composed(Hand hand, List<String> texts) {
    LineComposer composer = new LineComposer(hand, HandVariation.natural(), PenEncoding.SPACING);
    List<ComposedLine> lines = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      lines.add(composer.compose(texts.get(i), Randomness.of(PlaceRandom.key(task.seed(), i))));
    }
    return lines;
  }

  /** What is misread; of a hand that writes capitals for small letters, but for these. */
  private HandFigures.Read read(List<String> texts, List<Handwriting> lines, boolean capitals) {
    List<String> read = reader.read(lines);
    CharacterErrors errors = CharacterErrors.NONE;
    int words = 0;
    int missing = 0;
    for (int i = 0; i < texts.size(); i++) {
      String text = Normalizer.normalize(Characters.plain(texts.get(i)), Normalizer.Form.NFC);
      String found = read.get(i);
      if (capitals) {
        text = text.toUpperCase(Locale.ROOT);
        found = found.toUpperCase(Locale.ROOT);
      }
      errors = errors.plus(CharacterErrors.of(text, found));
      words += text.strip().split(" +", -1).length;
      missing += MissingWords.of(text, found);
    }
    return new HandFigures.Read(errors.rate(), words, missing);
  }

  private static Alphabet alphabet(HandModel model) {
    return model.network().config().textWindow().alphabet();
  }

  private static int number(HandModel model, String hand) {
    return model.network().config().styleNames().indexOf(hand);
  }

  private HandFigures.Loss loss(PenNetwork network, List<PenSequence> sequences) {
    Tape tape = new Tape(kernels, workers);
    network.repack(tape);
    double nats = 0;
    long points = 0;
    for (int from = 0; from < sequences.size(); from += TOGETHER) {
      int to = Math.min(sequences.size(), from + TOGETHER);
      PenBatch batch = new PenBatch(sequences.subList(from, to), network.config());
      tape.begin(batch.time(), batch.size(), network.initialState(batch.size()));
      nats += network.loss(batch, 1, 0, tape);
      points += batch.targetCount();
    }
    return new HandFigures.Loss(
        nats / points, nats / sequences.size(), (double) points / sequences.size());
  }

  /** The share of lines of a hand that are said to be in it. */
  private @Nullable Double named(List<Handwriting> lines, String hand) {
    return naming
        .map(by -> (double) Collections.frequency(by.name(lines), hand) / lines.size())
        .orElse(null);
  }

  /** Mean distance of each drawing of a letter from the next drawing of it. */
  private static @Nullable Double letters(List<WrittenLine> lines) {
    Map<Integer, List<PenPoint>> last = new TreeMap<>();
    double sum = 0;
    int pairs = 0;
    for (WrittenLine line : lines) {
      int[] text = Characters.of(line.text());
      for (Map.Entry<Integer, List<PenPoint>> letter : drawn(line).entrySet()) {
        int character = text[letter.getKey()];
        if (Character.isLowerCase(character)) {
          List<PenPoint> before = last.put(character, letter.getValue());
          if (before != null) {
            sum += LetterDistance.of(before, letter.getValue());
            pairs++;
          }
        }
      }
    }
    return pairs == 0 ? null : sum / pairs;
  }

  /** The points of each character, by its place in the line. */
  private static Map<Integer, List<PenPoint>> drawn(WrittenLine line) {
    Map<Integer, List<PenPoint>> drawn = new TreeMap<>();
    int point = 0;
    for (Stroke stroke : line.ink().strokes()) {
      for (PenPoint at : stroke.points()) {
        drawn.computeIfAbsent(line.characters().get(point++), any -> new ArrayList<>()).add(at);
      }
    }
    return drawn;
  }
}
