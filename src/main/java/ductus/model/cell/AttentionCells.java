package ductus.model.cell;

import ductus.math.Strips;
import ductus.nn.Layer;
import ductus.nn.causal.AttentionShape;
import ductus.nn.causal.SelfAttention;
import org.ejml.data.FMatrixRMaj;

/**
 * Blocks of a transformer in the place of recurrent cells. Options are the {@code heads} of a
 * block, and the {@code window} of time steps that they see.
 *
 * @param shape of the attention
 */
public record AttentionCells(AttentionShape shape) implements CellConfig {
  static final String WORD = "attention";
  static final String OPTIONS = "+heads-N and +window-N";

  private static final AttentionShape USUAL = AttentionShape.USUAL;

  static AttentionCells read(CellWords words) {
    return new AttentionCells(
        new AttentionShape(
            words.number("heads", USUAL.heads(), Integer::valueOf),
            words.number("window", USUAL.window(), Integer::valueOf)));
  }

  @Override
  public String toString() {
    return WORD
        + CellWords.written("heads", shape.heads(), USUAL.heads())
        + CellWords.written("window", shape.window(), USUAL.window());
  }

  @Override
  public String kind() {
    return WORD;
  }

  @Override
  public void requireFit(int hiddenSize) {
    shape.requireFit(hiddenSize);
  }

  @Override
  public Layer<FMatrixRMaj> layer(String name, int inputSize, int hiddenSize, int place) {
    return new SelfAttention(name, inputSize, hiddenSize, shape, place);
  }

  @Override
  public long weights(long inputSize, long units) {
    return SelfAttention.weights(inputSize, units);
  }

  /** Those of the feed-forward part. */
  @Override
  public long columns(int hiddenSize) {
    return (long) AttentionShape.WIDENING * Strips.padded(hiddenSize);
  }

  @Override
  public long floatsPerRow(int hiddenSize) {
    return SelfAttention.floatsPerRow(shape, hiddenSize);
  }

  @Override
  public long backwardFloatsPerRow(int hiddenSize) {
    return SelfAttention.backwardFloatsPerRow(hiddenSize);
  }

  @Override
  public long gradientRoom(int inputSize, int hiddenSize) {
    return weights(inputSize, Strips.padded(hiddenSize));
  }

  @Override
  public long packedRoom(int inputSize, int hiddenSize) {
    return 2 * weights(inputSize, Strips.padded(hiddenSize));
  }

  @Override
  public long stateSize(int hiddenSize) {
    return SelfAttention.stateSize(shape, hiddenSize);
  }

  @Override
  public long stateRoom(int hiddenSize) {
    return SelfAttention.stateSize(shape, Strips.padded(hiddenSize));
  }
}
