package ductus.model.cell;

import ductus.nn.recurrent.Cell;
import ductus.nn.recurrent.SruCell;

/**
 * Simple recurrent units, whose gates look at their own unit's cell state only.
 *
 * @param learnedState whether the state before the first time step is learned
 */
public record SruCells(boolean learnedState) implements GatedCells {
  static final String WORD = "sru";

  static SruCells read(CellWords words) {
    return new SruCells(words.learnedState());
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
    return 4;
  }

  @Override
  public boolean hasStateProduct() {
    return false;
  }

  @Override
  public GatedCells withFixedState() {
    return new SruCells(false);
  }

  @Override
  public Cell cells(String name, int hiddenSize) {
    return new SruCell(name, hiddenSize);
  }

  @Override
  public int states() {
    return 2;
  }

  /** Those by which the two gates look at the cell state. */
  @Override
  public long ownWeights(long units) {
    return 2 * units;
  }
}
