package ductus.model.signal;

import ductus.nn.Parameter;
import ductus.nn.Tape;
import ductus.nn.head.Head;
import ductus.nn.head.SoftmaxHead;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;

/** Predicts one of V classes a time step, of which the targets are the numbers [T×B]. */
final class ClassHead implements Head<float[]> {
  private static final int MASKED = -1;

  private final SoftmaxHead head;
  private final int classes;

  /** A head with zero weights for hidden states of size H and V classes. */
  ClassHead(int inputSize, int classes) {
    head = new SoftmaxHead(inputSize, classes);
    this.classes = classes;
  }

  @Override
  public List<Parameter> parameters() {
    return head.parameters();
  }

  @Override
  public void initialize(RandomGenerator random) {
    head.initialize(random);
  }

  @Override
  public void repack(Tape tape) {
    head.repack(tape);
  }

  @Override
  public FMatrixRMaj outputs(FMatrixRMaj hidden, Tape tape) {
    return head.outputs(hidden, tape);
  }

  @Override
  public double loss(FMatrixRMaj hidden, float[] targets, float scale, Tape tape) {
    int[] wanted = new int[targets.length];
    for (int i = 0; i < wanted.length; i++) {
      wanted[i] = Float.isNaN(targets[i]) ? MASKED : (int) targets[i];
      if (wanted[i] >= classes) {
        throw new IllegalArgumentException(
            "class must be below %d but was %d".formatted(classes, wanted[i]));
      }
    }
    return head.loss(hidden, wanted, scale, tape);
  }

  @Override
  public FMatrixRMaj backward(Tape tape) {
    return head.backward(tape);
  }
}
