package ductus.nn.recurrent;

import ductus.math.GateLayout;
import ductus.math.PackedWeights;
import ductus.math.Products;
import ductus.math.Products.RowProduct;
import ductus.nn.Parameter;
import ductus.nn.StateHistory;
import ductus.nn.Tape;
import java.util.Objects;
import org.ejml.data.FMatrixRMaj;
import org.jspecify.annotations.Nullable;

/**
 * The product h′·U of a recurrent layer, by which each unit hears of all others' last hidden
 * states. In the file: {@code weight_hh} U [H×G·H].
 */
final class StateProduct {
  private final GateLayout layout;
  private final Parameter weights;
  private final PackedWeights packed;
  private final PackedWeights packedTransposed;

  /** Weights of zero. */
  StateProduct(String name, GateLayout layout) {
    this.layout = layout;
    weights = new Parameter(name + ".weight_hh", layout.hiddenSize(), layout.columns());
    packed = new PackedWeights(layout.hiddenSize(), layout.paddedColumns());
    packedTransposed = new PackedWeights(layout.paddedColumns(), layout.hiddenSize());
  }

  Parameter weights() {
    return weights;
  }

  /** Packs the weights of some groups. */
  void repack(int fromGroup, int toGroup) {
    packed.pack(weights.value(), layout, fromGroup, toGroup);
    packedTransposed.packTransposed(weights.value(), layout, fromGroup, toGroup);
  }

  /** Opens a workspace on a tape. */
  Run open(StateHistory hidden, Cell.Run cells, Tape tape) {
    return new Run(hidden, cells, tape);
  }

  /** One run's part of the product. Each thread works on groups of its own. */
  final class Run {
    private final Tape tape;
    private final StateHistory hidden;
    private final RowProduct fromInitial;
    private final RowProduct fromHidden;
    private final RowProduct back;
    private final boolean addsToInput;
    private @Nullable WeightGradient gradient;

    Run(StateHistory hidden, Cell.Run cells, Tape tape) {
      this.tape = tape;
      this.hidden = hidden;
      fromInitial = new RowProduct(hidden.initial(), packed, cells.recurrentPart());
      fromHidden = new RowProduct(hidden.all(), packed, cells.recurrentPart());
      back = new RowProduct(cells.recurrentPart(), packedTransposed, hidden.gradient());
      addsToInput = cells.recurrentPart() == cells.inputPart();
    }

    /** Puts the product of a time step, of some sequences and groups, where the cells want it. */
    void multiply(int t, int fromSequence, int toSequence, int fromGroup, int toGroup) {
      Products products = tape.kernels().products();
      RowProduct product = t == 0 ? fromInitial : fromHidden;
      int rows = toSequence - fromSequence;
      int row = t * tape.batch() + fromSequence;
      int before = hidden.matrices().previousRow(t) + fromSequence;
      int fromStrip = fromGroup * layout.gates();
      int toStrip = toGroup * layout.gates();
      if (addsToInput) {
        products.add(product, before, row, rows, fromStrip, toStrip);
      } else {
        products.multiply(product, before, row, rows, fromStrip, toStrip);
      }
    }

    /**
     * Makes room for the gradient.
     *
     * @param output rows that begin with the hidden states of all time steps, not modified
     */
    void beginBackward(FMatrixRMaj output) {
      if (gradient == null) {
        gradient = new WeightGradient(weights, layout, back.input(), tape);
      }
      gradient.begin(hidden, output);
    }

    /** Adds to the gradient of the hidden states of the step before. */
    void backToPrevious(int t, int fromSequence, int toSequence, int fromGroup, int toGroup) {
      int row = t * tape.batch() + fromSequence;
      int rows = toSequence - fromSequence;
      tape.kernels().products().add(back, row, fromSequence, rows, fromGroup, toGroup);
    }

    /** Adds to the gradient of the weights, once the way back is done. */
    void finishBackward(int fromGroup, int toGroup) {
      Objects.requireNonNull(gradient).add(fromGroup, toGroup);
    }
  }
}
