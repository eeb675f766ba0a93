package ductus.model.cell;

import ductus.math.Strips;
import ductus.nn.Layer;
import ductus.nn.causal.ConvolutionShape;
import ductus.nn.causal.TemporalConvolution;
import org.ejml.data.FMatrixRMaj;

/**
 * A temporal convolutional network in the place of recurrent cells. Options are the inputs that a
 * convolution looks at, its {@code kernel}, and the residual {@code blocks} of a layer.
 *
 * @param shape of the network
 */
public record ConvolutionCells(ConvolutionShape shape) implements CellConfig {
  static final String WORD = "tcn";
  static final String OPTIONS = "+kernel-N and +blocks-N";

  private static final ConvolutionShape USUAL = ConvolutionShape.USUAL;

  static ConvolutionCells read(CellWords words) {
    return new ConvolutionCells(
        new ConvolutionShape(
            words.number("kernel", USUAL.kernel(), Integer::valueOf),
            words.number("blocks", USUAL.blocks(), Integer::valueOf)));
  }

  @Override
  public String toString() {
    return WORD
        + CellWords.written("kernel", shape.kernel(), USUAL.kernel())
        + CellWords.written("blocks", shape.blocks(), USUAL.blocks());
  }

  @Override
  public String kind() {
    return WORD;
  }

  @Override
  public Layer<FMatrixRMaj> layer(String name, int inputSize, int hiddenSize, int place) {
    return new TemporalConvolution(name, inputSize, hiddenSize, shape, place);
  }

  @Override
  public long weights(long inputSize, long units) {
    return TemporalConvolution.weights(shape, inputSize, units);
  }

  /** Of each block its inputs, and what either convolution makes of them. */
  @Override
  public long floatsPerRow(int hiddenSize) {
    return 3L * shape.blocks() * Strips.padded(hiddenSize);
  }

  /** Of each block the gradients of all that, and of the sum. */
  @Override
  public long backwardFloatsPerRow(int hiddenSize) {
    return 4L * shape.blocks() * Strips.padded(hiddenSize);
  }

  /** Of each convolution the gradient of one tap. */
  @Override
  public long gradientRoom(int inputSize, int hiddenSize) {
    return (2L * inputSize + (2L * shape.blocks() - 1) * hiddenSize) * Strips.padded(hiddenSize);
  }

  @Override
  public long packedRoom(int inputSize, int hiddenSize) {
    return 2 * TemporalConvolution.weights(shape, inputSize, Strips.padded(hiddenSize));
  }

  @Override
  public long stateSize(int hiddenSize) {
    return TemporalConvolution.stateSize(shape, hiddenSize);
  }

  @Override
  public long stateRoom(int hiddenSize) {
    return TemporalConvolution.stateSize(shape, Strips.padded(hiddenSize));
  }
}
