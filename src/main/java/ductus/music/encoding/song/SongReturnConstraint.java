package ductus.music.encoding.song;

import ductus.generate.Constraint;
import ductus.music.encoding.song.SongGrammar.Phase;
import ductus.music.song.SongSection;
import ductus.music.song.SongSection.Relation;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
    List<SongSection> sections = planned.plan().sections();
    SongSection section = section(sections, bar);
    if (section == null
        || section.relation() == Relation.NEW
        || section.relation() == Relation.VARIED) {
      return;
    }
    int source =
        sections.get(sections.indexOf(section) - section.back()).first() + bar - section.first();
    int last = section.relation() == Relation.SAME ? SongVocabulary.PIANO : SongVocabulary.TUNE;
    int start = start(tokens, first, length, bar);
    int from = start(tokens, first, length, source);
    int[] then = Arrays.copyOfRange(tokens, from, behind(last, tokens, from, length));
    int done = length - start;
    if (done < then.length && Arrays.equals(tokens, start, length, then, 0, done)) {
      Constraint.keep(allowed, then[done]);
    }
  }

  /** The section of a bar that is not its last; null of those that are. */
  private static @Nullable SongSection section(List<SongSection> sections, int bar) {
    return sections.stream()
        .filter(section -> section.first() <= bar && bar < section.end() - 1)
        .findFirst()
        .orElse(null);
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

  /** The place behind the next token of a kind. */
  private static int behind(int wanted, int[] tokens, int from, int length) {
    int t = from;
    while (t < length && tokens[t] != wanted) {
      t++;
    }
    return Math.min(length, t + 1);
  }
}
