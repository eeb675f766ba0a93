/**
 * Networks that put a label to every step of a sequence, in the light of all the others
 * (synchronous many-to-many): rows of an embedding table [T×B×P] → bidirectional LSTM layers → one
 * of V labels.
 *
 * <p>T time steps, B sequences, P indices a step, E embedding size, H hidden size of a direction.
 */
@org.jspecify.annotations.NullMarked
package ductus.model.tagging;
