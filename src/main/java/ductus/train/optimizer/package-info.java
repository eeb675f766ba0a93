/**
 * What happens to weights in an update: clipping, penalties, the optimizer's step, noise, averages.
 * All passes go over blocks of fixed size, shared out over the workers, so that the number of
 * threads changes no bit; nothing is allocated after the first. Matrices beside the weights are
 * named as they are in a checkpoint: the parameter's name, a dot, and what they hold.
 */
@org.jspecify.annotations.NullMarked
package ductus.train.optimizer;
