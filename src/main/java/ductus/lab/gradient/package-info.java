/**
 * The examination of gradients: how much of the last step's loss reaches each step before it. May
 * use {@code lab.task}, {@code lab.trial} and what they stand on.
 */
@org.jspecify.annotations.NullMarked
package ductus.lab.gradient;
