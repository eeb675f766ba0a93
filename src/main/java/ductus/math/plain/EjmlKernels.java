package ductus.math.plain;

import ductus.math.CellKernels;
import ductus.math.GatedSumKernels;
import ductus.math.Kernels;
import ductus.math.NormKernels;
import ductus.math.PeepholeKernels;
import ductus.math.Products;
import ductus.math.RowKernels;
import ductus.math.UpdateKernels;
import ductus.math.WeightedSumKernels;

/**
 * The plain kernels: EJML's products, scalar loops for the rest. They define what the others
 * compute and serve where the Vector API is absent.
 */
public final class EjmlKernels implements Kernels {
  private final Products products = new EjmlProducts();
  private final CellKernels cells = new PlainCells();
  private final PeepholeKernels peepholes = new PlainPeepholes();
  private final GatedSumKernels gatedSums = new PlainGatedSums();
  private final NormKernels norms = new PlainNorms();
  private final RowKernels rows = new PlainRows();
  private final WeightedSumKernels blends = new PlainWeightedSums();
  private final UpdateKernels updates = new PlainUpdates();

  @Override
  public String name() {
    return "EJML";
  }

  @Override
  public String description() {
    return name();
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
