/**
 * Layers with forward and backward passes over whole sequences; those with a memory are in {@code
 * recurrent}, what they read meanwhile in {@code attention}, what they write into, too, in {@code
 * memory}, recurrent layers that are not learned in {@code reservoir}, layers that look back in
 * place of a memory in {@code causal}, outputs with their losses in {@code head}; all stand on this
 * package.
 *
 * <p>Legend: T time steps, B sequences a batch, K input size, H hidden size, E embedding size, V
 * vocabulary. Matrices over time are time-major, {@code [T×B×H]}, stored as EJML matrices of T·B
 * rows, so that a time step is one block. A gradient is named {@code dX} beside its {@code x}.
 * Layers hold parameters, and copies of them in the kernels' layout; all that belongs to a run is
 * on its {@link ductus.nn.Tape}. May use the lowest floor; nothing here knows {@code recurrent}.
 */
@org.jspecify.annotations.NullMarked
package ductus.nn;
