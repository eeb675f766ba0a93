package ductus.nn.recurrent;

import ductus.math.GateLayout;
import ductus.math.Products;
import ductus.math.Products.GradientProduct;
import ductus.math.Strips;
import ductus.nn.Parameter;
import ductus.nn.Rows;
import ductus.nn.StateHistory;
import ductus.nn.Tape;
import org.ejml.data.FMatrixRMaj;

/**
 * Collects the gradient of a weight matrix [K×G·H] with its columns interleaved, as the products
 * leave it, and adds it to the parameter's gradient. Each thread works on the groups of its own.
 */
final class WeightGradient {
  private final GateLayout layout;
  private final Tape tape;
  private final FMatrixRMaj gradient;
  private final FMatrixRMaj interleaved;
  private GradientProduct initial;
  private GradientProduct product;

  /** Rows whose inputs are initial states; the inputs of those behind them begin there. */
  private int initialRows;

  /**
   * Room for the gradient of a parameter.
   *
   * @param dPreActivations [R×G·H] interleaved, not modified
   */
  WeightGradient(Parameter weights, GateLayout layout, FMatrixRMaj dPreActivations, Tape tape) {
    this.layout = layout;
    this.tape = tape;
    gradient = tape.gradient(weights);
    interleaved = new FMatrixRMaj(weights.value().numRows, layout.paddedColumns());
    product = new GradientProduct(dPreActivations, dPreActivations, interleaved);
    initial = product;
  }

  /** Takes the inputs of a way back [R×K], not modified. */
  void begin(FMatrixRMaj inputs) {
    product = product.of(inputs);
    initialRows = 0;
  }

  /**
   * Takes states as the inputs of a way back, those of the step before at each time step.
   *
   * @param all rows that begin with the states of all time steps, not modified
   */
  void begin(StateHistory states, FMatrixRMaj all) {
    initial = initial.of(states.initial());
    product = product.of(all);
    initialRows = tape.batch();
  }

  /** Adds inputsᵀ·dPreActivations, the columns of some groups. */
  void add(int fromGroup, int toGroup) {
    int width = layout.gates() * Strips.WIDTH;
    Rows.clear(interleaved, 0, interleaved.numRows, fromGroup * width, toGroup * width);
    int fromStrip = fromGroup * layout.gates();
    int toStrip = toGroup * layout.gates();
    int rows = product.dOutput().numRows - initialRows;
    Products products = tape.kernels().products();
    products.addTransposed(initial, 0, 0, initialRows, fromStrip, toStrip);
    products.addTransposed(product, 0, initialRows, rows, fromStrip, toStrip);
    layout.addTo(interleaved.data, gradient.data, interleaved.numRows, fromGroup, toGroup);
  }
}
