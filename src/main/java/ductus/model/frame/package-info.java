/**
 * Networks that predict frames: which of some outputs are on at each time step, each by itself.
 *
 * <p>Legend, beside that of {@code model}: N outputs, such as the keys of a piano; P indices a
 * step.
 */
@org.jspecify.annotations.NullMarked
package ductus.model.frame;
