package ductus.cli;

import ductus.workbench.generation.MusicGeneration;
import java.util.ArrayList;
import java.util.List;

/**
 * Some of many pieces, for a command line of their own.
 *
 * @param from the first of them, counted from 0
 * @param count one or more
 */
record Portion(int from, int count) {
  /** Pieces for which opening the model is worth its time. */
  private static final int LEAST = 8;

  /** So many command lines keep some machines busy to the end. */
  private static final int MANY = 32;

  /** Cuts so many pieces into portions. */
  static List<Portion> of(int pieces) {
    int each = Math.max(LEAST, Math.min(MusicGeneration.AT_A_TIME, pieces / MANY));
    List<Portion> portions = new ArrayList<>();
    for (int from = 0; from < pieces; from += each) {
      portions.add(new Portion(from, Math.min(each, pieces - from)));
    }
    return portions;
  }

  /** What people call it, where the first of all pieces has this number. */
  String name(int first) {
    return "tunes %d to %d".formatted(first + from, first + from + count - 1);
  }
}
