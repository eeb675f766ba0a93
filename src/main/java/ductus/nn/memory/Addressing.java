package ductus.nn.memory;

import ductus.math.Elementary;
import ductus.math.FastExp;
import java.util.Arrays;
import org.ejml.data.FMatrixRMaj;

/**
 * Where the heads of one sequence go: from what steers them, the memory and where they were to
 * their weightings, and back. {@link #look} comes first.
 */
final class Addressing {
  /** Added to squared lengths. */
  private static final float SMOOTHING = 1e-6f;

  /** Smallest share that is sharpened; below it there is no gradient. */
  private static final double LEAST = 1e-20;

  private final MemoryShape shape;
  private final int slots;
  private final int width;
  private final int size;

  /** [T×B×Q]; gradients on the way back. */
  private final FMatrixRMaj steering;

  private final FMatrixRMaj contents;
  private final FMatrixRMaj logs;

  /** Rows over the slots: one over the length, cosine, blended weighting, scratch. */
  private final float[] inverseLengths;

  private final float[] cosines;
  private final float[] blended;
  private final float[] shifted;
  private final float[] dShifted;
  private final float[] dBlended;
  private final float[] dCosines;

  private float strength;
  private float gate;
  private final float[] shift = new float[3];
  private float sharpness;
  private float inverseKeyLength;

  /**
   * Creates the addressing of a sequence.
   *
   * @param contents of each head its weighting by content, filled and read [T×B×(R+W)·N]
   * @param logs of each head the logarithms of what is sharpened
   */
  Addressing(MemoryShape shape, FMatrixRMaj steering, FMatrixRMaj contents, FMatrixRMaj logs) {
    this.shape = shape;
    this.steering = steering;
    this.contents = contents;
    this.logs = logs;
    slots = shape.slots();
    width = shape.width();
    size = shape.rowSize();
    inverseLengths = new float[size];
    cosines = new float[size];
    blended = new float[size];
    shifted = new float[size];
    dShifted = new float[size];
    dBlended = new float[size];
    dCosines = new float[size];
  }

  /** Measures the slots of a memory [M×N], for the heads that look for content in it. */
  void look(float[] memory, int at) {
    Arrays.fill(inverseLengths, SMOOTHING);
    for (int j = 0; j < width; j++) {
      int row = at + j * size;
      for (int i = 0; i < size; i++) {
        inverseLengths[i] += memory[row + i] * memory[row + i];
      }
    }
    for (int i = 0; i < size; i++) {
      inverseLengths[i] = (float) (1 / Math.sqrt(inverseLengths[i]));
    }
  }

  /**
   * Computes a head's weighting.
   *
   * @param old state of the step before
   * @param state whose memory was looked at last is that of the step before for a write head, and
   *     of this step for a read head; the weighting is modified
   */
  void address(int head, int row, float[] old, int oldAt, float[] state, int at) {
    boolean writes = head >= shape.readHeads();
    steer(head, row);
    compare(head, row, writes ? old : state, writes ? oldAt : at);
    int content = row * contents.numCols + head * size;
    concentrate(content);
    blend(content, old, oldAt + shape.weightingColumn(head));
    shift();
    sharpen(row * logs.numCols + head * size, state, at + shape.weightingColumn(head));
  }

  private void steer(int head, int row) {
    int at = row * steering.numCols + shape.steeringColumn(head) + width;
    float[] raw = steering.data;
    strength = (float) Elementary.softplus(raw[at]);
    gate = (float) Elementary.sigmoid(raw[at + 1]);
    double most = Math.max(raw[at + 2], Math.max(raw[at + 3], raw[at + 4]));
    double sum = 0;
    for (int k = 0; k < 3; k++) {
      double share = FastExp.exp(raw[at + 2 + k] - most);
      shift[k] = (float) share;
      sum += share;
    }
    for (int k = 0; k < 3; k++) {
      shift[k] = (float) (shift[k] / sum);
    }
    sharpness = 1 + (float) Elementary.softplus(raw[at + 5]);
  }

  /** Cosines of the key and the slots. */
  private void compare(int head, int row, float[] memory, int memoryAt) {
    int key = row * steering.numCols + shape.steeringColumn(head);
    float square = SMOOTHING;
    Arrays.fill(cosines, 0);
    for (int j = 0; j < width; j++) {
      float k = steering.data[key + j];
      square += k * k;
      Slots.add(k, memory, memoryAt + j * size, cosines, 0, size);
    }
    inverseKeyLength = (float) (1 / Math.sqrt(square));
    for (int i = 0; i < size; i++) {
      cosines[i] *= inverseKeyLength * inverseLengths[i];
    }
  }

  private void concentrate(int content) {
    float most = Float.NEGATIVE_INFINITY;
    for (int i = 0; i < slots; i++) {
      most = Math.max(most, cosines[i]);
    }
    double sum = 0;
    for (int i = 0; i < slots; i++) {
      double share = FastExp.exp(strength * (cosines[i] - most));
      contents.data[content + i] = (float) share;
      sum += share;
    }
    float scale = (float) (1 / sum);
    for (int i = 0; i < slots; i++) {
      contents.data[content + i] *= scale;
    }
  }

  private void blend(int content, float[] old, int weighting) {
    for (int i = 0; i < slots; i++) {
      blended[i] = gate * contents.data[content + i] + (1 - gate) * old[weighting + i];
    }
  }

  private void shift() {
    for (int i = 0; i < slots; i++) {
      int before = i == 0 ? slots - 1 : i - 1;
      int behind = i == slots - 1 ? 0 : i + 1;
      shifted[i] = shift[0] * blended[behind] + shift[1] * blended[i] + shift[2] * blended[before];
    }
  }

