/**
 * Networks that turn one sequence into another of any length (asynchronous many-to-many): an
 * encoder reads the whole source, a decoder writes the target character by character, and looks
 * back at the encoder's outputs with an attention (Bahdanau et al. 2015).
 *
 * <p>Legend: U steps of a source, T of a target, B sequences, E embedding size, C columns of the
 * encoder's outputs, H hidden size of the decoder, V characters of the target.
 */
@org.jspecify.annotations.NullMarked
package ductus.model.translation;
