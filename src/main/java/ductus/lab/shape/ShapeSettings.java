package ductus.lab.shape;

import ductus.lab.task.TaskTrainingPlan;

/**
 * What the examination of shapes is asked to do.
 *
 * @param cell of the recurrent networks, as in {@link ductus.model.cell.CellConfig}
 * @param hiddenSize of all networks
 * @param practice how all of them learn
 */
public record ShapeSettings(String cell, int hiddenSize, TaskTrainingPlan practice) {}
