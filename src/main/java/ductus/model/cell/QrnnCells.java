package ductus.model.cell;

import ductus.nn.recurrent.Cell;
import ductus.nn.recurrent.QrnnCell;

/**
 * Quasi-recurrent units, whose gates look at two inputs and at no states.
 *
 * @param learnedState whether the state before the first time step is learned
 */
public record QrnnCells(boolean learnedState) implements GatedCells {
  static final String WORD = "qrnn";

  static QrnnCells read(CellWords words) {
    return new QrnnCells(words.learnedState());
  }

  @Override
  public String toString() {
    return WORD + CellWords.writtenState(learnedState);
  }

  @Override
  public String kind() {
    return WORD;
  }

  /** Three, and what an input gives to those of the next step. */
  @Override
  public int gates() {
    return 6;
  }

  /** Hidden and cell state, and what waits for the next step's gates. */
  @Override
  public int states() {
    return 5;
  }

  @Override
  public boolean hasStateProduct() {
    return false;
  }

  @Override
  public GatedCells withFixedState() {
    return new QrnnCells(false);
  }

  @Override
  public Cell cells(String name, int hiddenSize) {
    return new QrnnCell(hiddenSize);
  }
}
