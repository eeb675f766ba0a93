package ductus.music.song;

import ductus.music.Bar;
import ductus.music.MelodyNote;
import ductus.music.harmony.ChordSymbol;
import ductus.music.song.PianoStroke.PianoKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How alike the bars of a song are, 0 to 1, in tune, chords and accompaniment. */
final class BarLikeness {
  private static final int NO_NOTE = -1;
  private static final int MOST_MOVES = 2;
  private static final int FEWEST_NOTES = 3;
  private static final int FEWEST_PAIRS = 4;
  private static final int LARGEST_MOVE = 6;

  /** Pitches struck by the tune, by bar and step. */
  private final int[][] tune;

  private final int[] onsets;
  private final List<List<ChordSymbol>> chords;

  /** The pitch classes that the piano strikes, as bits, by bar and step. */
  private final int[][] piano;

  BarLikeness(Song song) {
    List<Bar> bars = song.bars();
    tune = new int[bars.size()][];
    piano = new int[bars.size()][];
    onsets = new int[bars.size()];
    chords = new ArrayList<>(bars.size());
    int note = 0;
    int stroke = 0;
    int change = 0;
    ChordSymbol chord = ChordSymbol.NONE;
    List<MelodyNote> notes = song.leadsheet().melody().notes();
    for (int b = 0; b < tune.length; b++) {
      int start = (int) bars.get(b).start();
      int end = (int) bars.get(b).end();
      tune[b] = new int[end - start];
      piano[b] = new int[end - start];
      Arrays.fill(tune[b], NO_NOTE);
      for (; note < notes.size() && notes.get(note).onset() < end; note++) {
        tune[b][notes.get(note).onset() - start] = notes.get(note).pitch();
        onsets[b]++;
      }
      for (; stroke < song.piano().size() && song.piano().get(stroke).step() < end; stroke++) {
        for (PianoKey key : song.piano().get(stroke).keys()) {
          piano[b][song.piano().get(stroke).step() - start] |= 1 << key.pitch() % 12;
        }
      }
      List<ChordSymbol> ofBar = new ArrayList<>();
      for (int step = start; step < end; step += Song.STEPS_PER_QUARTER) {
        while (change < song.leadsheet().chords().size()
            && song.leadsheet().chords().get(change).step() <= step) {
          chord = song.leadsheet().chords().get(change++).chord();
        }
        ofBar.add(chord);
      }
      chords.add(ofBar);
    }
  }

  int bars() {
    return tune.length;
  }

  /** Whether the tune has a note in one of two bars. */
  boolean haveTune(int a, int b) {
    return onsets[a] + onsets[b] > 0;
  }

  /** Whether bars are as long as one another. */
  boolean sameLength(int a, int b) {
    return tune[a].length == tune[b].length;
  }

  /** The share of the tune's notes that two bars have in common, one moved by semitones. */
  double tune(int a, int b, int move) {
    if (!sameLength(a, b) || onsets[a] + onsets[b] == 0) {
      return sameLength(a, b) ? 1 : 0;
    }
    int common = 0;
    for (int step = 0; step < tune[a].length; step++) {
      if (tune[a][step] != NO_NOTE && tune[b][step] != NO_NOTE) {
        common += tune[a][step] == tune[b][step] + move ? 1 : 0;
      }
    }
    return 2.0 * common / (onsets[a] + onsets[b]);
  }

  /** The share of beats whose chords have the same root and triad. */
  double chords(int a, int b, int move) {
    List<ChordSymbol> here = chords.get(a);
    List<ChordSymbol> there = chords.get(b);
    int common = 0;
    for (int beat = 0; beat < Math.min(here.size(), there.size()); beat++) {
      ChordSymbol x = here.get(beat);
      ChordSymbol y = there.get(beat);
      boolean same =
          x.isNone() == y.isNone()
              && (x.isNone()
                  || (Math.floorMod(y.root() + move, 12) == x.root()
                      && x.quality().contains(3) == y.quality().contains(3)));
      common += same ? 1 : 0;
    }
    return (double) common / Math.max(here.size(), there.size());
  }

  /** The share of what the piano strikes that two bars have in common. */
  double piano(int a, int b, int move) {
    if (!sameLength(a, b)) {
      return 0;
    }
    int shift = Math.floorMod(move, 12);
    int common = 0;
    int all = 0;
    for (int step = 0; step < piano[a].length; step++) {
      int moved = piano[b][step] << shift;
      moved = (moved | moved >> 12) & 0xFFF;
      common += 2 * Integer.bitCount(piano[a][step] & moved);
      all += Integer.bitCount(piano[a][step]) + Integer.bitCount(moved);
    }
    return all == 0 ? 1 : (double) common / all;
  }

  /** How alike two bars are in all. */
  double all(int a, int b, int move) {
    if (!sameLength(a, b)) {
      return 0;
    }
    return haveTune(a, b)
        ? 0.7 * tune(a, b, move) + 0.3 * chords(a, b, move)
        : 0.5 * chords(a, b, move) + 0.5 * piano(a, b, move);
  }

  /** The moves by which bars of this song return: none, and those that several bars have. */
  List<Integer> moves() {
    Map<Integer, Integer> counts = new HashMap<>();
    for (int a = 1; a < bars(); a++) {
      for (int b = 0; b < a; b++) {
        int move = move(a, b);
        if (move != 0) {
          counts.merge(move, 1, Integer::sum);
        }
      }
    }
    List<Integer> moves = new ArrayList<>();
    moves.add(0);
    counts.entrySet().stream()
        .filter(each -> each.getValue() >= FEWEST_PAIRS)
        .sorted(
            Map.Entry.<Integer, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(MOST_MOVES)
        .forEach(each -> moves.add(each.getKey()));
    return moves;
  }

  /** The semitones by which a bar is another one moved, chords and all; 0 if it is not. */
  private int move(int a, int b) {
    if (onsets[a] < FEWEST_NOTES || onsets[a] != onsets[b] || !sameLength(a, b)) {
      return 0;
    }
    int step = 0;
    while (tune[a][step] == NO_NOTE) {
      step++;
    }
    int move = tune[b][step] == NO_NOTE ? 0 : tune[a][step] - tune[b][step];
    boolean moved =
        move != 0
            && Math.abs(move) <= LARGEST_MOVE
            && tune(a, b, move) == 1
            && chords(a, b, move) >= 0.75;
    return moved ? move : 0;
  }
}
