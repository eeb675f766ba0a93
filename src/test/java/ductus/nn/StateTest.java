package ductus.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ductus.nn.recurrent.DenseInputProjection;
import ductus.nn.recurrent.LstmCell;
import ductus.nn.recurrent.Recurrent;
import java.util.List;
import org.junit.jupiter.api.Test;

class StateTest {
  private final List<Layer<?>> layers = List.of(lstm(), new Dropout(3, 0.5, 1));

  private static Layer<?> lstm() {
    LstmCell cell = new LstmCell(3);
    return new Recurrent<>(
        "a", new DenseInputProjection("a", 2, cell.layout()), cell, null, 0, false);
  }

  @Test
  void hasRoomForHiddenAndCellStatesOfEachLayer() {
    State state = State.zero(layers, 4);
    assertEquals(2, state.layers());
    assertEquals(4 * (3 + 3), state.layer(0).getNumElements());
    assertEquals(0, state.layer(1).getNumElements());
  }

  @Test
  void copiesAreIndependent() {
    State state = State.zero(layers, 2);
    State copy = state.copy();
    state.layer(0).set(1, 2, 5);
    assertEquals(0, copy.layer(0).get(1, 2));
  }

  @Test
  void rowsAreCopied() {
    State state = State.zero(layers, 2);
    for (int i = 0; i < 6; i++) {
      state.layer(0).set(1, i, i + 1);
    }
    State other = State.zero(layers, 3);
    other.copyRow(state, 1, 2);
    assertEquals(6, other.layer(0).get(2, 5));
    assertEquals(0, other.layer(0).get(1, 5));
  }
}
