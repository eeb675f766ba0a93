/**
 * Recurrent layers: the way through time, the cells, and what feeds them.
 *
 * <p>A {@link ductus.nn.recurrent.Recurrent} layer is a {@link
 * ductus.nn.recurrent.InputProjection}, which makes the input's part of the pre-activations, and a
 * {@link ductus.nn.recurrent.Cell}, which turns them into gates and states; it may read something
 * back within its steps, through an {@link ductus.nn.attention.Attention}.
 *
 * <p>Legend, beside that of {@code nn}: G gates, S floats of state a sequence. Gates of 16 units
 * stand together while they are computed, as {@link ductus.math.GateLayout} says; a group is 16
 * units. W size of the vector that is read back.
 */
@org.jspecify.annotations.NullMarked
package ductus.nn.recurrent;
