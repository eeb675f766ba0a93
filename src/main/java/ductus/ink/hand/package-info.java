/** Hands: how somebody draws each character, from files, from fonts of lines and from writers. */
@NullMarked
package ductus.ink.hand;

import org.jspecify.annotations.NullMarked;
