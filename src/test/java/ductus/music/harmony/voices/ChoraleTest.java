package ductus.music.harmony.voices;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ductus.music.Key;
import ductus.music.Mode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChoraleTest {
  @Test
  void givesNotesToVoicesFromTheTop() {
    Chorale chorale = Chorale.of(List.of(List.of(48, 55, 64, 72), List.of(50, 53, 62, 71)));
    assertArrayEquals(new int[] {72, 64, 55, 48, 71, 62, 53, 50}, chorale.pitches());
  }

  @Test
  void letsTwoVoicesSingOneNoteWhereThatMovesThemLeast() {
    Chorale chorale = Chorale.of(List.of(List.of(48, 55, 64, 72), List.of(47, 65, 74)));
    assertArrayEquals(
        new int[] {74, 65, 47, 47},
        new int[] {pitch(chorale, 0), pitch(chorale, 1), pitch(chorale, 2), pitch(chorale, 3)});
    Chorale unison = Chorale.of(List.of(List.of(60)));
    assertArrayEquals(new int[] {60, 60, 60, 60}, unison.pitches());
  }

  private static int pitch(Chorale chorale, int voice) {
    return chorale.pitch(voice, 1);
  }

  @Test
  void keepsSilenceAndTheOuterVoicesOfFullChords() {
    Chorale chorale = Chorale.of(List.of(List.of(), List.of(40, 45, 52, 59, 64, 71)));
    assertEquals(Chorale.REST, chorale.pitch(0, 0));
    assertEquals(40, chorale.pitch(3, 1));
    assertEquals(71, chorale.pitch(0, 1));
  }

  @Test
  void isHeardInTheKeyOfTheVoicesThatCount() {
    Chorale chorale =
        Chorale.of(
            Stream.of(67, 69, 71, 72, 74, 71, 69, 66, 67)
                .map(pitch -> List.of(48, 52, 60, pitch))
                .toList());
    List<Boolean> soprano = List.of(true, false, false, false);
    assertEquals(new Key(7, Mode.MAJOR), chorale.key(soprano));
    assertEquals(new Key(9, Mode.MAJOR), chorale.transpose(2).key(soprano));
    assertEquals(new Key(0, Mode.MAJOR), chorale.key(List.of(false, true, true, true)));
  }

  @Test
  void movesToAChoirByOctaves() {
    Chorale high = Chorale.of(List.of(List.of(60, 67, 76, 84), List.of(59, 67, 74, 83)));
    assertEquals(-12, Chorale.toChoir(List.of(high)));
    assertEquals(0, Chorale.toChoir(List.of(high.transpose(-12))));
    assertEquals(0, Chorale.toChoir(List.of()));
  }

  @Test
  void refusesWhatIsNoChorale() {
    assertThrows(IllegalArgumentException.class, () -> new Chorale(new int[5]));
    assertThrows(IllegalArgumentException.class, () -> new Chorale(new int[] {1, 2, 3, 128}));
  }
}
