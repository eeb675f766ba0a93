package ductus.model.cell;

import ductus.nn.recurrent.Cell;
import ductus.nn.recurrent.ElmanCell;

/**
 * Cells of a simple recurrent network (Elman 1990).
 *
 * @param form what they make of their sums, and how they begin
 * @param learnedState whether the state before the first time step is learned
 */
public record ElmanCells(ElmanCell.Form form, boolean learnedState) implements GatedCells {
  static final String TANH = "elman";
  static final String RELU = "elman-relu";
  static final String IDENTITY = "irnn";

  static ElmanCells read(CellWords words) {
    ElmanCell.Form form =
        switch (words.kind()) {
          case RELU -> ElmanCell.Form.RECTIFIED;
          case IDENTITY -> ElmanCell.Form.IDENTITY;
          default -> ElmanCell.Form.TANH;
        };
    return new ElmanCells(form, words.learnedState());
  }

  @Override
  public String toString() {
    return kind() + CellWords.writtenState(learnedState);
  }

  @Override
  public String kind() {
    return switch (form) {
      case TANH -> TANH;
      case RECTIFIED -> RELU;
      case IDENTITY -> IDENTITY;
    };
  }

  @Override
  public GatedCells withFixedState() {
    return new ElmanCells(form, false);
  }

  @Override
  public Cell cells(String name, int hiddenSize) {
    return new ElmanCell(hiddenSize, form);
  }
}
