package ductus.train.optimizer;

import ductus.math.SharedWork;
import ductus.math.Workers;
import ductus.nn.Parameter;
import java.util.List;

/** All weights of a network in blocks of fixed size, so that threads can share a pass over them. */
final class WeightBlocks {
  /** Weights of a block: with their gradient and two moments, 128 KB. */
  static final int SIZE = 8192;

  /** What is done to one block. */
  @FunctionalInterface
  interface Pass {
    /**
     * Works on a part of one parameter and on nothing else.
     *
     * @param block its number
     * @param parameter index of the parameter
     * @param offset of its first weight
     * @param length weights, 1 or more
     */
    void at(int block, int parameter, int offset, int length);
  }

  private final int[] parameters;
  private final int[] offsets;
  private final int[] lengths;
  private final SharedWork work = new SharedWork(this::runSlice);
  private Pass pass = (block, parameter, offset, length) -> {};

  WeightBlocks(List<Parameter> all) {
    int count = all.stream().mapToInt(parameter -> blocks(parameter.size())).sum();
    parameters = new int[count];
    offsets = new int[count];
    lengths = new int[count];
    int block = 0;
    for (int p = 0; p < all.size(); p++) {
      int size = all.get(p).size();
      for (int offset = 0; offset < size; offset += SIZE) {
        parameters[block] = p;
        offsets[block] = offset;
        lengths[block] = Math.min(SIZE, size - offset);
        block++;
      }
    }
  }

  private static int blocks(int size) {
    return (size + SIZE - 1) / SIZE;
  }

  /** Number of blocks. */
  int count() {
    return parameters.length;
  }

  /** Index of the parameter that a block is a part of. */
  int parameter(int block) {
    return parameters[block];
  }

  /** Makes a pass over all blocks. */
  void run(Workers workers, Pass what) {
    pass = what;
    work.run(workers, 1);
  }

  private void runSlice(int slice, Workers crew) {
    int end = crew.from(count(), slice + 1);
    for (int block = crew.from(count(), slice); block < end; block++) {
      pass.at(block, parameters[block], offsets[block], lengths[block]);
    }
  }
}
