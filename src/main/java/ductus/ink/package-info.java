/**
 * Handwriting: what a pen did. {@link ductus.ink.Handwriting} is strokes of {@link
 * ductus.ink.PenPoint}s, x to the right and y <em>up</em>. As it is read its unit is that of its
 * source; prepared handwriting has its baseline at y = 0 and an x-height of 1. May use the floors
 * below, and nothing of music, text or series.
 */
@NullMarked
package ductus.ink;

import org.jspecify.annotations.NullMarked;
