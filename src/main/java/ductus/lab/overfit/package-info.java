/** The examination of overfitting: what keeps a network from learning a few melodies by heart. */
@org.jspecify.annotations.NullMarked
package ductus.lab.overfit;
