package ductus.music.arrangement;

import java.util.Comparator;

/** The track and channel of the notes of one part of a program in a file. */
record Voice(int program, int track, int channel) {
  /** The order in which parts are numbered. */
  static final Comparator<Voice> ORDER =
      Comparator.comparingInt(Voice::program)
          .thenComparingInt(Voice::track)
          .thenComparingInt(Voice::channel);
}
