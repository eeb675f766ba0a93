package ductus.music.arrangement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ductus.math.Seeded;
import ductus.music.TimeSignature;
import ductus.music.harmony.ChordChange;
import ductus.music.harmony.ChordSymbol;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArrangementFormsTest {
  @Test
  void neverTransposesDrums() {
    Arrangement arrangement =
        new Arrangement(
            List.of(new TimeSignature(0, 3, 4)),
            List.of(new TempoStep(0, 100)),
            List.of(new ChordChange(12, ChordSymbol.parse("Bm/D"))),
            List.of(
                new PartNote(0, 24, 60, 31, 0, 1), new PartNote(0, 24, 36, 20, PartNote.DRUMS, 1)));
    Arrangement form = ArrangementForms.changed(arrangement, 2, 1.1, 1);
    assertEquals(
        List.of(new PartNote(0, 24, 62, 31, 0, 1), new PartNote(0, 24, 36, 21, 128, 1)),
        form.notes());
    assertEquals(List.of(new TempoStep(0, 110)), form.tempos());
    assertEquals(List.of(new ChordChange(12, ChordSymbol.parse("C#m/E"))), form.chords());
    assertEquals(arrangement, ArrangementForms.of(arrangement).get(0));
  }

  @Test
  void partsHoldAllNotesInTheirMetresAndTempos() {
    for (int seed = 0; seed < 200; seed++) {
      Arrangement arrangement = RandomArrangements.draw(Seeded.random(seed));
      List<Arrangement> parts = ArrangementForms.parts(arrangement, 4);
      int notes = parts.stream().mapToInt(part -> part.notes().size()).sum();
      assertEquals(arrangement.notes().size(), notes, "seed " + seed);
      assertEquals(
          arrangement.metres().get(arrangement.metres().size() - 1).numerator(),
          last(parts.get(parts.size() - 1).metres()).numerator(),
          "seed " + seed);
      assertEquals(
          last(arrangement.tempos()).quartersPerMinute(),
          last(parts.get(parts.size() - 1).tempos()).quartersPerMinute(),
          "seed " + seed);
    }
  }

  @Test
  void cutsAtBarLines() {
    Arrangement arrangement =
        new Arrangement(
            List.of(new TimeSignature(0, 2, 4), new TimeSignature(96, 3, 4)),
            List.of(new TempoStep(0, 100), new TempoStep(100, 90)),
            List.of(
                new ChordChange(0, ChordSymbol.parse("C")),
                new ChordChange(90, ChordSymbol.parse("F")),
                new ChordChange(200, ChordSymbol.NONE)),
            List.of(
                new PartNote(0, 400, 60, 9, 0, 1),
                new PartNote(100, 9, 61, 9, 0, 1),
                new PartNote(300, 9, 62, 9, 0, 1)));
    assertEquals(List.of(0, 48, 96, 168, 240), ArrangementForms.barLines(arrangement));
    List<Arrangement> parts = ArrangementForms.parts(arrangement, 2);
    assertEquals(2, parts.size());
    assertEquals(List.of(new PartNote(0, 96, 60, 9, 0, 1)), parts.get(0).notes());
    assertEquals(List.of(new TimeSignature(0, 3, 4)), parts.get(1).metres());
    assertEquals(2, parts.get(0).chords().size());
    assertEquals(
        List.of(new ChordChange(0, ChordSymbol.parse("F")), new ChordChange(104, ChordSymbol.NONE)),
        parts.get(1).chords());
    assertEquals(List.of(new TempoStep(0, 100), new TempoStep(4, 90)), parts.get(1).tempos());
  }

  private static <T> T last(List<T> list) {
    return list.get(list.size() - 1);
  }
}
