package ductus.music.render;

import ductus.music.Note;
import ductus.music.Score;
import ductus.music.drums.DrumPattern;
import ductus.music.finding.DrumFinder;
import java.util.Optional;

/**
 * Draws the picture that suits a score: a drum grid where there is nothing but drums, else a roll.
 */
public final class ScorePicture {
  private ScorePicture() {}

  /** Draws an SVG document, 1000 pixels wide. The same score gives the same bytes. */
  public static byte[] svg(Score score, String title) {
    boolean onlyDrums = !score.notes().isEmpty() && score.notes().stream().allMatch(Note::isDrum);
    Optional<DrumPattern> drums = onlyDrums ? DrumFinder.find(score).pattern() : Optional.empty();
    return drums.isPresent() ? DrumGrid.svg(drums.get(), title) : PianoRoll.svg(score, title);
  }
}
