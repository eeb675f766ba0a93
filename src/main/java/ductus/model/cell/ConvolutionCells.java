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

  /** Inputs, what the first convolution makes of them and what the second adds, and gradients. */
  @Override
  public long floatsPerRow(int hiddenSize) {
    return 6L * shape.blocks() * Strips.padded(hiddenSize);
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
