package ductus.task.handwriting.synthesis;

import ductus.generate.PenTrajectory;

/**
 * A line, or the part of a long one, as a network drew it in one go.
 *
 * @param text plain: decomposed characters
 * @param trail of the pen, without slant
 */
public record DrawnPart(String text, PenTrajectory trail) {}
