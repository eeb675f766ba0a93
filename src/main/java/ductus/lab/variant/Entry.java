package ductus.lab.variant;

import ductus.model.Trainable;
import ductus.train.Lessons;
import ductus.train.plan.TrainingPlan;

/**
 * A network that takes part, with what it learns.
 *
 * @param hiddenSize H, solved for by the number of weights
 * @param plan how it learns
 * @param lessons what it learns
 */
record Entry(int hiddenSize, Trainable network, TrainingPlan plan, Lessons lessons) {}
