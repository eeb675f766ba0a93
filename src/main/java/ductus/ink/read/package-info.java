/** Readers of ink. */
@NullMarked
package ductus.ink.read;

import org.jspecify.annotations.NullMarked;
