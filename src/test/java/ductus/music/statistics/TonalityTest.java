package ductus.music.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ductus.music.Key;
import ductus.music.Melody;
import ductus.music.Mode;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TonalityTest {
  @Test
  void everyModeOnEveryTonicIsOneKey() {
    for (Mode mode : Mode.values()) {
      for (int tonic = 0; tonic < 12; tonic++) {
        Key key = new Key(tonic, mode);
        int[] scale = IntStream.range(48, 84).filter(key::contains).toArray();
        // Whatever key the melody says it is in.
        assertEquals(
            1, Tonality.of(List.of(MelodySamples.quarters(scale))).inOneKey(), key.toString());
      }
    }
  }

  @Test
  void theRaisedLeadingNoteOfMinorCountsInTheWiderFigureOnly() {
    Melody harmonic = MelodySamples.quarters(69, 71, 72, 74, 76, 77, 80, 81);
    Tonality tonality = Tonality.of(List.of(harmonic));
    assertEquals(7.0 / 8, tonality.inOneKey());
    assertEquals(1, tonality.inOneKeyOrHarmonicMinor());
  }

  @Test
  void takesOneKeyForEachMelodyAndPoolsNotes() {
    Melody inC = MelodySamples.quarters(60, 62, 64, 65, 67, 69, 71);
    Melody inFSharp = inC.transpose(6);
    Melody chromatic = MelodySamples.quarters(60, 61, 62, 63, 64, 65, 66, 67, 68, 69, 70, 71);
    assertEquals(1, Tonality.of(List.of(inC, inFSharp)).inOneKey());
    assertEquals(7.0 / 12, Tonality.of(List.of(chromatic)).inOneKey());
    assertEquals(21.0 / 26, Tonality.of(List.of(inC, inFSharp, chromatic)).inOneKey());
  }

  @Test
  void countsEndingsOnTheTonicInAnyOctave() {
    Melody on = MelodySamples.quarters(60, 67, 48);
    Melody off = MelodySamples.quarters(60, 67);
    Melody empty = MelodySamples.quarters();
    Tonality tonality = Tonality.of(List.of(on, on.transpose(5), off, empty));
    assertEquals(2.0 / 3, tonality.endsOnTonic());
    assertEquals(3, tonality.melodies());
  }

  @Test
  void ofNothingIsNothing() {
    Tonality tonality = Tonality.of(List.of());
    assertEquals(0, tonality.inOneKey());
    assertEquals(0, tonality.endsOnTonic());
  }
}
