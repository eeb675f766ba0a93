/**
 * Learning to classify: what decides a training run, the run itself, and the task that every
 * command knows of. May use all of the room.
 */
@org.jspecify.annotations.NullMarked
package ductus.task.classification.training;
