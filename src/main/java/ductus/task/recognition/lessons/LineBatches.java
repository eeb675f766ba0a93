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
import ductus.train.BatchSource;
import ductus.train.Loss;
import ductus.train.SequencePass;
import ductus.train.parallel.Peers;
import ductus.train.plan.TrainingPlan;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Lines that are composed while a network learns from them: no line is seen twice, and each is
 * decided by the seed, the epoch, the batch and its number. Texts are short at first.
 */
public final class LineBatches implements BatchSource {
  /** Lines of a batch differ in length by this factor, either way. */
  private static final double UNEVEN = 0.25;

  /** Lines to measure by. */
  public static final int HELD_OUT = 96;

  private final LabeledLineComposer source;
  private final Passing passing;
  private final TrainingPlan plan;
  private final int batches;
  private final boolean again;
  private final Peers peers;
  private final List<SequencePass<?>> heldOut = new ArrayList<>();

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
   * @param hands that write them
   * @param batches of an epoch
   * @param again whether the network can read already: then no text is short
   * @param peers that share what is measured
   */
  public static BatchSource inReading(
      ReaderNetwork network,
      List<Hand> hands,
      TrainingPlan plan,
      int batches,
      boolean again,
      Peers peers) {
    return new LineBatches(
        LabeledLineComposer.forReader(hands, network.config().alphabet(), plan.seed()),
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
        LabeledLineComposer.forHands(hands, alphabet, plan.seed()),
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
      LabeledLineComposer source,
      Passing passing,
      TrainingPlan plan,
      int batches,
      boolean again,
      Peers peers) {
    this.again = again;
    this.peers = peers;
    this.source = source;
    this.passing = passing;
    this.plan = plan;
    this.batches = batches;
    int size = plan.batching().size();
    for (int first = 0; first < HELD_OUT; first += size) {
      heldOut.add(
          passing.of(
              lines(-1, -1, first, Math.min(size, HELD_OUT - first), CurriculumStage.MEASURING),
              0));
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
    long count = (long) plan.batching().accumulate() * stage.lines(plan.batching().size());
    int parts = plan.batching().passes();
    List<SequencePass<?>> passes = new ArrayList<>();
    for (int part = 0; part < parts; part++) {
      int from = (int) (count * part / parts);
      int to = (int) (count * (part + 1) / parts);
      passes.add(passing.of(lines(epoch, batch, from, to - from, stage), part));
    }
    return List.of(passes).iterator();
  }

  private List<LabeledLine> lines(
      int epoch, int batch, int first, int number, CurriculumStage stage) {
    RandomGenerator together = random(epoch, batch, -1);
    CurriculumStage uneven = stage.times(1 + UNEVEN * (2 * together.nextDouble() - 1));
    List<LabeledLine> lines = new ArrayList<>();
    for (int i = first; i < first + number; i++) {
      lines.add(source.line(uneven, epoch, random(epoch, batch, i)));
    }
    return lines;
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
