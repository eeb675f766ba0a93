package ductus.math.vector;

import ductus.math.CellKernels;
import ductus.math.GatedSumKernels;
import ductus.math.Kernels;
import ductus.math.NormKernels;
import ductus.math.PeepholeKernels;
import ductus.math.Products;
import ductus.math.RowKernels;
import ductus.math.UpdateKernels;
import ductus.math.WeightedSumKernels;

/** The kernels on the Vector API: products in register tiles, element-wise passes fused. */
public final class VectorKernels implements Kernels {
  private final Products products = new VectorProducts();
  private final CellKernels cells = new VectorCells();
  private final PeepholeKernels peepholes = new VectorPeepholes();
  private final GatedSumKernels gatedSums = new VectorGatedSums();
  private final NormKernels norms = new VectorNorms();
  private final RowKernels rows = new VectorRows();
  private final WeightedSumKernels blends = new VectorWeightedSums();
  private final UpdateKernels updates = new VectorUpdates();

  /**
   * Kernels for this machine.
   *
   * @throws UnsupportedOperationException if it has no fused multiply-add
   */
  public VectorKernels() {
    if (!FusedProbe.isFast()) {
      throw new UnsupportedOperationException("no fused multiply-add on this machine");
    }
  }

  @Override
  public String name() {
    return "Vector API";
  }

  @Override
  public String description() {
    return name() + ", " + Lanes.SPECIES.vectorBitSize() + " bits";
  }

  @Override
  public Products products() {
    return products;
  }

  @Override
  public CellKernels cells() {
    return cells;
  }

  @Override
  public PeepholeKernels peepholes() {
    return peepholes;
  }

  @Override
  public GatedSumKernels gatedSums() {
    return gatedSums;
  }

  @Override
  public NormKernels norms() {
    return norms;
  }

  @Override
  public RowKernels rows() {
    return rows;
  }

  @Override
  public WeightedSumKernels blends() {
    return blends;
  }

  @Override
  public UpdateKernels updates() {
    return updates;
  }
}
