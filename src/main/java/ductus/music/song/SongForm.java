package ductus.music.song;

import ductus.music.song.SongSection.Relation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * The form of a song: its sections, in order and without gaps.
 *
 * <p>{@link #of} finds the cheapest one: a section costs a little, more where its length is
 * unusual; a new bar costs more than one that is like a bar of the section that returns.
 *
 * @param sections one or more
 */
public record SongForm(List<SongSection> sections) {
  private static final double NEW_BAR = 0.5;
  private static final double SECTION = 0.7;
  private static final double MOVED = 0.3;

  /** A section that is nearer is the better one to return to, if only just. */
  private static final double DISTANCE = 1e-4;

  private static final double SAME_TUNE = 0.85;
  private static final double SAME_CHORDS = 0.75;
  private static final double SAME_PIANO = 0.6;
  private static final double SOME_TUNE = 0.4;

  public SongForm {
    sections = List.copyOf(sections);
    int bars = 0;
    for (SongSection section : sections) {
      if (section.first() != bars) {
        throw new IllegalArgumentException("sections must follow one another but were " + sections);
      }
      bars = section.end();
    }
  }

  /** Number of bars of all sections. */
  public int bars() {
    return sections.isEmpty() ? 0 : sections.get(sections.size() - 1).end();
  }

  /** The form of a song. */
  public static SongForm of(Song song) {
    return new Search(new BarLikeness(song)).form();
  }

  /** The search for the cheapest form, from the first bar on. */
  private static final class Search {
    private final BarLikeness likeness;
    private final List<Integer> moves;
    private final int bars;

    /** Cost of returning [moves][bar][earlier bar], summed along the diagonal up to that bar. */
    private final double[][][] along;

    /** By section end: its length, the bar it returns to or −1, the move. */
    private final int[] length;

    private final int[] source;
    private final int[] move;

    Search(BarLikeness likeness) {
      this.likeness = likeness;
      moves = likeness.moves();
      bars = likeness.bars();
      along = new double[moves.size()][bars + 1][];
      length = new int[bars + 1];
      source = new int[bars + 1];
      move = new int[bars + 1];
      for (int m = 0; m < moves.size(); m++) {
        along[m][0] = new double[1];
        for (int a = 0; a < bars; a++) {
          along[m][a + 1] = new double[a + 2];
          for (int b = 0; b < a; b++) {
            along[m][a + 1][b + 1] =
                along[m][a][b] + 1 - likeness.all(a, b, moves.get(m)) + DISTANCE * (a - b) / bars;
          }
        }
      }
    }

    SongForm form() {
      double[] least = new double[bars + 1];
      Arrays.fill(least, Double.POSITIVE_INFINITY);
      least[0] = 0;
      for (int end = 1; end <= bars; end++) {
        for (int n = 1; n <= Math.min(end, SongSection.MOST_BARS); n++) {
          double before = least[end - n] + SECTION + oddity(n);
          take(end, n, -1, 0, before + n * NEW_BAR, least);
          for (int m = 0; m < moves.size(); m++) {
            for (int from = end - 2 * n; from >= 0; from--) {
              double cost = along[m][end][from + n] - along[m][end - n][from];
              take(end, n, from, m, before + cost + (m == 0 ? 0 : MOVED), least);
            }
          }
        }
      }
      return new SongForm(sections());
    }

    private void take(int end, int n, int from, int m, double cost, double[] least) {
      if (cost < least[end] - 1e-9) {
        least[end] = cost;
        length[end] = n;
        source[end] = from;
        move[end] = moves.get(m);
      }
    }

    /** How unusual a length is. */
    private static double oddity(int bars) {
      return switch (bars) {
        case 8 -> 0;
        case 4 -> 0.2;
        case 16 -> 0.4;
        case 12, 6, 2 -> 0.6;
        case 1, 3 -> 1;
        default -> 0.8;
      };
    }

    /** The sections, cut where others return to a bar within them. */
    private List<SongSection> sections() {
      int[] returnsTo = new int[bars];
      int[] moved = new int[bars];
      TreeSet<Integer> starts = new TreeSet<>();
      for (int end = bars; end > 0; end -= length[end]) {
        int start = end - length[end];
        starts.add(start);
        for (int bar = start; bar < end; bar++) {
          returnsTo[bar] = source[end] < 0 ? -1 : source[end] + bar - start;
          moved[bar] = move[end];
        }
      }
      for (boolean cut = true; cut; ) {
        cut = false;
        for (int start : List.copyOf(starts)) {
          cut |= returnsTo[start] >= 0 && starts.add(returnsTo[start]);
        }
      }
      List<Integer> begins = new ArrayList<>(starts);
      List<SongSection> sections = new ArrayList<>();
      for (int i = 0; i < begins.size(); i++) {
        int first = begins.get(i);
        int end = i + 1 < begins.size() ? begins.get(i + 1) : bars;
        int before = i == 0 ? 0 : sections.get(i - 1).key();
        int to = returnsTo[first] < 0 ? -1 : begins.indexOf(returnsTo[first]);
        boolean isNew = to < 0 || i - to > SongSection.MOST_BACK;
        int key = isNew ? before : wrapped(sections.get(to).key() + moved[first]);
        sections.add(
            isNew
                ? new SongSection(first, end - first, Relation.NEW, 0, key)
                : new SongSection(
                    first,
                    end - first,
                    relation(first, returnsTo[first], end - first, moved[first]),
                    i - to,
                    key));
      }
      return sections;
    }

    private Relation relation(int first, int from, int n, int moved) {
      double tune = 0;
      double chords = 0;
      double piano = 0;
      int sung = 0;
      for (int bar = 0; bar < n; bar++) {
        if (likeness.haveTune(first + bar, from + bar)) {
          tune += likeness.tune(first + bar, from + bar, moved);
          sung++;
        }
        chords += likeness.chords(first + bar, from + bar, moved) / n;
        piano += likeness.piano(first + bar, from + bar, moved) / n;
      }
      boolean same = sung == 0 ? piano >= SAME_PIANO : tune / sung >= SAME_TUNE;
      boolean some = sung == 0 ? piano >= SAME_PIANO / 2 : tune / sung >= SOME_TUNE;
      return same && chords >= SAME_CHORDS
          ? Relation.SAME
          : some ? Relation.VARIED : Relation.CHORDS;
    }

    private static int wrapped(int key) {
      return Math.floorMod(key - SongSection.LOWEST_KEY, SongSection.KEYS) + SongSection.LOWEST_KEY;
    }
  }
}
