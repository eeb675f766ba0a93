package ductus.music.engraving.repeat;

import ductus.music.KeySpelling;
import ductus.music.engraving.staff.Staff;
import ductus.music.engraving.staff.StaffHead;
import ductus.music.engraving.staff.StaffScore;
import ductus.music.engraving.staff.StaffSign;
import ductus.music.notation.NotatedBar;
import ductus.music.notation.NotatedScore.Mark;
import java.util.ArrayList;
import java.util.List;

/**
 * All that is seen of a bar: two that are equal look alike.
 *
 * @param length units
 * @param metre numerator and denominator
 * @param voices signs of each voice of each staff, their notes left out
 * @param chords those that hold in it, by their units from its line; the first at 0 if any holds
 * @param tempo microseconds a quarter note where a mark stands above it; 0 where none does
 */
record BarLook(
    int length,
    List<Integer> metre,
    KeySpelling key,
    List<List<List<StaffSign>>> voices,
    List<Mark<String>> chords,
    int tempo) {
  private static final int NO_NOTE = -1;

  BarLook {
    metre = List.copyOf(metre);
    voices = voices.stream().map(List::copyOf).toList();
    chords = List.copyOf(chords);
  }

  static BarLook of(StaffScore score, int index) {
    NotatedBar bar = score.bars().get(index);
    List<List<List<StaffSign>>> voices = new ArrayList<>();
    for (Staff staff : score.staves()) {
      voices.add(
          staff.bars().get(index).voices().stream()
              .map(voice -> voice.stream().map(BarLook::withoutNotes).toList())
              .toList());
    }
    List<Mark<String>> chords = new ArrayList<>();
    score.chordAt(bar.line()).ifPresent(chord -> chords.add(new Mark<>(0, chord)));
    score.chordsOf(index).stream()
        .filter(chord -> chord.place() > bar.line())
        .forEach(chord -> chords.add(new Mark<>(chord.place() - bar.line(), chord.value())));
    List<Mark<Integer>> tempos = score.temposOf(index);
    boolean marked = index > 0 && !tempos.isEmpty() && score.isHeard(tempos.get(0));
    return new BarLook(
        bar.length(),
        List.of(bar.metre().numerator(), bar.metre().denominator()),
        bar.key(),
        voices,
        chords,
        marked ? tempos.get(0).value() : 0);
  }

  /** Whether a note of the bar before sounds on in it. */
  boolean entersTied() {
    return voices.stream()
        .flatMap(List::stream)
        .anyMatch(voice -> voice.get(0).heads().stream().anyMatch(StaffHead::tiedBefore));
  }

  /** Whether a note of it sounds on in the next bar. */
  boolean leavesTied() {
    return voices.stream()
        .flatMap(List::stream)
        .map(voice -> voice.get(voice.size() - 1))
        .anyMatch(sign -> sign.heads().stream().anyMatch(StaffHead::tiedAfter));
  }

  private static StaffSign withoutNotes(StaffSign sign) {
    return sign.with(sign.heads().stream().map(head -> head.with(NO_NOTE)).toList());
  }
}
