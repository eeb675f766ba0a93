package ductus.nn.memory;

import ductus.math.Workers;
import ductus.nn.StateHistory;
import ductus.nn.Tape;
import ductus.nn.attention.Attention;
import ductus.nn.attention.StepProjection;
import org.ejml.data.FMatrixRMaj;

/** One run's part of a {@link NeuralMemory}. */
final class MemoryRun implements Attention.Run {
  private final MemoryShape shape;
  private final StepProjection.Run steering;
  private final Tape tape;

  /**
   * The states of the sequences: of each the memory [M×N], then the weightings of its heads [N].
   */
  private final StateHistory states;

  /**
   * The weightings by content of the heads, and the logarithms of those which are sharpened [N].
   */
  private final FMatrixRMaj contents = new FMatrixRMaj(0, 0);

  private final FMatrixRMaj logs = new FMatrixRMaj(0, 0);

  /** The vectors read [T×B×W], and the gradient of those of the step at hand [B×W]. */
  private FMatrixRMaj read = contents;

  private FMatrixRMaj dRead = contents;

  /** The addressing of each sequence, so that threads share nothing. */
  private Addressing[] addressings = {};

  private MemoryWrite[] writings = {};

  MemoryRun(MemoryShape shape, StepProjection.Run steering, Tape tape) {
    this.shape = shape;
    this.steering = steering;
    this.tape = tape;
    states = new StateHistory(shape.stateSize(), tape);
  }

  @Override
  public StateHistory states() {
    return states;
  }

  @Override
  public void begin(FMatrixRMaj hidden, FMatrixRMaj vectors) {
    steering.begin(hidden);
    read = vectors;
    contents.reshape(tape.rows(), shape.heads() * shape.rowSize());
    logs.reshape(tape.rows(), shape.heads() * shape.rowSize());
    if (addressings.length < tape.batch()) {
      addressings = new Addressing[tape.batch()];
      writings = new MemoryWrite[tape.batch()];
      for (int b = 0; b < tape.batch(); b++) {
        addressings[b] = new Addressing(shape, steering.values(), contents, logs);
        writings[b] = new MemoryWrite(shape, steering.values());
      }
    }
  }

  /** See {@link NeuralMemory#weighting}. */
  void weighting(int t, int sequence, int head, float[] weighting) {
    System.arraycopy(
        states.all().data,
        now(t, sequence) + shape.weightingColumn(head),
        weighting,
        0,
        shape.slots());
  }

  /** The index at which a sequence's state of a time step begins. */
  private int now(int t, int sequence) {
    return (t * tape.batch() + sequence) * states.all().numCols;
  }

  /**
   * The index at which a sequence's state of the step before begins, in the array of {@link
   * StateHistory#previous}.
   */
  private int before(int t, int sequence) {
    return states.previousOffset(t, sequence);
  }

  @Override
  public void forward(int t, int fromSequence, int toSequence) {
    steering.forward(t, fromSequence, toSequence);
    for (int b = fromSequence; b < toSequence; b++) {
      step(t, b);
    }
  }

  private void step(int t, int b) {
    float[] old = states.previous(t);
    int oldAt = before(t, b);
    float[] state = states.all().data;
    int at = now(t, b);
    int row = t * tape.batch() + b;
    Addressing addressing = addressings[b];
    addressing.look(old, oldAt);
    for (int head = shape.readHeads(); head < shape.heads(); head++) {
      addressing.address(head, row, old, oldAt, state, at);
    }
    writings[b].write(row, old, oldAt, state, at);
    addressing.look(state, at);
    for (int head = 0; head < shape.readHeads(); head++) {
      addressing.address(head, row, old, oldAt, state, at);
      int weighting = at + shape.weightingColumn(head);
      int to = row * read.numCols + head * shape.width();
      for (int j = 0; j < shape.width(); j++) {
        read.data[to + j] =
            Slots.product(state, at + j * shape.rowSize(), state, weighting, shape.rowSize());
      }
    }
  }

  @Override
  public void beginBackward(FMatrixRMaj hidden, FMatrixRMaj dVectors, FMatrixRMaj dHidden) {
    steering.beginBackward(hidden, dHidden);
    dRead = dVectors;
  }

  @Override
  public void backward(int t, int fromSequence, int toSequence) {
    for (int b = fromSequence; b < toSequence; b++) {
      stepBack(t, b);
    }
    steering.backward(t, fromSequence, toSequence);
  }

  /** The gradient of the state becomes that of the step before. */
  private void stepBack(int t, int b) {
    float[] old = states.previous(t);
    int oldAt = before(t, b);
    float[] state = states.all().data;
    int at = now(t, b);
    int row = t * tape.batch() + b;
    float[] dState = states.gradient().data;
    int dAt = b * states.gradient().numCols;
    Addressing addressing = addressings[b];
    addressing.look(state, at);
    for (int head = 0; head < shape.readHeads(); head++) {
      readBack(head, state, at, dRead.data, b * dRead.numCols + head * shape.width(), dState, dAt);
      addressing.addressBack(head, row, old, oldAt, state, at, state, at, dState, dAt);
    }
    writings[b].writeBack(row, old, oldAt, state, at, dState, dAt);
    addressing.look(old, oldAt);
    for (int head = shape.readHeads(); head < shape.heads(); head++) {
      addressing.addressBack(head, row, old, oldAt, state, at, old, oldAt, dState, dAt);
    }
  }

  private void readBack(
      int head, float[] state, int at, float[] dVector, int from, float[] dState, int dAt) {
    int size = shape.rowSize();
    int weighting = at + shape.weightingColumn(head);
    int dWeighting = dAt + shape.weightingColumn(head);
    for (int j = 0; j < shape.width(); j++) {
      float gradient = dVector[from + j];
      Slots.add(gradient, state, at + j * size, dState, dWeighting, size);
      Slots.add(gradient, state, weighting, dState, dAt + j * size, size);
    }
  }

  @Override
  public void finishBackward(int slice, Workers crew) {
    steering.finishBackward(slice, crew);
  }
}
