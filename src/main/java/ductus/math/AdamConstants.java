package ductus.math;

/**
 * The constants of Adam.
 *
 * @param beta1 decay of the first moment
 * @param beta2 decay of the second moment
 * @param epsilon added to the root of the second moment
 */
public record AdamConstants(float beta1, float beta2, float epsilon) {}
