package ductus.task.music.report;

import ductus.model.Sequence;
import ductus.music.Melody;
import ductus.music.MelodyNote;
import ductus.music.encoding.MelodyEncoding;
import ductus.music.finding.MelodyFinding;
import ductus.music.finding.MelodyFinding.MelodyCandidate;
import ductus.music.finding.Quantizer.Quantization;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The tune in a score, and how it was chosen among its voices.
 *
 * @param candidates best first; the first one is chosen
 * @param refusal why there is none that can be encoded; null if there is one
 * @param grid that it was set on, if it came so far
 * @param tune the melody as it would be learnt
 */
public record MelodyReport(
    List<Candidate> candidates,
    @Nullable String refusal,
    @Nullable Grid grid,
    @Nullable Tune tune) {
  private static final int FIRST_TOKENS = 64;

  /** A voice that may be the tune, with what speaks for it and against it. */
  public record Candidate(
      String voice, double score, int notes, List<MelodyCandidate.Reason> reasons) {}

  /**
   * The grid and how well the notes lie on it.
   *
   * @param meanError of the onsets, in quarter notes
   * @param maxError of the onsets, in quarter notes
   * @param droppedNotes that had no free step
   */
  public record Grid(int stepsPerQuarter, double meanError, double maxError, int droppedNotes) {}

  /**
   * A tune and its tokens.
   *
   * @param key found
   * @param lowest MIDI key number
   * @param highest MIDI key number
   * @param tokens how many
   * @param firstTokens in words
   */
  public record Tune(
      String key,
      int bars,
      int notes,
      int lowest,
      int highest,
      int tokens,
      List<String> firstTokens) {}

  static MelodyReport of(MelodyFinding finding) {
    List<Candidate> candidates =
        finding.candidates().stream()
            .map(
                each ->
                    new Candidate(each.label(), each.score(), each.notes().size(), each.reasons()))
            .toList();
    Grid grid = finding.quantization().map(MelodyReport::grid).orElse(null);
    if (finding.melody().isEmpty()) {
      return new MelodyReport(candidates, finding.refusal(), grid, null);
    }
    Melody melody = finding.melody().get();
    try {
      return new MelodyReport(candidates, null, grid, tune(melody));
    } catch (IllegalArgumentException noToken) {
      return new MelodyReport(candidates, noToken.getMessage(), grid, null);
    }
  }

  private static Grid grid(Quantization found) {
    return new Grid(found.stepsPerQuarter(), found.meanError(), found.maxError(), found.dropped());
  }

  private static Tune tune(Melody melody) {
    MelodyEncoding encoding = new MelodyEncoding();
    Sequence sequence = encoding.encode(melody);
    int[] tokens = sequence.tokens();
    return new Tune(
        melody.key().label(),
        melody.bars().size(),
        melody.notes().size(),
        melody.notes().stream().mapToInt(MelodyNote::pitch).min().orElseThrow(),
        melody.notes().stream().mapToInt(MelodyNote::pitch).max().orElseThrow(),
        sequence.length(),
        IntStream.range(0, Math.min(FIRST_TOKENS, sequence.length()))
            .mapToObj(t -> encoding.describe(tokens[t]))
            .toList());
  }
}
