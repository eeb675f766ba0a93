/**
 * What passes between pieces and networks: sequences and batches, encodings, the network as a whole
 * and its file.
 *
 * <p>Legend: T time steps, B sequences a batch, V vocabulary, F side features a step, H hidden
 * size. Matrices over time are time-major, {@code [T×B×H]} as {@code T·B} rows. May use {@code nn}
 * and the lowest floor.
 */
@org.jspecify.annotations.NullMarked
package ductus.model;
