package ductus.ink.recognition;

/**
 * What the letters of a page have in common.
 *
 * @param height of small letters
 * @param slope of the lines, up per unit to the right
 */
record PageLettering(double height, double slope) {}
