package ductus.music.form;

import java.util.Locale;

/** What is counted of the form of tunes. Of bars, those in which no note begins do not count. */
enum FormStatistic {
  /** Share of the bars that an earlier bar of the tune equals, all but the first of each tune. */
  BARS_RETURN_EXACTLY,
  /** Share of them that is an earlier bar moved, by semitones or steps of the scale. */
  BARS_RETURN_MOVED,
  /** Share of them that has more than half of the onsets of an earlier bar. */
  BARS_RETURN_VARIED,
  /** Share of them that is new. */
  BARS_NEW,
  /** Bars from what returns to where it stood last, on the mean. */
  RETURN_DISTANCE,
  /** Share of what returns that stood in the bar before. */
  RETURN_AFTER_1,
  RETURN_AFTER_2,
  RETURN_AFTER_4,
  RETURN_AFTER_8,
  RETURN_AFTER_16,
  /** Share of the tunes of two sections of eight bars or more in which one is played again. */
  SECTION_REPEATS,
  /** Share of the tunes whose last note is the keynote. */
  ENDS_ON_KEYNOTE,
  /** Share of the tunes whose last note is longer than half of its notes. */
  ENDS_LONG,
  /** Share of the tunes with a fifth, second or leading tone on a beat of the last bar but one. */
  DOMINANT_BEFORE_END,
  /** Share of the phrases of four bars whose key has the notes of the tune's key. */
  PHRASES_IN_HOME_KEY,
  /** Semitones from the lowest to the highest note of a tune, on the mean. */
  RANGE;

  /** The name of the statistic in words and in files: {@code bars_new}. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
