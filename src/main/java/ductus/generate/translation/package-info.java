/**
 * Steps a network that translates: beam search for the likeliest targets of a source.
 *
 * <p>Legend: U steps of a source, T of a target, V characters of the target.
 */
@org.jspecify.annotations.NullMarked
package ductus.generate.translation;
