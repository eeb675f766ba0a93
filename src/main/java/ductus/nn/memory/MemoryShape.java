package ductus.nn.memory;

import ductus.math.Strips;
import ductus.nn.Sizes;

/**
 * The size of a memory, and who is at work on it.
 *
 * @param slots N
 * @param width numbers a slot, M
 * @param readHeads R
 * @param writeHeads W
 */
public record MemoryShape(int slots, int width, int readHeads, int writeHeads) {
  /** The usual size, that of Graves et al. (2014): 128 slots of 20 numbers, a head of each kind. */
  public static final MemoryShape USUAL = new MemoryShape(128, 20, 1, 1);

  /**
   * Numbers that say where a head goes, beside its key: strength, gate, three shifts, sharpness.
   */
  static final int STEERING = 6;

  private static final int MOST_SLOTS = 4096;
  private static final int MOST_WIDTH = 512;
  private static final int MOST_HEADS = 16;

  public MemoryShape {
    Sizes.require("slots of the memory", slots, 3, MOST_SLOTS);
    Sizes.require("numbers a slot", width, 1, MOST_WIDTH);
    Sizes.require("read heads", readHeads, 1, MOST_HEADS);
    Sizes.require("write heads", writeHeads, 1, MOST_HEADS);
  }

  /** Numbers that are read at a time step, R·M. */
  public int readSize() {
    return readHeads * width;
  }

  /** Numbers that steer all heads at a time step. */
  public int steeringSize() {
    return (readHeads + writeHeads) * (width + STEERING) + writeHeads * 2 * width;
  }

  /** Floats of state: the memory, then the weightings of the read heads and the write heads. */
  public int stateSize() {
    return (width + readHeads + writeHeads) * rowSize();
  }

  /** Floats that are kept of a time step of a sequence. */
  public long floatsPerRow() {
    return Strips.padded(steeringSize())
        + Strips.padded(stateSize())
        + 2L * heads() * rowSize()
        + 2L * Strips.padded(readSize());
  }

  /** Heads of both kinds: read heads first. */
  int heads() {
    return readHeads + writeHeads;
  }

  /** Floats of a row over the slots, in whole strips. */
  int rowSize() {
    return Strips.padded(slots);
  }

  /** Where a head's weighting begins in the state. */
  int weightingColumn(int head) {
    return (width + head) * rowSize();
  }

  /** Where a head's steering begins: key, strength, gate, shifts, sharpness. */
  int steeringColumn(int head) {
    int writers = Math.max(0, head - readHeads);
    return head * (width + STEERING) + writers * 2 * width;
  }

  /**
   * Column of a head's gate in what steers; open, the head goes by content.
   *
   * @param head read heads first, then write heads
   */
  public int gateColumn(int head) {
    return steeringColumn(head) + width + 1;
  }

  /**
   * Column of one of a head's three shifts in what steers.
   *
   * @param slots −1, 0 or 1
   */
  public int shiftColumn(int head, int slots) {
    return gateColumn(head) + 2 + slots;
  }

  /** Where a write head's vectors begin: what is erased, what is added. */
  int erasingColumn(int head) {
    return steeringColumn(head) + width + STEERING;
  }
}
