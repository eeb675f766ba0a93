package ductus.math;

import ductus.math.CellKernels.StateMatrices;
import org.ejml.data.FMatrixRMaj;

/**
 * Recurrent cells whose states are gated sums of the states before and of what comes from the
 * input, so that no product of states is wanted. Matrices stand as in {@link CellKernels}; each
 * method works on some groups of units of all sequences at one time step.
 */
public interface GatedSumKernels {
  /**
   * The matrices of minimal gated recurrent units.
   *
   * @param gates update gate z, candidate n
   * @param hidden hidden states
   */
  record MinGruMatrices(FMatrixRMaj gates, StateMatrices hidden) {}

  /**
   * Updates minimal gated recurrent units (Feng et al. 2024): h = (1 − z)·h′ + z·n with z = σ(·).
   * The update gates become activations.
   */
  void minGru(MinGruMatrices units, int t, int fromGroup, int toGroup);

  /**
   * Goes back through {@link #minGru}: replaces gates and candidates by the gradients of their
   * pre-activations, and the gradient of the hidden states by that of the step before.
   *
   * @param dHidden gradient from the layer above [T×B×16·groups], not modified
   */
  void minGruBackward(MinGruMatrices units, FMatrixRMaj dHidden, int t, int fromGroup, int toGroup);

  /**
   * The matrices of simple recurrent units.
   *
   * @param gates candidate n, forget gate f, reset gate r, highway s
   * @param weights [1×16·2·groups] v of the cell states in forget and reset gate
   * @param cell cell states
   * @param hidden hidden states
   */
  record SruMatrices(
      FMatrixRMaj gates, FMatrixRMaj weights, StateMatrices cell, StateMatrices hidden) {}

  /**
   * Updates simple recurrent units (Lei et al. 2018): f, r = σ(· + v·c′), c = f·c′ + (1 − f)·n, h =
   * r·c + (1 − r)·s. The two gates become activations.
   */
  void sru(SruMatrices units, int t, int fromGroup, int toGroup);

  /**
   * Goes back through {@link #sru}: replaces all four parts by the gradients of their
   * pre-activations, the gradient of the cell states by that of the step before, and that of the
   * hidden states by 0.
   *
   * @param dHidden gradient from the layer above [T×B×16·groups], not modified
   */
  void sruBackward(SruMatrices units, FMatrixRMaj dHidden, int t, int fromGroup, int toGroup);

  /**
   * Adds up the gradients of the weights of the cell states over all time steps, once the way back
   * is done and the gates are gradients.
   *
   * @param dWeights [16·2·groups], added to
   */
  void sruWeightsBackward(SruMatrices units, float[] dWeights, int fromGroup, int toGroup);
}
