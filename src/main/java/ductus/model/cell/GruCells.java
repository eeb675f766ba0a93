package ductus.model.cell;

import ductus.nn.recurrent.Cell;
import ductus.nn.recurrent.GruCell;

/**
 * Gated recurrent units.
 *
 * @param learnedState whether the state before the first time step is learned
 */
public record GruCells(boolean learnedState) implements GatedCells {
  static final String WORD = "gru";

  static GruCells read(CellWords words) {
    return new GruCells(words.learnedState());
  }

  @Override
  public String toString() {
    return WORD + CellWords.writtenState(learnedState);
  }

  @Override
  public String kind() {
    return WORD;
  }

  @Override
  public int gates() {
    return 3;
  }

  @Override
  public GatedCells withFixedState() {
    return new GruCells(false);
  }

  @Override
  public Cell cells(String name, int hiddenSize) {
    return new GruCell(name, hiddenSize);
  }

  /** The bias of the states within the candidate. */
  @Override
  public long ownWeights(long units) {
    return units;
  }

  @Override
  public long floatsPerRow(int hiddenSize) {
    return 2 * columns(hiddenSize);
  }
}
