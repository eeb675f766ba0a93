/**
 * The examination of variants: every cell at the same number of weights, on melodies and on ink.
 */
@org.jspecify.annotations.NullMarked
package ductus.lab.variant;
