/**
 * Networks over sequences of real numbers: what each time step is given, and what it is to say of
 * it. Where only the last step has a target they read many and say one; where every step has its
 * own they predict, tag or turn one stream into another.
 *
 * <p>Legend, beside that of {@code model}: K numbers given a step, N numbers wanted. A target that
 * is NaN is absent.
 */
@org.jspecify.annotations.NullMarked
package ductus.model.signal;
