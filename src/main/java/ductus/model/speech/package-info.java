/**
 * Networks that hear words in sound: frames of a spectrogram go in, words come out, and nobody says
 * where each one stands.
 *
 * <p>Legend, beside that of {@code model}: F numbers a step, V words.
 */
@org.jspecify.annotations.NullMarked
package ductus.model.speech;
