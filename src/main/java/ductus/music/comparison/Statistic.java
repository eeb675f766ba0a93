package ductus.music.comparison;

import java.util.List;
import java.util.Locale;

/** The statistics that pieces are compared by: a figure, or a histogram with its shares. */
enum Statistic {
  /** Share of each pitch class, from the keynote of the major scale that holds most notes. */
  PITCH_CLASSES,
  /**
   * Share of each interval to the next note of a track and channel, an octave and more together.
   */
  INTERVALS,
  /** Notes a quarter note. */
  NOTE_DENSITY,
  /** Notes that sound at a time, on the mean over the time in which one does. */
  POLYPHONY,
  /** Largest share of the notes in one major or natural minor scale (Mogren 2016). */
  SCALE_CONSISTENCY,
  /** Entropy of the pitch classes in bits (Wu and Yang 2020). */
  PITCH_CLASS_ENTROPY,
  /** How alike the onsets of neighboring bars are: 1 for the same (Wu and Yang 2020). */
  GROOVE_CONSISTENCY;

  /** The name of the statistic in words and in files: {@code pitch_classes}. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The values of a piece: one number, the shares of a histogram, or nothing where the piece has
   * none.
   */
  List<Double> of(PieceFigures piece) {
    return switch (this) {
      case PITCH_CLASSES -> piece.pitchClasses();
      case INTERVALS -> piece.intervals();
      case NOTE_DENSITY -> List.of(piece.notesPerQuarter());
      case POLYPHONY -> List.of(piece.polyphony());
      case SCALE_CONSISTENCY -> piece.ofPitches(PieceFigures::scaleConsistency);
      case PITCH_CLASS_ENTROPY -> piece.ofPitches(PieceFigures::pitchClassEntropy);
      case GROOVE_CONSISTENCY -> piece.grooveConsistency();
    };
  }
}
