package ductus.model.cell;

import ductus.math.Strips;
import ductus.nn.recurrent.Cell;
import ductus.nn.recurrent.LstmCell;
import ductus.nn.recurrent.NormalizedLstmCell;
import ductus.nn.recurrent.PeepholeLstmCell;

/**
 * Long short-term memory.
 *
 * @param peephole whether the gates look at the cell states
 * @param layerNorm whether pre-activations and cell states are normalized
 * @param learnedState whether the state before the first time step is learned
 */
public record LstmCells(boolean peephole, boolean layerNorm, boolean learnedState)
    implements GatedCells {
  static final String WORD = "lstm";
  static final String OPTIONS = "+peephole and +layer-norm";

  private static final String PEEPHOLE = "peephole";
  private static final String LAYER_NORM = "layer-norm";

  static LstmCells read(CellWords words) {
    return new LstmCells(words.flag(PEEPHOLE), words.flag(LAYER_NORM), words.learnedState());
  }

  @Override
  public String toString() {
    return WORD
        + CellWords.written(PEEPHOLE, peephole)
        + CellWords.written(LAYER_NORM, layerNorm)
        + CellWords.writtenState(learnedState);
  }

  @Override
  public String kind() {
    return WORD;
  }

  @Override
  public int gates() {
    return 4;
  }

  /** Hidden and cell state. */
  @Override
  public int states() {
    return 2;
  }

  @Override
  public GatedCells withFixedState() {
    return new LstmCells(peephole, layerNorm, false);
  }

  @Override
  public Cell cells(String name, int hiddenSize) {
    if (layerNorm) {
      return new NormalizedLstmCell(name, hiddenSize, peephole);
    }
    return peephole ? new PeepholeLstmCell(name, hiddenSize) : new LstmCell(hiddenSize);
  }

  /** Peepholes of three gates; gains of all sums of inputs and states, gain and bias of cells. */
  @Override
  public long ownWeights(long units) {
    return (peephole ? 3 * units : 0) + (layerNorm ? 10 * units : 0);
  }

  @Override
  public long floatsPerRow(int hiddenSize) {
    long units = Strips.padded(hiddenSize);
    return layerNorm ? 5 * columns(hiddenSize) + 3 * units + 3 : columns(hiddenSize) + 2 * units;
  }
}
