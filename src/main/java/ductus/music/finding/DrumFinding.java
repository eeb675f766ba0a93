package ductus.music.finding;

import ductus.music.drums.DrumPattern;
import java.util.Optional;

/**
 * The drums that {@link DrumFinder} found in a score.
 *
 * @param source where the drums were: the drum channel, or the tracks that look like a kit
 * @param pattern what they play, if there is anything that can be encoded
 * @param leftOut strokes that are not in the pattern: on keys that are no drum, or twice at one
 *     moment
 * @param refusal why there is no pattern; empty if there is one
 */
public record DrumFinding(
    String source, Optional<DrumPattern> pattern, int leftOut, String refusal) {
  static DrumFinding refused(String source, String refusal) {
    return new DrumFinding(source, Optional.empty(), 0, refusal);
  }
}
