package ductus.math;

/**
 * The constants of RMSProp.
 *
 * @param decay of the means of gradients and of their squares
 * @param momentum share of the last change that is kept
 * @param epsilon added to the variance under the root
 */
public record RmsPropConstants(float decay, float momentum, float epsilon) {}
