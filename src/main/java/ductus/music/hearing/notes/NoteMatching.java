package ductus.music.hearing.notes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How many notes were found: each note that is there is matched with at most one that was heard, of
 * the same pitch, its onset within {@value #ONSET_SECONDS} s, so that as many as possible are
 * matched (a bipartite matching, as mir_eval's transcription measure; Raffel et al. 2014).
 *
 * @param there notes that are there
 * @param heard notes that were heard
 * @param matched pairs
 */
public record NoteMatching(int there, int heard, int matched) {
  /** Greatest distance of the onsets of a pair. */
  public static final double ONSET_SECONDS = 0.05;

  /**
   * Distance of the ends of a pair that is always allowed, in seconds, and as a share of the length
   * of the note that is there.
   */
  private static final double END_SECONDS = 0.05;

  private static final double END_SHARE = 0.2;

  /** The properties that make two notes a pair. */
  public enum By {
    /** A pair agrees in pitch and onset. */
    ONSET,

    /** A pair agrees in pitch, onset and end: within 50 ms, or a fifth of the note's length. */
    ONSET_AND_END
  }

  /** Matches notes that are there with notes that were heard. */
  public static NoteMatching of(List<HeardNote> there, List<HeardNote> heard, By by) {
    List<List<Integer>> candidates = new ArrayList<>();
    for (HeardNote note : there) {
      List<Integer> near = new ArrayList<>();
      for (int i = 0; i < heard.size(); i++) {
        if (fits(note, heard.get(i), by)) {
          near.add(i);
        }
      }
      candidates.add(near);
    }
    int[] owner = new int[heard.size()];
    Arrays.fill(owner, -1);
    int matched = 0;
    for (int note = 0; note < there.size(); note++) {
      matched += place(note, candidates, owner, new boolean[heard.size()]) ? 1 : 0;
    }
    return new NoteMatching(there.size(), heard.size(), matched);
  }

  /**
   * Finds a place for a note on Kuhn's augmenting path: it takes one that is free, or whose owner
   * can take another.
   */
  private static boolean place(
      int note, List<List<Integer>> candidates, int[] owner, boolean[] tried) {
    for (int each : candidates.get(note)) {
      if (!tried[each]) {
        tried[each] = true;
        if (owner[each] < 0 || place(owner[each], candidates, owner, tried)) {
          owner[each] = note;
          return true;
        }
      }
    }
    return false;
  }

  private static boolean fits(HeardNote there, HeardNote heard, By by) {
    if (there.pitch() != heard.pitch() || Math.abs(there.onset() - heard.onset()) > ONSET_SECONDS) {
      return false;
    }
    double slack = Math.max(END_SECONDS, END_SHARE * (there.end() - there.onset()));
    return by == By.ONSET || Math.abs(there.end() - heard.end()) <= slack;
  }

  /** The sum of this matching and another. */
  public NoteMatching plus(NoteMatching other) {
    return new NoteMatching(there + other.there, heard + other.heard, matched + other.matched);
  }

  /** Share of the heard notes that are there; 1 where none was heard. */
  public double precision() {
    return heard == 0 ? 1 : (double) matched / heard;
  }

  /** Share of the notes that are there that were heard; 1 where none is. */
  public double recall() {
    return there == 0 ? 1 : (double) matched / there;
  }

  /** Harmonic mean of precision and recall; 1 where there is nothing, and nothing heard. */
  public double f1() {
    return there + heard == 0 ? 1 : 2.0 * matched / (there + heard);
  }
}
