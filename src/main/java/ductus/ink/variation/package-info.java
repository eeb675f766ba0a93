/**
 * How unevenly people write: {@link ductus.ink.variation.HandVariation} says how much, {@code
 * Bending} is for a letter and {@code Drift} for a line. Lengths are x-heights.
 */
@NullMarked
package ductus.ink.variation;

import org.jspecify.annotations.NullMarked;
