package ductus.model.cell;

import ductus.nn.recurrent.Cell;
import ductus.nn.recurrent.ElmanCell;

/**
 * Cells of a simple recurrent network (Elman 1990).
 *
 * @param relu whether they are rectified; else squashed by tanh
 * @param learnedState whether the state before the first time step is learned
 */
public record ElmanCells(boolean relu, boolean learnedState) implements GatedCells {
  static final String TANH = "elman";
  static final String RELU = "elman-relu";

  static ElmanCells read(CellWords words) {
    return new ElmanCells(words.kind().equals(RELU), words.learnedState());
  }

  @Override
  public String toString() {
    return kind() + CellWords.writtenState(learnedState);
  }

  @Override
  public String kind() {
    return relu ? RELU : TANH;
  }

  @Override
  public GatedCells withFixedState() {
    return new ElmanCells(relu, false);
  }

  @Override
  public Cell cells(String name, int hiddenSize) {
    return new ElmanCell(hiddenSize, relu);
  }
}
