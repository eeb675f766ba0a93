package ductus.model.cell;

import ductus.nn.recurrent.Cell;
import ductus.nn.recurrent.MinimalGruCell;

/**
 * Minimal gated recurrent units, whose gates do not look at the states.
 *
 * @param learnedState whether the state before the first time step is learned
 */
public record MinimalGruCells(boolean learnedState) implements GatedCells {
  static final String WORD = "mingru";

  static MinimalGruCells read(CellWords words) {
    return new MinimalGruCells(words.learnedState());
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
    return 2;
  }

  @Override
  public boolean hasStateProduct() {
    return false;
  }

  @Override
  public GatedCells withFixedState() {
    return new MinimalGruCells(false);
  }

  @Override
  public Cell cells(String name, int hiddenSize) {
    return new MinimalGruCell(hiddenSize);
  }
}
