package ductus.model.signal;

import ductus.nn.Parameter;
import ductus.nn.Tape;
import ductus.nn.head.OutputDistribution;
import ductus.nn.head.PointHead;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;

/** Some numbers a step, each by itself. */
final class NumberHead implements SignalHead {
  private final PointHead head;

  NumberHead(OutputDistribution law, int inputSize, int numbers) {
    head = new PointHead(law, inputSize, numbers);
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
    return head.loss(hidden, targets, scale, tape);
  }

  @Override
  public FMatrixRMaj backward(Tape tape) {
    return head.backward(tape);
  }
}
