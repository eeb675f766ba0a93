/**
 * The arithmetic below the layers: matrix products against packed weights, fused element-wise
 * passes, random numbers by place, and work spread over threads.
 *
 * <p>Legend: K inner size of a product, N columns, R rows (time steps times batch), H hidden size.
 * A {@code stride} is the number of floats from one row to the next. Uses nothing of the house
 * outside of it.
 */
@org.jspecify.annotations.NullMarked
package ductus.math;
