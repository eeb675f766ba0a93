package ductus.music.arrangement;

import java.util.Comparator;

/** The track and channel of the notes of one part of a program in a file. */
record PartChannel(int program, int track, int channel) {
  /** The order in which parts are numbered. */
  static final Comparator<PartChannel> ORDER =
      Comparator.comparingInt(PartChannel::program)
          .thenComparingInt(PartChannel::track)
          .thenComparingInt(PartChannel::channel);
}
