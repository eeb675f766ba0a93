package ductus.task.recognition.lessons;

import ductus.ink.hand.Hand;
import ductus.math.PlaceRandom;
import ductus.math.Randomness;
import ductus.model.pen.Alphabet;
import ductus.model.reading.HandNetwork;
import ductus.model.reading.LineBatch;
import ductus.model.reading.LineRows;
import ductus.model.reading.ReaderNetwork;
import ductus.nn.Tape;
import ductus.nn.head.CtcTargets;
import ductus.task.recognition.lessons.LabeledLineComposer.LabeledLine;
import ductus.train.BatchSource;
import ductus.train.Loss;
import ductus.train.SequencePass;
import ductus.train.parallel.Peers;
import ductus.train.plan.TrainingPlan;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Lines that a network learns from: composed while it learns, no line twice, or written by people
 * and each time distorted otherwise. Each is decided by the seed, the epoch, the batch and its
 * number. Composed texts are short at first.
 */
public final class LineBatches implements BatchSource {
  /** Lines of a batch differ in length by this factor, either way. */
  private static final double UNEVEN = 0.25;

  /** Lines to measure by. */
  public static final int HELD_OUT = 96;

  /** Share of the batches that are of lines that people wrote, where there are some. */
  private static final double WRITTEN = 0.8;

  /** Steps of a line to measure by, on average, if a whole batch of them goes side by side. */
  private static final long MOST_HELD_OUT_STEPS = 400;

  /** Lines that people wrote to measure by. */
  private static final int HELD_OUT_WRITTEN = 384;

  private final Sources sources;
  private final Passing passing;
  private final TrainingPlan plan;
  private final int batches;
  private final boolean again;
  private final Peers peers;
  private final List<SequencePass<?>> heldOut = new ArrayList<>();

  /**
   * The sources of lines.
   *
   * @param composed null where there are no hands
   * @param written lines to learn that people wrote; null where there are none
   * @param heldOut lines that people wrote, to measure by; null where there are none
   */
  private record Sources(
      @Nullable LabeledLineComposer composed,
      @Nullable CorpusLineSource written,
      @Nullable CorpusLineSource heldOut) {}

  /** The way of lines through a network. */
  private interface Passing {
    /**
     * A pass of some lines.
     *
     * @param number of the batch in its update
     */
    SequencePass<?> of(List<LabeledLine> lines, int number);
  }

  /**
   * Lessons in reading the text of lines.
   *
   * @param hands that write them; none, or two and more
   * @param learned lines that people wrote; there may be none
   * @param heldOut lines of other people, to measure by; there may be none
   * @param batches of an epoch
   * @param again whether the network can read already: then no text is short
   * @param peers that share what is measured
   */
  public static BatchSource inReading(
      ReaderNetwork network,
      List<Hand> hands,
      CorpusLineSource learned,
      CorpusLineSource heldOut,
      TrainingPlan plan,
      int batches,
      boolean again,
      Peers peers) {
    return new LineBatches(
        new Sources(
            hands.isEmpty()
                ? null
                : LabeledLineComposer.forReader(hands, network.config().alphabet(), plan.seed()),
            learned.size() == 0 ? null : learned,
            heldOut.size() == 0 ? null : heldOut),
        (lines, number) -> new SequencePass<>(network, batch(network, lines), number),
        plan,
        batches,
        again,
        peers);
  }

  /** Lines with their texts, and where the characters stand, if that is known of all. */
  private static LineBatch<CtcTargets> batch(ReaderNetwork network, List<LabeledLine> lines) {
    List<LabelPath> paths = lines.stream().flatMap(line -> line.path().stream()).toList();
    return network.batch(
        rows(lines),
        lines.stream().map(LabeledLine::text).toList(),
        paths.size() < lines.size()
            ? null
            : LabelPath.batch(paths, network.config().alphabet().characters()));
  }

  private static List<LineRows> rows(List<LabeledLine> lines) {
    return lines.stream().map(LabeledLine::rows).toList();
  }

  /**
   * Lessons in telling hands apart.
   *
   * @param hands in the order of the network's
   * @param alphabet that they write in
   * @param batches of an epoch
   * @param again whether the network knows hands already: then no text is short
   * @param peers that share what is measured
   */
  public static BatchSource inHands(
      HandNetwork network,
      List<Hand> hands,
      Alphabet alphabet,
      TrainingPlan plan,
      int batches,
      boolean again,
      Peers peers) {
    return new LineBatches(
        new Sources(LabeledLineComposer.forHands(hands, alphabet, plan.seed()), null, null),
        (lines, number) -> {
          int[] named = lines.stream().mapToInt(LabeledLine::hand).toArray();
          return new SequencePass<>(network, network.batch(rows(lines), named), number);
        },
        plan,
        batches,
        again,
        peers);
  }

