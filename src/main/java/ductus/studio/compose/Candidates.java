package ductus.studio.compose;

import ductus.studio.collection.PianoRollView;
import ductus.task.music.request.PieceOverview;
import java.util.List;

/**
 * What was drawn.
 *
 * @param seed as text
 * @param tunes in order
 */
record Candidates(String seed, List<Tune> tunes) {
  /**
   * A tune among the candidates.
   *
   * @param stem among the drafts, as the page names it
   * @param midi its MIDI file
   * @param ended whether the model ended it
   */
  record Tune(String stem, String midi, PieceOverview outline, boolean ended, PianoRollView roll) {}
}
