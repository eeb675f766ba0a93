package ductus.nn.recurrent;

import ductus.math.CellKernels;
import ductus.math.GatedSumKernels;
import ductus.math.Kernels;
import ductus.math.NormKernels;
import ductus.math.PeepholeKernels;
import ductus.math.Products;
import ductus.math.RowKernels;
import ductus.math.UpdateKernels;
import ductus.math.WeightedSumKernels;
import ductus.math.plain.EjmlKernels;

/**
 * Kernels that allocate nothing, to count what layers do: the plain ones without their products,
 * since EJML's need matrices, and vectors are objects until their methods are compiled.
 */
public final class IdleProducts implements Kernels, Products {
  private final Kernels plain = new EjmlKernels();

  @Override
  public String name() {
    return "idle";
  }

  @Override
  public String description() {
    return name();
  }

  @Override
  public Products products() {
    return this;
  }

  @Override
  public CellKernels cells() {
    return plain.cells();
  }

  @Override
  public PeepholeKernels peepholes() {
    return plain.peepholes();
  }

  @Override
  public GatedSumKernels gatedSums() {
    return plain.gatedSums();
  }

  @Override
  public NormKernels norms() {
    return plain.norms();
  }

  @Override
  public RowKernels rows() {
    return plain.rows();
  }

  @Override
  public WeightedSumKernels blends() {
    return plain.blends();
  }

  @Override
  public UpdateKernels updates() {
    return plain.updates();
  }

  @Override
  public void multiply(
      RowProduct product, int inputRow, int outputRow, int rows, int fromStrip, int toStrip) {}

  @Override
  public void add(
      RowProduct product, int inputRow, int outputRow, int rows, int fromStrip, int toStrip) {}

  @Override
  public void addTransposed(
      GradientProduct product, int inputRow, int outputRow, int rows, int fromStrip, int toStrip) {}

  @Override
  public void addTransposed(GradientProduct product, int fromInput, int toInput) {}
}
