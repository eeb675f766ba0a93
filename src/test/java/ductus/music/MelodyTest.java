package ductus.music;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class MelodyTest {
  private static final TimeSignature THREE_FOUR = new TimeSignature(0, 3, 4);
  private static final Key D_DORIAN = new Key(2, Mode.DORIAN);

  @Test
  void movesNotesAndKeyTogether() {
    Melody melody =
        new Melody(4, 12, List.of(THREE_FOUR), D_DORIAN, 100, List.of(new MelodyNote(2, 3, 62)));
    Melody higher = melody.transpose(11);
    assertEquals(List.of(new MelodyNote(2, 3, 73)), higher.notes());
    assertEquals(new Key(1, Mode.DORIAN), higher.key());
    assertEquals(melody, higher.transpose(-11));
    assertThrows(IllegalArgumentException.class, () -> melody.transpose(-63));
  }

  @Test
  void leavesOutAMetreThatRepeatsTheOneBeforeIt() {
    Melody melody =
        new Melody(
            4, 24, List.of(THREE_FOUR, new TimeSignature(12, 3, 4)), D_DORIAN, 100, List.of());
    assertEquals(List.of(THREE_FOUR), melody.timeSignatures());
    assertEquals(2, melody.bars().size());
  }

  @Test
  void refusesNotesThatOverlapOrReachPastTheEnd() {
    List<MelodyNote> overlapping = List.of(new MelodyNote(0, 3, 62), new MelodyNote(2, 1, 62));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Melody(4, 12, List.of(THREE_FOUR), D_DORIAN, 100, overlapping));
    List<MelodyNote> late = List.of(new MelodyNote(11, 2, 62));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Melody(4, 12, List.of(THREE_FOUR), D_DORIAN, 100, late));
  }
}
