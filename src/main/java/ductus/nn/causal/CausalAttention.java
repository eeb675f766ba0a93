package ductus.nn.causal;

import ductus.math.SharedWork;
import ductus.math.Strips;
import ductus.math.Workers;
import ductus.nn.Rows;
import ductus.nn.State;
import ductus.nn.Tape;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.ejml.data.FMatrixRMaj;

/**
 * The heads of a {@link SelfAttention}, which have no weights: of each time step's question, key
 * and value [T×B×3H] they make a mean of the values of the steps that they see. Keys and values of
 * the last P steps are carried in the state.
 */
final class CausalAttention {
  /** Questions of a sequence that a head answers together. */
  private static final int BLOCK = 32;

  private final AttentionShape shape;
  private final int hiddenSize;
  private final int headSize;
  private final int place;
  private final double[] slopes;
  private final Function<Tape, Run> opening = Run::new;

  CausalAttention(int hiddenSize, AttentionShape shape, int place) {
    shape.requireFit(hiddenSize);
    this.shape = shape;
    this.hiddenSize = hiddenSize;
    headSize = hiddenSize / shape.heads();
    this.place = place;
    slopes = IntStream.range(0, shape.heads()).mapToDouble(shape::slope).toArray();
  }

  /** Floats of the state of heads that share H columns. */
  static long stateSize(AttentionShape shape, long hiddenSize) {
    return RecentRows.size(shape.past(), 2 * hiddenSize);
  }

  /**
   * Columns of the weights that are kept of a head at a time step; fewer where passes have one
   * step.
   */
  static int keptColumns(AttentionShape shape) {
    return Strips.padded(HeadScratch.seen(shape, BLOCK));
  }

  FMatrixRMaj forward(FMatrixRMaj asked, Tape tape) {
    return tape.workspace(this, opening).forward(asked);
  }

  FMatrixRMaj backward(FMatrixRMaj dOutput, Tape tape) {
    return tape.workspace(this, opening).backward(dOutput);
  }

  /** One run's part. Threads share the heads of all sequences. */
  private final class Run {
    private final Tape tape;

    /** Keys and values side by side [(P+T)×B×2H]. */
    private final RecentRows recent;

    /** Weights, head by head of each sequence, and step by step [B×A×T×U]. */
    private final FMatrixRMaj weights = new FMatrixRMaj(0, 0);

    private final FMatrixRMaj output = new FMatrixRMaj(0, 0);
    private final FMatrixRMaj dAsked = new FMatrixRMaj(0, 0);
    private final SharedWork forth = new SharedWork(this::forward);
    private final SharedWork goingBack = new SharedWork(this::backward);

    /** Rooms of the threads, for passes of one step and of more; made when they are wanted. */
    private final HeadScratch[] single;

    private final HeadScratch[] several;
    private HeadScratch[] rooms;
    private FMatrixRMaj asked = output;
    private FMatrixRMaj dOutput = output;

    Run(Tape tape) {
      this.tape = tape;
      recent = new RecentRows(shape.past(), 2 * hiddenSize, 1, tape);
      single = new HeadScratch[tape.workers().count()];
      several = new HeadScratch[single.length];
      rooms = single;
    }

    private int block() {
      return rooms == single ? 1 : BLOCK;
    }

    private int heads() {
      return tape.batch() * shape.heads();
    }

    FMatrixRMaj forward(FMatrixRMaj given) {
      asked = given;
      rooms = tape.time() == 1 ? single : several;
      FMatrixRMaj state = tape.state().layer(place);
      output.reshape(tape.rows(), Strips.padded(hiddenSize));
      weights.reshape(heads() * tape.time(), Strips.padded(HeadScratch.seen(shape, block())));
      for (int i = 0; i < rooms.length && rooms[i] == null; i++) {
        rooms[i] = new HeadScratch(shape, headSize, block(), weights);
      }
      recent.begin();
      recent.read(state, 0);
      forth.run(tape.workers(), tape.rows());
      recent.write(state, 0);
      return output;
    }

    private void forward(int slice, Workers crew) {
      int from = crew.from(tape.rows(), slice);
      int to = crew.from(tape.rows(), slice + 1);
      for (int row = from; row < to; row++) {
        Rows.fill(
            asked.data,
            row * asked.numCols + hiddenSize,
            recent.all(),
            recent.firstRow() + row,
            2 * hiddenSize);
      }
      Rows.clear(output, from, to - from, hiddenSize, output.numCols);
      crew.barrier();
      int end = crew.from(heads(), slice + 1);
      for (int i = crew.from(heads(), slice); i < end; i++) {
        tape.ask(slice);
        for (int t = 0; t < tape.time(); t += block()) {
          answer(i, t, Math.min(block(), tape.time() - t), rooms[slice]);
        }
      }
    }

