package ductus.task.handwriting.adaptation;

import ductus.math.Kernels;
import ductus.math.PlaceRandom;
import ductus.math.Randomness;
import ductus.math.Workers;
import ductus.model.pen.PenBatch;
import ductus.model.pen.PenNetwork;
import ductus.model.pen.PenSequence;
import ductus.nn.Tape;
import ductus.task.handwriting.training.PenPass;
import ductus.train.DivergenceException;
import ductus.train.Updater;
import ductus.train.plan.Batching;
import ductus.train.plan.Clipping;
import ductus.train.plan.LearningRate;
import ductus.train.plan.TrainingPlan;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Teaches a network a hand: finds the known one that comes closest, then moves the new hand's
 * vector and letterforms and the biases by gradients. All other weights stay as they are.
 */
final class Adaptation {
  static final int UPDATES = 120;

  private static final double RATE = 0.03;
  private static final float ALIGNMENT = 0.1f;
  private static final long SEED = 1;

  private final HandTrainingLines lessons;
  private final int updates;
  private final Kernels kernels;
  private final Workers workers;

  /**
   * A teaching.
   *
   * @param updates of it, {@link #UPDATES} usually
   */
  Adaptation(HandTrainingLines lessons, int updates, Kernels kernels, Workers workers) {
    this.lessons = lessons;
    this.updates = updates;
    this.kernels = kernels;
    this.workers = workers;
  }

  /** The hand of a network that predicts the lines best. */
  int nearest(PenNetwork network) {
    Tape tape = new Tape(kernels, workers);
    network.repack(tape);
    int nearest = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int known = 0; known < network.config().styles().size(); known++) {
      double loss = loss(network, known, tape);
      if (loss < least) {
        least = loss;
        nearest = known;
      }
    }
    return nearest;
  }

  /** Nats a point that a network needs for the lines as one of its hands. */
  double loss(PenNetwork network, int hand) {
    Tape tape = new Tape(kernels, workers);
    network.repack(tape);
    return loss(network, hand, tape);
  }

  private double loss(PenNetwork network, int hand, Tape tape) {
    PenBatch batch = new PenBatch(lessons.heldOut(hand), network.config());
    tape.begin(batch.time(), batch.size(), network.initialState(batch.size()));
    return network.loss(batch, 1, 0, tape) / batch.targetCount();
  }

  /**
   * Teaches a hand of a network.
   *
   * @param hand of the network, which has something to begin with
   * @param done told the updates that are done
   */
  void learn(PenNetwork network, int hand, IntConsumer done) throws DivergenceException {
    LearningRate rate = new LearningRate(RATE, 5, LearningRate.Shape.COSINE);
    TrainingPlan plan =
        TrainingPlan.of(1, SEED, new Batching(1, 0), rate).withClipping(Clipping.byNorm(2));
    Updater updater = new Updater(new AdaptableNetwork(network), plan, kernels, workers);
    for (int update = 0; update < updates; update++) {
      List<PenSequence> lines = lessons.lines(hand, Randomness.of(PlaceRandom.key(SEED, update)));
      PenBatch batch = new PenBatch(lines, network.config());
      updater.update(new PenPass(network, batch, ALIGNMENT, 0), rate.at(update, updates, 0));
      done.accept(update + 1);
    }
  }
}
