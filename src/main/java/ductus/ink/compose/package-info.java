/**
 * Lines of writing composed from the drawn characters of a hand: {@link
 * ductus.ink.compose.LineComposer} makes as many as one wants for the networks to learn from, each
 * point knowing its character. Lengths are x-heights, y up, the baseline at 0.
 */
@NullMarked
package ductus.ink.compose;

import org.jspecify.annotations.NullMarked;
