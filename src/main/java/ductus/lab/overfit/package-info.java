/**
 * The examination of overfitting: what keeps a network from learning a few melodies by heart. May
 * use {@code lab.material}, {@code lab.trial} and what they stand on.
 */
@org.jspecify.annotations.NullMarked
package ductus.lab.overfit;
