package ductus.music.finding;

import ductus.music.Melody;
import ductus.music.Note;
import ductus.music.finding.Quantizer.Quantization;
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
  /**
   * A voice that may be the tune of a score.
   *
   * @param label the track's name, or its number and channel
   * @param score the sum of the reasons' weights; the highest is chosen
   * @param reasons what speaks for it and against it
   * @param notes one at a time, by onset, in ticks
   */
  public record MelodyCandidate(
      String label, double score, List<Reason> reasons, List<Note> notes) {
    public MelodyCandidate {
      reasons = List.copyOf(reasons);
      notes = List.copyOf(notes);
    }

    /**
     * A reason that speaks for a voice, or against it.
     *
     * @param name what was looked at, such as {@code pitch height}
     * @param weight above 0 for it, below 0 against it
     */
    public record Reason(String name, double weight) {}
  }

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
