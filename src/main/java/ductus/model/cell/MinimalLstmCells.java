package ductus.model.cell;

import ductus.nn.recurrent.Cell;
import ductus.nn.recurrent.MinimalLstmCell;

/**
 * Minimal LSTM units, whose gates do not look at the states.
 *
 * @param learnedState whether the state before the first time step is learned
 */
public record MinimalLstmCells(boolean learnedState) implements GatedCells {
  static final String WORD = "minlstm";

  static MinimalLstmCells read(CellWords words) {
    return new MinimalLstmCells(words.learnedState());
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
  public boolean hasStateProduct() {
    return false;
  }

  @Override
  public GatedCells withFixedState() {
    return new MinimalLstmCells(false);
  }

  @Override
  public Cell cells(String name, int hiddenSize) {
    return new MinimalLstmCell(hiddenSize);
  }
}
