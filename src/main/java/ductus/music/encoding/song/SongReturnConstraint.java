package ductus.music.encoding.song;

import ductus.generate.Constraint;
import ductus.music.encoding.song.SongGrammar.Phase;
import ductus.music.song.SongSection;
import ductus.music.song.SongSection.Relation;
import java.util.Arrays;

/**
 * Holds a new song to what its plan says returns: tune and chords of a section that is the same,
 * the chords of one over the same chords, bar by bar. The last bar of a section leads on, and is
 * free; so is the piano, whose player never does a thing twice.
 */
public record SongReturnConstraint() implements Constraint {
  @Override
  public void restrict(int[] tokens, int length, boolean[] allowed) {
    SongGrammar planned = new SongGrammar();
    int first = 0;
    while (first < length && (planned.phase() == Phase.HEADER || planned.phase() == Phase.PLAN)) {
      planned.accept(tokens[first++]);
    }
    if (planned.phase() != Phase.CHORDS) {
      return;
    }
    int bar = bars(tokens, first, length);
    int start = start(tokens, first, length, bar);
    int source = source(planned.plan(), bar);
    if (source < 0) {
      return;
    }
    int[] then =
        Arrays.copyOfRange(
            tokens,
            start(tokens, first, length, source),
            end(tokens, first, length, source, isWhole(planned.plan(), bar)));
    int done = length - start;
    if (done < then.length && Arrays.equals(tokens, start, length, then, 0, done)) {
      Constraint.keep(allowed, then[done]);
    }
  }

  /** The bar that a bar is to be as; −1 where it is free. */
  private static int source(PlannedSections plan, int bar) {
    for (int number = 0; number < plan.sections().size(); number++) {
      SongSection section = plan.sections().get(number);
      if (bar < section.end() - 1) {
        return bar < section.first()
                || section.relation() == Relation.NEW
                || section.relation() == Relation.VARIED
            ? -1
            : plan.sections().get(number - section.back()).first() + bar - section.first();
      }
    }
    return -1;
  }

  private static boolean isWhole(PlannedSections plan, int bar) {
    return plan.sections().stream()
        .anyMatch(
            section ->
                section.first() <= bar
                    && bar < section.end()
                    && section.relation() == Relation.SAME);
  }

  private static int bars(int[] tokens, int first, int length) {
    int bars = 0;
    for (int t = first; t < length; t++) {
      bars += tokens[t] == SongVocabulary.BAR ? 1 : 0;
    }
    return bars;
  }

  private static int start(int[] tokens, int first, int length, int bar) {
    int t = first;
    for (int left = bar; left > 0 && t < length; t++) {
      left -= tokens[t] == SongVocabulary.BAR ? 1 : 0;
    }
    return t;
  }

  /** The place behind a bar's tune, or behind its chords. */
  private static int end(int[] tokens, int first, int length, int bar, boolean withTune) {
    int last = withTune ? SongVocabulary.PIANO : SongVocabulary.TUNE;
    int t = start(tokens, first, length, bar);
    while (t < length && tokens[t] != last) {
      t++;
    }
    return Math.min(length, t + 1);
  }
}
