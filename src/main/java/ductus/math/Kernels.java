package ductus.math;

import java.util.Optional;

/**
 * The inner loops of the engine, over parts of row-major float arrays. Every method works on the
 * part it is given and on nothing else, so that threads can share the work by columns or rows.
 *
 * <p>{@code ductus.math.plain} is the plain implementation and the definition; {@code
 * ductus.math.vector}, on the Vector API, gives the same up to rounding. Within one implementation
 * the bits of a result depend neither on the number of threads nor on the width of the vectors.
 */
public interface Kernels {
  /**
   * Name of these kernels; kernels of one name give the same bits on every machine with fused
   * multiply-add.
   */
  String name();

  /** Description of what runs, for people: {@code Vector API, 512 bits} or {@code EJML}. */
  String description();

  /** How the products are cut; empty where that is not ours to say. */
  default Optional<Tiling> tiling() {
    return Optional.empty();
  }

  /** These kernels with products that are cut otherwise, where they are cut: with the same bits. */
  default Kernels cut(Tiling other) {
    return this;
  }

  /** Matrix products. */
  Products products();

  /** The element-wise part of recurrent cells. */
  CellKernels cells();

  /** The LSTM cell in two halves. */
  PeepholeKernels peepholes();

  /** Recurrent cells without a product of states. */
  GatedSumKernels gatedSums();

  /** Layer normalization. */
  NormKernels norms();

  /** Passes over rows. */
  RowKernels rows();

  /** Weighted sums of vectors. */
  WeightedSumKernels blends();

  /** Passes over weights and gradients. */
  UpdateKernels updates();
}
