package ductus.math.vector;

import ductus.math.CellKernels;
import ductus.math.GatedSumKernels;
import ductus.math.Kernels;
import ductus.math.NormKernels;
import ductus.math.PeepholeKernels;
import ductus.math.Products;
import ductus.math.RowKernels;
import ductus.math.Tiling;
import ductus.math.UpdateKernels;
import ductus.math.WeightedSumKernels;
import java.util.Optional;

/** The kernels on the Vector API: products in register tiles, element-wise passes fused. */
public final class VectorKernels implements Kernels {
  private final Tiling tiling;
  private final Products products;
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
    this(VectorProducts.USUAL);
  }

  private VectorKernels(Tiling tiling) {
    if (!FusedProbe.isFast()) {
      throw new UnsupportedOperationException("no fused multiply-add on this machine");
    }
    this.tiling = tiling;
    products = new VectorProducts(tiling);
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
  public Optional<Tiling> tiling() {
    return Optional.of(tiling);
  }

  @Override
  public Kernels cut(Tiling other) {
    return new VectorKernels(other);
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
