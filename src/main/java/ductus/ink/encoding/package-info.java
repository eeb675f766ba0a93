/** Handwriting as networks see it, and back. */
@NullMarked
package ductus.ink.encoding;

import org.jspecify.annotations.NullMarked;
