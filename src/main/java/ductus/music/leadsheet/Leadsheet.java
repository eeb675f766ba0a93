package ductus.music.leadsheet;

import ductus.music.Melody;
import ductus.music.harmony.ChordChange;
import ductus.music.harmony.ChordSymbol;
import java.util.ArrayList;
import java.util.List;

/**
 * A tune with its chords.
 *
 * @param melody the tune, on its grid
 * @param chords by step, each within the tune and other than the one before; there is none before
 *     the first. What repeats the chord before it is left out
 */
public record Leadsheet(Melody melody, List<ChordChange> chords) {
  public Leadsheet {
    chords = withoutRepeats(chords);
    int before = -1;
    for (ChordChange change : chords) {
      if (change.step() <= before || change.step() >= melody.steps()) {
        throw new IllegalArgumentException(
            "chords must be in order and within %d steps but one is at %d"
                .formatted(melody.steps(), change.step()));
      }
      before = change.step();
    }
  }

  private static List<ChordChange> withoutRepeats(List<ChordChange> given) {
    List<ChordChange> kept = new ArrayList<>(given.size());
    ChordSymbol chord = ChordSymbol.NONE;
    for (ChordChange change : given) {
      if (!change.chord().equals(chord)) {
        kept.add(change);
        chord = change.chord();
      }
    }
    return List.copyOf(kept);
  }

  /** The chord that holds at a grid step. */
  public ChordSymbol chordAt(int step) {
    ChordSymbol chord = ChordSymbol.NONE;
    for (ChordChange change : chords) {
      if (change.step() <= step) {
        chord = change.chord();
      }
    }
    return chord;
  }

  /** Returns this lead sheet in another tempo. */
  public Leadsheet withTempo(double quarters) {
    return new Leadsheet(melody.withTempo(quarters), chords);
  }

  /**
   * Returns the tune in another key or tempo, the chords moved with it.
   *
   * @param moved this tune, transposed
   */
  public Leadsheet following(Melody moved) {
    int semitones = moved.key().tonic() - melody.key().tonic();
    return new Leadsheet(
        moved,
        chords.stream()
            .map(change -> new ChordChange(change.step(), change.chord().transpose(semitones)))
            .toList());
  }
}
