package ductus.math;

/**
 * The numbers of one Adam update that are the same for all weights.
 *
 * @param gradientScale factor on the gradient before it is used (clipping)
 * @param rate learning rate divided by the bias correction of the first moment
 * @param varianceScale one over the bias correction of the second moment
 * @param beta1 decay of the first moment
 * @param beta2 decay of the second moment
 * @param epsilon added to the root of the second moment
 */
public record AdamStep(
    float gradientScale,
    float rate,
    float varianceScale,
    float beta1,
    float beta2,
    float epsilon) {}
