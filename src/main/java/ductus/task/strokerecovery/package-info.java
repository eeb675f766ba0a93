/**
 * Draws writing from its picture, letters with a network, trains such networks on ink, and measures
 * how like the picture the drawing is.
 */
@org.jspecify.annotations.NullMarked
package ductus.task.strokerecovery;
