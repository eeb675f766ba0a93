/**
 * A memory outside of a recurrent layer's units, which it reads and writes within its time steps:
 * the neural Turing machine's (Graves, Wayne and Danihelka 2014).
 *
 * <p>Legend, beside that of {@code nn}: N slots of M numbers each, R read heads, W write heads. A
 * weighting says how much a head is at each slot, and sums to one. The memory of a sequence stands
 * as [M×N], in rows of whole strips, so that loops run over the slots.
 */
@org.jspecify.annotations.NullMarked
package ductus.nn.memory;