  private void sharpen(int log, float[] state, int weighting) {
    float most = Float.NEGATIVE_INFINITY;
    for (int i = 0; i < slots; i++) {
      logs.data[log + i] = (float) Elementary.log(Math.max(shifted[i], LEAST));
      most = Math.max(most, logs.data[log + i]);
    }
    double sum = 0;
    for (int i = 0; i < slots; i++) {
      double share = FastExp.exp(sharpness * (logs.data[log + i] - most));
      state[weighting + i] = (float) share;
      sum += share;
    }
    float scale = (float) (1 / sum);
    for (int i = 0; i < slots; i++) {
      state[weighting + i] *= scale;
    }
    Arrays.fill(state, weighting + slots, weighting + size, 0);
  }

  /**
   * Goes back through {@link #address}: replaces the head's steering by its gradient.
   *
   * @param memory that was looked at, not modified
   * @param dState in: the gradient of the weighting; out: of that of the step before; the gradient
   *     of the memory is added to
   */
  void addressBack(
      int head,
      int row,
      float[] old,
      int oldAt,
      float[] state,
      int at,
      float[] memory,
      int memoryAt,
      float[] dState,
      int dAt) {
    int column = shape.weightingColumn(head);
    int content = row * contents.numCols + head * size;
    int raw = row * steering.numCols + shape.steeringColumn(head) + width;
    steer(head, row);
    compare(head, row, memory, memoryAt);
    blend(content, old, oldAt + column);
    shift();
    int log = row * logs.numCols + head * size;
    float dSharpness = sharpenBack(log, state, at + column, dState, dAt + column);
    shiftBack(raw + 2);
    float dGate = blendBack(content, old, oldAt + column, dState, dAt + column);
    float dStrength = concentrateBack(content);
    compareBack(raw - width, memory, memoryAt, dState, dAt);
    // The derivative of softplus(x) is the sigmoid of x, 1 − exp(−softplus(x)).
    steering.data[raw] = dStrength * (float) (1 - FastExp.exp(-strength));
    steering.data[raw + 1] = dGate * gate * (1 - gate);
    steering.data[raw + 5] = dSharpness * (float) (1 - FastExp.exp(1 - sharpness));
  }

  /** Leaves the gradient of what is sharpened; returns that of the sharpness. */
  private float sharpenBack(int log, float[] state, int weighting, float[] dState, int d) {
    double mean = 0;
    for (int i = 0; i < slots; i++) {
      mean += state[weighting + i] * dState[d + i];
    }
    double dSharpness = 0;
    for (int i = 0; i < slots; i++) {
      double dPower = state[weighting + i] * (dState[d + i] - mean);
      dSharpness += dPower * logs.data[log + i];
      dShifted[i] = shifted[i] > LEAST ? (float) (sharpness * dPower / shifted[i]) : 0;
    }
    return (float) dSharpness;
  }

  private void shiftBack(int raw) {
    double back = 0;
    double still = 0;
    double on = 0;
    for (int i = 0; i < slots; i++) {
      int before = i == 0 ? slots - 1 : i - 1;
      int behind = i == slots - 1 ? 0 : i + 1;
      back += dShifted[i] * blended[behind];
      still += dShifted[i] * blended[i];
      on += dShifted[i] * blended[before];
      dBlended[i] =
          shift[0] * dShifted[before] + shift[1] * dShifted[i] + shift[2] * dShifted[behind];
    }
    double mean = shift[0] * back + shift[1] * still + shift[2] * on;
    steering.data[raw] = (float) (shift[0] * (back - mean));
    steering.data[raw + 1] = (float) (shift[1] * (still - mean));
    steering.data[raw + 2] = (float) (shift[2] * (on - mean));
  }

  /** Writes the gradient of the weighting before; returns that of the gate. */
  private float blendBack(int content, float[] old, int weighting, float[] dState, int d) {
    double dGate = 0;
    for (int i = 0; i < slots; i++) {
      dGate += dBlended[i] * (contents.data[content + i] - old[weighting + i]);
      dState[d + i] = (1 - gate) * dBlended[i];
    }
    return (float) dGate;
  }

  /** Leaves the gradients of the cosines; returns that of the strength. */
  private float concentrateBack(int content) {
    double mean = 0;
    for (int i = 0; i < slots; i++) {
      mean += contents.data[content + i] * dBlended[i];
    }
    double dStrength = 0;
    for (int i = 0; i < slots; i++) {
      double dExponent = gate * contents.data[content + i] * (dBlended[i] - mean);
      dStrength += dExponent * cosines[i];
      dCosines[i] = (float) (strength * dExponent);
    }
    return (float) dStrength;
  }

  /** Replaces the key by its gradient. */
  private void compareBack(int key, float[] memory, int memoryAt, float[] dState, int dAt) {
    double along = 0;
    for (int i = 0; i < slots; i++) {
      along += dCosines[i] * cosines[i];
      float inverse = inverseLengths[i];
      cosines[i] *= dCosines[i] * inverse * inverse;
      dCosines[i] *= inverseKeyLength * inverse;
    }
    float shrink = (float) (along * inverseKeyLength * inverseKeyLength);
    for (int j = 0; j < width; j++) {
      int slot = memoryAt + j * size;
      int dSlot = dAt + j * size;
      float k = steering.data[key + j];
      steering.data[key + j] = Slots.product(memory, slot, dCosines, 0, size) - shrink * k;
      for (int i = 0; i < size; i++) {
        dState[dSlot + i] += k * dCosines[i] - cosines[i] * memory[slot + i];
      }
    }
  }
}
