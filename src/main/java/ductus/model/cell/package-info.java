/**
 * The cells that recurrent layers are made of, one file a kind: its words, its sizes, and how it
 * makes a layer. A new kind is a file here and a line in {@code CellWords}.
 *
 * <p>Legend: T time steps, B sequences, K inputs of a step, H units. May use {@code nn} and {@code
 * math}.
 */
@org.jspecify.annotations.NullMarked
package ductus.model.cell;
