package ductus.lab.variant;

import ductus.model.Trainable;
import ductus.train.BatchSource;
import ductus.train.plan.TrainingPlan;

/**
 * A network that takes part, with what it learns.
 *
 * @param hiddenSize H, solved for by the number of weights
 * @param plan how it learns
 * @param lessons what it learns
 */
record ComparedNetwork(int hiddenSize, Trainable network, TrainingPlan plan, BatchSource lessons) {}
