/**
 * Recurrent layers that are drawn and not learned: the reservoir of an echo state network (Jaeger
 * 2001), under a readout that is learned.
 *
 * <p>Legend, beside that of {@code nn}: N units, C connections that come into a unit from others.
 * Its weights are frozen parameters, so that they stand in the model file.
 */
@org.jspecify.annotations.NullMarked
package ductus.nn.reservoir;
