/**
 * Training of networks that write, on lines composed of the hands of a folder: {@link
 * ductus.task.handwriting.training.PenTraining} is the run, {@link
 * ductus.task.handwriting.training.PenBatches} what it learns from.
 */
@NullMarked
package ductus.task.handwriting.training;

import org.jspecify.annotations.NullMarked;
