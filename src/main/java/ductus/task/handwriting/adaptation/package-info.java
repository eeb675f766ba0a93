/**
 * Hands that people add: their drawings or lines, a model adapted to them, and the folder in which
 * they are kept ({@link ductus.task.handwriting.adaptation.AddedHands}). Nothing leaves the
 * machine.
 */
@NullMarked
package ductus.task.handwriting.adaptation;

import org.jspecify.annotations.NullMarked;
