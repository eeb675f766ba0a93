package ductus.ink.page;

/** A straight line printed on the paper, in mm. */
public record Rule(double x1, double y1, double x2, double y2) {}
