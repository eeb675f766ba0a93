package ductus.nn.memory;

import ductus.math.Workers;
import ductus.nn.Parameter;
import ductus.nn.Tape;
import ductus.nn.attention.Attention;
import ductus.nn.attention.StepProjection;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;

/**
 * The memory of a neural Turing machine, with its heads (Graves, Wayne and Danihelka 2014, eq.
 * 1–9); the layer that it belongs to is the machine's controller. At each time step the hidden
 * state h steers every head, the write heads go to their places and write, then the read heads go
 * to theirs and read:
 *
 * <pre>
 *   (k, β̂, ĝ, ŝ, γ̂) = h·W + b    β = softplus(β̂)    g = σ(ĝ)    s = softmax(ŝ)    γ = 1 + softplus(γ̂)
 *   c = softmax(β·K(k, M))        content: K the cosine
 *   v = g·c + (1 − g)·w′          or on from where the head was
 *   u = v ∗ s                     a slot back, not at all, a slot on; around the end
 *   w = u^γ / Σ u^γ               sharpened
 *   M = M′·Π(1 − w·e) + Σ w·a     e = σ(ê)    a = tanh(â), of each write head
 *   r = Σ w·M                     of each read head
 * </pre>
 *
 * <p>Write heads look for content in the memory of before, M′. It is all zeros before the first
 * time step, and all heads are at its first slot. The cosine has a millionth added to both squared
 * lengths, so that an empty slot is like nothing.
 *
 * <p>Weights in the file: {@code memory_weight} W [H×Q] and {@code memory_bias} b [1×Q], head by
 * head, read heads first, in the order k, β̂, ĝ, ŝ, γ̂, and of a write head ê, â.
 */
public final class NeuralMemory implements Attention {
  private final MemoryShape shape;
  private final StepProjection steering;
  private final double bound;
  private final Function<Tape, MemoryRun> opening;

  /**
   * A memory with zero weights.
   *
   * @param name prefix of its parameters' names
   * @param hiddenSize H of the layer that it belongs to
   */
  public NeuralMemory(String name, int hiddenSize, MemoryShape shape) {
    this.shape = shape;
    steering =
        new StepProjection(
            name + ".memory_weight", name + ".memory_bias", hiddenSize, shape.steeringSize());
    bound = 1 / Math.sqrt(hiddenSize);
    opening = tape -> new MemoryRun(shape, steering.open(tape), tape);
  }

  /** The size of the memory and its heads. */
  public MemoryShape shape() {
    return shape;
  }

  @Override
  public int size() {
    return shape.readSize();
  }

  /** The memory, then the weightings. */
  @Override
  public int stateSize() {
    return shape.stateSize();
  }

  /** Puts all heads at the first slot. */
  @Override
  public void initializeState(FMatrixRMaj state, int column) {
    for (int b = 0; b < state.numRows; b++) {
      for (int head = 0; head < shape.heads(); head++) {
        state.data[b * state.numCols + column + shape.weightingColumn(head)] = 1;
      }
    }
  }

  @Override
  public List<Parameter> parameters() {
    return steering.parameters();
  }

  @Override
  public void initialize(RandomGenerator random) {
    steering.initialize(bound, random);
  }

  @Override
  public void repack(int slice, Workers crew) {
    steering.repack(slice, crew);
  }

  @Override
  public MemoryRun open(Tape tape) {
    return tape.workspace(this, opening);
  }

  /**
   * The weighting of a head at a time step of the last pass.
   *
   * @param head read heads first, then write heads
   * @param weighting [N], modified
   */
  public void weighting(int t, int sequence, int head, float[] weighting, Tape tape) {
    open(tape).weighting(t, sequence, head, weighting);
  }
}