  private LineBatches(
      Sources sources,
      Passing passing,
      TrainingPlan plan,
      int batches,
      boolean again,
      Peers peers) {
    this.again = again;
    this.peers = peers;
    this.sources = sources;
    this.passing = passing;
    this.plan = plan;
    this.batches = batches;
    holdOut(plan.batching().size());
  }

  private void holdOut(int size) {
    if (sources.composed() != null) {
      holdOut(HELD_OUT, size, composed(sources.composed(), -1, -1, CurriculumStage.MEASURING));
    }
    CorpusLineSource written = sources.heldOut();
    if (written != null) {
      holdOut(written, size);
    }
  }

  /** Holds out lines of all lengths, as many side by side as have the steps of a usual batch. */
  private void holdOut(CorpusLineSource written, int size) {
    int lines = Math.min(written.size(), HELD_OUT_WRITTEN);
    IntUnaryOperator number = i -> (int) ((long) i * written.size() / lines);
    for (int first = 0; first < lines; ) {
      int end = first + 1;
      while (end < lines
          && (long) (end + 1 - first) * written.steps(number.applyAsInt(end))
              <= size * MOST_HELD_OUT_STEPS) {
        end++;
      }
      heldOut.add(
          passing.of(
              IntStream.range(first, end)
                  .mapToObj(i -> written.plain(number.applyAsInt(i)))
                  .toList(),
              0));
      first = end;
    }
  }

  private void holdOut(int lines, int size, IntFunction<LabeledLine> line) {
    for (int first = 0; first < lines; first += size) {
      int end = Math.min(lines, first + size);
      heldOut.add(passing.of(IntStream.range(first, end).mapToObj(line).toList(), 0));
    }
  }

  @Override
  public int batches() {
    return batches;
  }

  @Override
  public Iterator<List<SequencePass<?>>> updates(
      int epoch, int batch, long firstUpdate, Tape tape) {
    double done = ((double) epoch * batches + batch) / ((double) plan.epochs() * batches);
    CurriculumStage stage = again ? CurriculumStage.again(done) : CurriculumStage.at(done);
    RandomGenerator together = random(epoch, batch, -2);
    CorpusLineSource written = sources.written();
    LabeledLineComposer composed = sources.composed();
    boolean composes = stage.aligned() || together.nextDouble() >= WRITTEN;
    if (written != null && (composed == null || !composes)) {
      int middle = written.middle(together);
      Distortion distortion = Distortion.ON_TOP.calmed(stage.calm());
      return passes(
          written.count(middle, plan.batching().size(), plan.batching().shards()),
          number -> written.line(middle, distortion, random(epoch, batch, number)));
    }
    LabeledLineComposer composer = Objects.requireNonNull(composed);
    return passes(stage.lines(plan.batching().size()), composed(composer, epoch, batch, stage));
  }

  /** The passes of an update. */
  private Iterator<List<SequencePass<?>>> passes(int lines, IntFunction<LabeledLine> line) {
    long count = (long) plan.batching().accumulate() * lines;
    int parts = plan.batching().passes();
    List<SequencePass<?>> passes = new ArrayList<>();
    for (int part = 0; part < parts; part++) {
      int from = (int) (count * part / parts);
      int to = (int) (count * (part + 1) / parts);
      passes.add(passing.of(IntStream.range(from, to).mapToObj(line).toList(), part));
    }
    return List.of(passes).iterator();
  }

  /** Lines that are composed for a batch, by their numbers; -1 is the batch to measure by. */
  private IntFunction<LabeledLine> composed(
      LabeledLineComposer composer, int epoch, int batch, CurriculumStage stage) {
    RandomGenerator together = random(epoch, batch, -1);
    CurriculumStage uneven = stage.times(1 + UNEVEN * (2 * together.nextDouble() - 1));
    return number -> composer.line(uneven, epoch, random(epoch, batch, number));
  }

  private RandomGenerator random(int epoch, int batch, int line) {
    return Randomness.of(PlaceRandom.key(plan.seed(), epoch, batch, line));
  }

  @Override
  public Loss heldOut(Tape tape) {
    double nats = Loss.sum(heldOut, pass -> pass.measure(tape).nats(), peers);
    return new Loss(nats, heldOut.stream().mapToLong(SequencePass::targets).sum());
  }
}
