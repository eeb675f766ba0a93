package ductus.music.leadsheet;

import ductus.music.Melody;
import ductus.music.Score;
import ductus.music.finding.MelodyFinder;
import ductus.music.finding.MelodyFinding;
import ductus.music.harmony.ChordChange;
import ductus.music.harmony.ChordFinder;
import ductus.music.harmony.ChordSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the tune of a score and the chord of each beat beneath it. */
public final class LeadsheetFinder {
  private LeadsheetFinder() {}

  /**
   * The lead sheet of a score, or why there is none.
   *
   * @param leadsheet the tune with its chords; empty if there is no tune or no chord
   * @param refusal why there is none; empty if there is one
   */
  public record Finding(Optional<Leadsheet> leadsheet, String refusal) {}

  /** Finds the lead sheet of a score: chords as its texts name them, else as its notes sound. */
  public static Finding find(Score score) {
    MelodyFinding finding = MelodyFinder.find(score);
    if (finding.melody().isEmpty()) {
      return new Finding(Optional.empty(), finding.refusal());
    }
    Leadsheet leadsheet = of(score, finding.melody().get(), finding.start());
    return leadsheet.chords().isEmpty()
        ? new Finding(
            Optional.empty(), "it has no chords: no symbols, and a tune alone sounds none")
        : new Finding(Optional.of(leadsheet), "");
  }

  private static Leadsheet of(Score score, Melody melody, long start) {
    List<ChordSpan> spans = ChordFinder.written(score);
    if (spans.isEmpty() && ChordFinder.hasHarmony(score)) {
      spans = ChordFinder.hear(score);
    }
    List<ChordChange> changes = new ArrayList<>();
    for (ChordSpan span : spans) {
      double exact =
          (double) (span.onset() - start) * melody.stepsPerQuarter() / score.ticksPerQuarter();
      int step = (int) Math.max(0, Math.round(exact));
      int last = changes.size() - 1;
      if (last >= 0 && changes.get(last).step() == step) {
        changes.remove(last);
      }
      if (step < melody.steps()) {
        changes.add(new ChordChange(step, span.chord()));
      }
    }
    return new Leadsheet(melody, changes);
  }
}