    private void answer(int which, int t, int count, HeadScratch room) {
      int b = which / shape.heads();
      int head = which % shape.heads();
      gather(b, head, t, count, room);
      int oldest = shape.past() - recent.count(b) - t;
      room.answer(tape.kernels().products(), slopes[head], count, which * tape.time() + t, oldest);
      copy(room.answers(), output, head * headSize, b, t, count);
    }

    /** Takes a block's questions, keys and values. */
    private void gather(int b, int head, int t, int count, HeadScratch room) {
      int column = head * headSize;
      for (int i = 0; i < count; i++) {
        int from = ((t + i) * tape.batch() + b) * asked.numCols + column;
        Rows.fill(asked.data, from, room.questions(), i, headSize);
      }
      FMatrixRMaj all = recent.all();
      for (int u = 0; u < shape.past() + count; u++) {
        int from = ((t + u) * tape.batch() + b) * all.numCols + column;
        System.arraycopy(all.data, from, room.keys().data, u * headSize, headSize);
        System.arraycopy(all.data, from + hiddenSize, room.values().data, u * headSize, headSize);
      }
      room.clearBehind(shape.past() + count);
    }

    /** Copies a block's rows to those of a sequence. */
    private void copy(FMatrixRMaj block, FMatrixRMaj rows, int column, int b, int t, int count) {
      for (int i = 0; i < count; i++) {
        int to = ((t + i) * tape.batch() + b) * rows.numCols + column;
        System.arraycopy(block.data, i * block.numCols, rows.data, to, headSize);
      }
    }

    FMatrixRMaj backward(FMatrixRMaj gradient) {
      if (output.numRows != tape.rows()) {
        throw new IllegalStateException("backward before forward");
      }
      dOutput = gradient;
      dAsked.reshape(tape.rows(), Strips.padded(3 * hiddenSize));
      State dState = tape.dState();
      FMatrixRMaj dFinal = dState == null ? null : dState.layer(place);
      recent.beginBackward(dFinal, 0);
      goingBack.run(tape.workers(), tape.rows());
      if (dFinal != null) {
        recent.writeGradient(dFinal, 0);
      }
      return dAsked;
    }

    private void backward(int slice, Workers crew) {
      int end = crew.from(heads(), slice + 1);
      for (int i = crew.from(heads(), slice); i < end; i++) {
        tape.ask(slice);
        for (int t = 0; t < tape.time(); t += block()) {
          goBack(i, t, Math.min(block(), tape.time() - t), rooms[slice]);
        }
      }
      crew.barrier();
      int from = crew.from(tape.rows(), slice);
      int to = crew.from(tape.rows(), slice + 1);
      for (int row = from; row < to; row++) {
        System.arraycopy(
            recent.gradient().data,
            (recent.firstRow() + row) * recent.gradient().numCols,
            dAsked.data,
            row * dAsked.numCols + hiddenSize,
            2 * hiddenSize);
      }
      Rows.clear(dAsked, from, to - from, 3 * hiddenSize, dAsked.numCols);
    }

    private void goBack(int which, int t, int count, HeadScratch room) {
      int b = which / shape.heads();
      int column = which % shape.heads() * headSize;
      gather(b, which % shape.heads(), t, count, room);
      for (int i = 0; i < count; i++) {
        int from = ((t + i) * tape.batch() + b) * dOutput.numCols + column;
        Rows.fill(dOutput.data, from, room.answers(), i, headSize);
      }
      room.goBack(tape.kernels().products(), count, which * tape.time() + t);
      copy(room.dQuestions(), dAsked, column, b, t, count);
      FMatrixRMaj gradient = recent.gradient();
      for (int u = 0; u < shape.past() + count; u++) {
        int to = ((t + u) * tape.batch() + b) * gradient.numCols + column;
        int from = u * room.dKeys().numCols;
        for (int j = 0; j < headSize; j++) {
          gradient.data[to + j] += room.dKeys().data[from + j];
          gradient.data[to + hiddenSize + j] += room.dValues().data[from + j];
        }
      }
    }
  }
}
