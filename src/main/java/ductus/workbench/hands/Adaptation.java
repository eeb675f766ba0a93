package ductus.workbench.hands;

import ductus.ink.compose.LineComposer;
import ductus.ink.encoding.PenEncoding;
import ductus.ink.hand.Characters;
import ductus.ink.hand.Hand;
import ductus.ink.practice.HeldOutText;
import ductus.ink.practice.PracticeText;
import ductus.ink.variation.Variation;
import ductus.math.Kernels;
import ductus.math.PlaceRandom;
import ductus.math.Randomness;
import ductus.math.Workers;
import ductus.model.pen.Alphabet;
import ductus.model.pen.PenBatch;
import ductus.model.pen.PenNetwork;
import ductus.model.pen.PenSequence;
import ductus.nn.Tape;
import ductus.train.DivergenceException;
import ductus.train.Updater;
import ductus.train.plan.Batching;
import ductus.train.plan.LearningRate;
import ductus.train.plan.TrainingPlan;
import ductus.workbench.handwriting.PenPass;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;

/**
 * Teaches a network a new hand, by lines composed of its drawings: first finds the known style that
 * comes closest, then moves the style's vector and the biases by gradients. All other weights stay
 * as they are.
 */
final class Adaptation {
  /** Updates, and the lines of each. */
  static final int UPDATES = 100;

  private static final int LINES = 24;

  /** Characters of a line to learn from. */
  private static final int LENGTH = 24;

  private static final int MEASURED = 12;
  private static final double RATE = 0.01;
  private static final float ALIGNMENT = 0.1f;
  private static final long SEED = 1;
  private static final long HELD_OUT_KEY = -1;

  private final PenNetwork network;
  private final int style;
  private final LineComposer composer;
  private final Alphabet alphabet;
  private final List<PenSequence> heldOut;
  private final Kernels kernels;
  private final Workers workers;

  /**
   * Ready to learn.
   *
   * @param network whose last style is the new one; modified
   */
  Adaptation(PenNetwork network, Hand hand, Kernels kernels, Workers workers) {
    this.network = network;
    style = network.config().styles().size() - 1;
    composer = new LineComposer(hand, Variation.natural(), PenEncoding.SPACING);
    alphabet = network.config().textWindow().alphabet();
    this.kernels = kernels;
    this.workers = workers;
    heldOut = heldOut();
  }

  private List<PenSequence> heldOut() {
    RandomGenerator random = Randomness.of(PlaceRandom.key(SEED, HELD_OUT_KEY));
    List<PenSequence> lines = new ArrayList<>();
    for (String sentence : HeldOutText.sentences()) {
      String text = Characters.substituted(sentence, composer.hand().characters()).strip();
      if (lines.size() < MEASURED && !text.isEmpty()) {
        lines.add(PenEncoding.encode(composer.compose(text, random), alphabet, style));
      }
    }
    return lines;
  }

  /** Nats a point, on lines that are not learned from, as the network is now. */
  double loss() {
    Tape tape = new Tape(kernels, workers);
    network.repack(tape);
    return loss(tape);
  }

  private double loss(Tape tape) {
    PenBatch batch = new PenBatch(heldOut, network.config());
    tape.begin(batch.time(), batch.size(), network.initialState(batch.size()));
    return network.loss(batch, 1, 0, tape) / batch.targetCount();
  }

  /**
   * Begins with the known style that predicts the hand best.
   *
   * @return its number
   */
  int nearest() {
    Tape tape = new Tape(kernels, workers);
    network.repack(tape);
    FMatrixRMaj table = network.styles();
    int nearest = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int known = 0; known < style; known++) {
      copy(table, known);
      double loss = loss(tape);
      if (loss < least) {
        least = loss;
        nearest = known;
      }
    }
    copy(table, nearest);
    return nearest;
  }

  private void copy(FMatrixRMaj table, int from) {
    System.arraycopy(
        table.data, from * table.numCols, table.data, style * table.numCols, table.numCols);
  }

  /**
   * Learns.
   *
   * @param done told the updates that are done
   */
  void learn(IntConsumer done) throws DivergenceException {
    LearningRate rate = new LearningRate(RATE, 5, LearningRate.Shape.COSINE);
    TrainingPlan plan = TrainingPlan.of(1, SEED, new Batching(LINES, 0), rate);
    Updater updater = new Updater(new AdaptableNetwork(network), plan, kernels, workers);
    PracticeText practice = new PracticeText(composer.hand().characters());
    for (int update = 0; update < UPDATES; update++) {
      RandomGenerator random = Randomness.of(PlaceRandom.key(SEED, update));
      List<PenSequence> lines = new ArrayList<>();
      for (int i = 0; i < LINES; i++) {
        String text = practice.draw(LENGTH, random);
        lines.add(PenEncoding.encode(composer.compose(text, random), alphabet, style));
      }
      PenBatch batch = new PenBatch(lines, network.config());
      updater.update(new PenPass(network, batch, ALIGNMENT), rate.at(update, UPDATES, 0));
      done.accept(update + 1);
    }
  }
}
