package ductus.music.form;

import ductus.music.Melody;
import ductus.music.MelodyNote;

/** What anybody hears to be wrong with a tune. */
public final class TuneFaults {
  private static final int OCTAVE = 12;

  private TuneFaults() {}

  /** Whether the last note is not the keynote; so in one of eleven tunes of people. */
  public static boolean endsAwayFromHome(Melody melody) {
    if (melody.notes().isEmpty()) {
      return true;
    }
    MelodyNote last = melody.notes().get(melody.notes().size() - 1);
    return last.pitch() % OCTAVE != melody.key().tonic();
  }
}
