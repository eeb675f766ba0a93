/**
 * The examination of variants: every cell at the same number of weights, on melodies and on ink.
 * May use {@code lab.material}, {@code lab.trial} and what they stand on.
 */
@org.jspecify.annotations.NullMarked
package ductus.lab.variant;
