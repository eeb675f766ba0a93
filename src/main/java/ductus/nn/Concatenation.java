package ductus.nn;

import ductus.math.SharedWork;
import ductus.math.Strips;
import ductus.math.Workers;
import java.util.function.Function;
import org.ejml.data.FMatrixRMaj;

/**
 * Puts two streams side by side: [T×B×L] and [T×B×R] to [T×B×(L+R)], as where a skip connection
 * joins what went through the layers. Threads share the rows.
 */
public final class Concatenation {
  private final int leftSize;
  private final int rightSize;
  private final Function<Tape, Run> opening = Run::new;

  /**
   * A junction.
   *
   * @param leftSize L
   * @param rightSize R
   */
  public Concatenation(int leftSize, int rightSize) {
    this.leftSize = leftSize;
    this.rightSize = rightSize;
  }

  /**
   * Joins two matrices.
   *
   * @param left [T×B×L] in whole strips, not modified
   * @param right [T×B×R] in whole strips, not modified
   * @return [T×B×(L+R)] in whole strips, on the tape
   */
  public FMatrixRMaj join(FMatrixRMaj left, FMatrixRMaj right, Tape tape) {
    Run run = tape.workspace(this, opening);
    run.left = left;
    run.right = right;
    run.joined.reshape(tape.rows(), Strips.padded(leftSize + rightSize));
    run.joining.run(tape.workers(), tape.rows());
    return run.joined;
  }

  /**
   * Parts the gradient of what was joined; see {@link #rightGradient}.
   *
   * @param dJoined [T×B×(L+R)] in whole strips, not modified
   * @return the gradient of the left stream [T×B×L] in whole strips, on the tape
   */
  public FMatrixRMaj part(FMatrixRMaj dJoined, Tape tape) {
    Run run = tape.workspace(this, opening);
    run.left = dJoined;
    run.dLeft.reshape(tape.rows(), Strips.padded(leftSize));
    run.dRight.reshape(tape.rows(), Strips.padded(rightSize));
    run.parting.run(tape.workers(), tape.rows());
    return run.dLeft;
  }

  /** The gradient of the right stream that was parted last [T×B×R] in whole strips, on the tape. */
  public FMatrixRMaj rightGradient(Tape tape) {
    return tape.workspace(this, opening).dRight;
  }

  /**
   * Adds to the gradient of the right stream what came to it the other way.
   *
   * @param gradient [T×B×R] in whole strips, not modified
   * @return their sum, on the tape
   */
  public FMatrixRMaj addToRight(FMatrixRMaj gradient, Tape tape) {
    Run run = tape.workspace(this, opening);
    run.left = gradient;
    run.adding.run(tape.workers(), tape.rows());
    return run.dRight;
  }

  private final class Run {
    private final Tape tape;
    private final FMatrixRMaj joined = new FMatrixRMaj(0, 0);
    private final FMatrixRMaj dLeft = new FMatrixRMaj(0, 0);
    private final FMatrixRMaj dRight = new FMatrixRMaj(0, 0);
    private final SharedWork joining = new SharedWork(this::join);
    private final SharedWork parting = new SharedWork(this::part);
    private final SharedWork adding = new SharedWork(this::add);

    /** The matrices that the work at hand joins or parts. */
    private FMatrixRMaj left = joined;

    private FMatrixRMaj right = joined;

    Run(Tape tape) {
      this.tape = tape;
    }

    private void join(int slice, Workers crew) {
      int from = crew.from(tape.rows(), slice);
      int to = crew.from(tape.rows(), slice + 1);
      Rows.copy(left, 0, joined, 0, leftSize, from, to);
      Rows.copy(right, 0, joined, leftSize, rightSize, from, to);
      Rows.clear(joined, from, to - from, leftSize + rightSize, joined.numCols);
    }

    private void part(int slice, Workers crew) {
      int from = crew.from(tape.rows(), slice);
      int to = crew.from(tape.rows(), slice + 1);
      Rows.copy(left, 0, dLeft, 0, leftSize, from, to);
      Rows.clear(dLeft, from, to - from, leftSize, dLeft.numCols);
      Rows.copy(left, leftSize, dRight, 0, rightSize, from, to);
      Rows.clear(dRight, from, to - from, rightSize, dRight.numCols);
    }

    private void add(int slice, Workers crew) {
      int from = crew.from(tape.rows(), slice);
      int to = crew.from(tape.rows(), slice + 1);
      Rows.add(left, 0, dRight, 0, rightSize, from, to);
    }
  }
}
