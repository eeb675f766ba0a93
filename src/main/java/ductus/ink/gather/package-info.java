/**
 * Hands gathered from characters that people or fonts drew: {@link ductus.ink.gather.HandGathering}
 * is the entrance.
 */
@NullMarked
package ductus.ink.gather;

import org.jspecify.annotations.NullMarked;
