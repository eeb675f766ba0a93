package ductus.nn.causal;

import ductus.nn.Sizes;

/**
 * How far a {@link TemporalConvolution} looks back: over 1 + 2·(k − 1)·(2ⁿ − 1) time steps.
 *
 * @param kernel inputs that a convolution looks at, k
 * @param blocks residual blocks of two convolutions each, n; their inputs are 1, 2, 4, … steps
 *     apart
 */
public record ConvolutionShape(int kernel, int blocks) {
  /** Looks back over 253 steps. */
  public static final ConvolutionShape USUAL = new ConvolutionShape(3, 6);

  private static final int LARGEST_KERNEL = 32;
  private static final int MOST_BLOCKS = 12;

  public ConvolutionShape {
    Sizes.require("kernel of a convolution", kernel, 2, LARGEST_KERNEL);
    Sizes.require("blocks of a convolution", blocks, 1, MOST_BLOCKS);
  }

  /** Time steps between the inputs of a block. */
  int dilation(int block) {
    return 1 << block;
  }

  /** Time steps before the present one that a convolution of a block looks back, P. */
  int past(int block) {
    return (kernel - 1) * dilation(block);
  }

  /** Time steps that an output depends on, its own included. */
  public int receptiveField() {
    return 1 + 2 * (kernel - 1) * ((1 << blocks) - 1);
  }
}
