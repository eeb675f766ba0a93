/**
 * What passes between pieces and networks: sequences and batches, encodings, and the network as a
 * whole. {@link ductus.model.SequenceNetwork} is an input layer, a core of layers and a head; the
 * packages below hold the kinds of it, and {@code cell} what recurrent layers are made of.
 *
 * <p>Legend: T time steps, B sequences a batch, V vocabulary, F side features a step, H hidden
 * size. Matrices over time are time-major, {@code [T×B×H]} as {@code T·B} rows. May use {@code nn}
 * and the lowest floor.
 */
@org.jspecify.annotations.NullMarked
package ductus.model;
