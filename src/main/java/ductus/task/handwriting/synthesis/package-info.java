/**
 * Lines drawn by a network that learned to write: the model, the style and manner that are asked
 * for, and the writer that draws, checks and draws again. Lengths are in x-heights, y is up.
 */
@NullMarked
package ductus.task.handwriting.synthesis;

import org.jspecify.annotations.NullMarked;
