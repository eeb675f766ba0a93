package ductus.music.arrangement;

import java.util.Comparator;

/** Where the notes of one part of a program stand in a file. */
record Voice(int program, int track, int channel) {
  /** The order in which parts are numbered. */
  static final Comparator<Voice> ORDER =
      Comparator.comparingInt(Voice::program)
          .thenComparingInt(Voice::track)
          .thenComparingInt(Voice::channel);
}
