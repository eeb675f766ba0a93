package ductus.music.finding;

import ductus.music.Melody;
import java.util.List;
import java.util.Optional;

/**
 * The tune that {@link MelodyFinder} found in a score.
 *
 * @param candidates the voices that were compared, best first
 * @param melody the tune, if there is one that can be encoded
 * @param quantization of the chosen voice, if it came so far
 * @param start tick at which the melody's first bar begins; 0 if there is no melody
 * @param refusal why there is no melody; empty if there is one
 */
public record MelodyFinding(
    List<MelodyCandidate> candidates,
    Optional<Melody> melody,
    Optional<Quantization> quantization,
    long start,
    String refusal) {
  public MelodyFinding {
    candidates = List.copyOf(candidates);
  }

  static MelodyFinding refused(List<MelodyCandidate> candidates, String refusal) {
    return new MelodyFinding(candidates, Optional.empty(), Optional.empty(), 0, refusal);
  }

  static MelodyFinding refused(
      List<MelodyCandidate> candidates, Quantization quantization, String refusal) {
    return new MelodyFinding(candidates, Optional.empty(), Optional.of(quantization), 0, refusal);
  }
}
