/**
 * What a training run is asked to do, as it stands in its {@code config.json}: one small record a
 * concern. A strength of 0 turns a thing off. {@code src/docs/training.md} has the formulas and
 * their sources.
 */
@org.jspecify.annotations.NullMarked
package ductus.train.plan;
