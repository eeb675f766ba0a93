package ductus.lab.variant;

import ductus.file.BadFileException;
import ductus.model.Trainable;
import ductus.picture.chart.Panel;
import ductus.train.BatchSource;
import ductus.train.plan.Batching;
import ductus.train.plan.LearningRate;
import ductus.train.plan.TrainingPlan;
import java.io.IOException;
import java.util.List;

/** What the cells learn side by side. */
interface VariantTask {
  /**
   * A network that takes part, with what it learns.
   *
   * @param hiddenSize H, solved for by the number of weights
   * @param plan how it learns
   * @param lessons what it learns
   */
  record ComparedNetwork(
      int hiddenSize, Trainable network, TrainingPlan plan, BatchSource lessons) {}

  /** The word for it. */
  String name();

  /** What a loss is of. */
  String target();

  /** Losses that there can be: those of probabilities are 0 or more, those of densities any. */
  Panel.Range losses();

  /** Cells that take part. */
  List<String> cells();

  /** How they learn. */
  VariantSettings.TrainingBudget practice();

  /**
   * Complains about what can be seen to be wrong before anything is read.
   *
   * @param weights of each network, about
   * @throws IllegalArgumentException if a cell cannot take part
   */
  void check(long weights);

  /**
   * A network at its start, before its weights are drawn.
   *
   * @param weights that it is to have, about
   */
  ComparedNetwork entry(String cell, long weights, long seed) throws BadFileException, IOException;

  /** How a network learns with a seed. */
  default TrainingPlan plan(long seed) {
    VariantSettings.TrainingBudget practice = practice();
    return TrainingPlan.of(
        practice.epochs(),
        seed,
        new Batching(practice.batchSize(), 0),
        new LearningRate(practice.learningRate(), 0, LearningRate.Shape.COSINE));
  }
}
