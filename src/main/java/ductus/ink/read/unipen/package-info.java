/**
 * UNIPEN (Guyon et al. 1994, <i>UNIPEN project of on-line data exchange and recognizer
 * benchmarks</i>): files whose lines are statements, which may include others that have the ink.
 */
@NullMarked
package ductus.ink.read.unipen;

import org.jspecify.annotations.NullMarked;
