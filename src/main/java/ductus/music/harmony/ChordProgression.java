package ductus.music.harmony;

import ductus.music.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Chords in bars, as players write them: {@code C | G/B | Am F | G7}.
 *
 * @param bars the chords of each bar, one or more, which share it in equal parts
 */
public record ChordProgression(List<List<ChordSymbol>> bars) {
  public ChordProgression {
    bars = bars.stream().map(List::copyOf).toList();
    if (bars.isEmpty() || bars.stream().anyMatch(List::isEmpty)) {
      throw new IllegalArgumentException("a progression must have a chord in each bar");
    }
  }

  /**
   * Reads chords between spaces; bar lines group them, and without any, each chord is a bar.
   *
   * @throws IllegalArgumentException if one is not known; the message names the column, from 1
   */
  public static ChordProgression parse(String text) {
    List<List<ChordSymbol>> bars = new ArrayList<>();
    List<ChordSymbol> bar = new ArrayList<>();
    boolean barred = text.indexOf('|') >= 0;
    for (int at = 0; at < text.length(); ) {
      char c = text.charAt(at);
      if (c == '|') {
        if (!bar.isEmpty()) {
          bars.add(bar);
          bar = new ArrayList<>();
        }
        at++;
      } else if (Character.isWhitespace(c)) {
        at++;
      } else {
        int end = at;
        while (end < text.length()
            && text.charAt(end) != '|'
            && !Character.isWhitespace(text.charAt(end))) {
          end++;
        }
        bar.add(chord(text.substring(at, end), at + 1));
        if (!barred) {
          bars.add(bar);
          bar = new ArrayList<>();
        }
        at = end;
      }
    }
    if (!bar.isEmpty()) {
      bars.add(bar);
    }
    if (bars.isEmpty()) {
      throw new IllegalArgumentException(
          "chords must be such as \"C G Am F\" or \"C | G/B | Am F\" but there were none");
    }
    return new ChordProgression(bars);
  }

  /**
   * Returns the progression of chords that are known by beats.
   *
   * @param beats in whole bars
   * @param chords one a beat
   */
  public static ChordProgression of(List<Beat> beats, List<ChordSymbol> chords) {
    List<List<ChordSymbol>> bars = new ArrayList<>();
    for (int from = 0; from < beats.size(); ) {
      int to = from;
      while (to < beats.size() && beats.get(to).bar() == beats.get(from).bar()) {
        to++;
      }
      bars.add(fewest(chords.subList(from, to)));
      from = to;
    }
    return new ChordProgression(bars);
  }

  /** The chords of a bar in as few equal parts as say the same. */
  private static List<ChordSymbol> fewest(List<ChordSymbol> ofBeats) {
    int beats = ofBeats.size();
    for (int parts = 1; parts < beats; parts++) {
      if (beats % parts == 0) {
        int length = beats / parts;
        List<ChordSymbol> firsts = new ArrayList<>();
        boolean same = true;
        for (int beat = 0; beat < beats; beat++) {
          if (beat % length == 0) {
            firsts.add(ofBeats.get(beat));
          }
          same &= ofBeats.get(beat).equals(firsts.get(beat / length));
        }
        if (same) {
          return firsts;
        }
      }
    }
    return ofBeats;
  }

  /** Returns these chords so many semitones higher. */
  public ChordProgression transpose(int semitones) {
    return new ChordProgression(
        bars.stream()
            .map(bar -> bar.stream().map(chord -> chord.transpose(semitones)).toList())
            .toList());
  }

  /** The progression as {@link #parse} reads it, spelled in a key. */
  public String name(Key key) {
    return bars.stream()
        .map(bar -> bar.stream().map(chord -> chord.name(key)).collect(Collectors.joining(" ")))
        .collect(Collectors.joining(" | ", "| ", " |"));
  }

  private static ChordSymbol chord(String symbol, int column) {
    try {
      return ChordSymbol.parse(symbol);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("column " + column + ": " + e.getMessage(), e);
    }
  }
}
