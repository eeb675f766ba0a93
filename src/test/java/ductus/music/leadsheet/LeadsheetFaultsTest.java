package ductus.music.leadsheet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ductus.music.Key;
import ductus.music.Melody;
import ductus.music.MelodyNote;
import ductus.music.Mode;
import ductus.music.TimeSignature;
import ductus.music.harmony.ChordChange;
import ductus.music.harmony.ChordQuality;
import ductus.music.harmony.ChordSymbol;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeadsheetFaultsTest {
  private static final ChordSymbol C = new ChordSymbol(0, ChordQuality.MAJOR, 0);
  private static final ChordSymbol F = new ChordSymbol(5, ChordQuality.MAJOR, 5);

  /** Eight bars of 4/4 in C, two steps a quarter, a pitch a quarter note. */
  private static Leadsheet sheet(List<Integer> pitches, ChordSymbol last) {
    List<MelodyNote> notes = new ArrayList<>();
    for (int i = 0; i < pitches.size(); i++) {
      if (pitches.get(i) > 0) {
        notes.add(new MelodyNote(2 * i, 2, pitches.get(i)));
      }
    }
    Melody melody =
        new Melody(
            2,
            2 * pitches.size(),
            List.of(new TimeSignature(0, 4, 4)),
            new Key(0, Mode.MAJOR),
            100,
            notes);
    return new Leadsheet(
        melody, List.of(new ChordChange(0, C), new ChordChange(2 * (pitches.size() - 4), last)));
  }

  private static List<Integer> sound() {
    List<Integer> pitches = new ArrayList<>();
    for (int bar = 0; bar < 8; bar++) {
      pitches.addAll(List.of(60, 64, 67, 72));
    }
    return pitches;
  }

  @Test
  void aSoundTuneHasNone() {
    assertEquals(0, LeadsheetFaults.of(sheet(sound(), C)));
  }

  @Test
  void eachFaultCounts() {
    List<Integer> awayFromHome = sound();
    awayFromHome.set(31, 67);
    assertEquals(1, LeadsheetFaults.of(sheet(awayFromHome, C)), "last note");
    assertEquals(1, LeadsheetFaults.of(sheet(sound(), F)), "last chord");

    List<Integer> strange = sound();
    for (int i = 0; i < 32; i += 3) {
      strange.set(i, 61);
    }
    assertEquals(1, LeadsheetFaults.of(sheet(strange, C)), "notes off the chord");

    List<Integer> onePitch = sound();
    for (int i = 0; i < 16; i++) {
      onePitch.set(i, 64);
    }
    assertEquals(1, LeadsheetFaults.of(sheet(onePitch, C)), "one pitch");
  }

  @Test
  void aTuneThatStandsStillHasSeveral() {
    List<Integer> still = sound();
    for (int i = 4; i < 20; i++) {
      still.set(i, 0);
    }
    assertEquals(2, LeadsheetFaults.of(sheet(still, C)), "four bars still, and silence");
    for (int i = 20; i < 28; i++) {
      still.set(i, 0);
    }
    assertEquals(3, LeadsheetFaults.of(sheet(still, C)), "and few notes");
    assertEquals(
        Integer.MAX_VALUE,
        LeadsheetFaults.of(sheet(new ArrayList<>(still).stream().map(p -> 0).toList(), C)));
  }

  @Test
  void barsWithoutABeginningAreSilent() {
    List<Integer> pitches = sound();
    for (int i = 8; i < 16; i++) {
      pitches.set(i, 0);
    }
    assertEquals(0.25, LeadsheetFaults.silentBars(sheet(pitches, C).melody()));
  }
}
