/**
 * Preparing ink, step by visible step: {@link ductus.ink.prepare.InkPreparation} is a list of
 * {@link ductus.ink.prepare.PreparationStep}s, each from ink to ink, and tells what they found. A
 * line that is fully prepared has its baseline at y = 0, an x-height of 1 and points at equal
 * distances. Angles are in degrees, counterclockwise; slants from the upright, to the right.
 */
@NullMarked
package ductus.ink.prepare;

import org.jspecify.annotations.NullMarked;
