package ductus.music.statistics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ductus.music.Melody;
import ductus.music.MelodyNote;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RunIndexTest {
  private static final Melody SCALE = MelodySamples.quarters(60, 62, 64, 65, 67, 69, 71, 72);

  private static RunIndex index(Melody... melodies) {
    return RunIndex.build(Stream.of(melodies).map(NoteLine::of).toList());
  }

  private static double share(RunIndex index, Melody melody, int n) {
    return share(index, List.of(melody), n);
  }

  private static double share(RunIndex index, List<Melody> melodies, int n) {
    return index.share(melodies.stream().map(NoteLine::of).toList(), n);
  }

  @Test
  void findsAllOfACopyInAnyKeyAndOnAnyGrid() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
    Melody tune = MelodySamples.random(40, random);
    RunIndex index = index(SCALE, tune);
    for (int n : RunIndex.LENGTHS) {
      assertEquals(1, share(index, tune, n));
      for (int semitones = -5; semitones <= 6; semitones++) {
        assertEquals(1, share(index, tune.transpose(semitones), n));
      }
      assertEquals(1, share(index, MelodySamples.refine(tune, 3), n));
      assertEquals(0, share(index, MelodySamples.random(40, random), n));
    }
  }

  @Test
  void countsEveryPlaceOfTheMelody() {
    RunIndex index = index(MelodySamples.quarters(60, 62, 64, 65));
    // Of five runs the first alone goes up by 2, 2 and 1.
    Melody tune = MelodySamples.quarters(67, 69, 71, 72, 71, 72, 71, 72);
    assertEquals(1.0 / 5, share(index, tune, 4));
    assertEquals(0, share(index, tune, 8));
  }

  @Test
  void tellsRhythmsApart() {
    RunIndex index = index(SCALE);
    int[] dotted = {3, 60, 1, 62, 2, 64, 2, 65};
    assertEquals(0, share(index, MelodySamples.of(2, 4, 4, MelodySamples.C_MAJOR, dotted), 4));
    int[] eighths = {1, 60, 1, 62, 1, 64, 1, 65};
    assertEquals(0, share(index, MelodySamples.of(2, 4, 4, MelodySamples.C_MAJOR, eighths), 4));
    assertEquals(1, share(index, MelodySamples.of(1, 4, 4, MelodySamples.C_MAJOR, eighths), 4));
  }

  @Test
  void measuresFromOnsetToOnset() {
    RunIndex index = index(SCALE);
    int rest = MelodySamples.REST;
    int[] staccato = {1, 60, 1, rest, 1, 62, 1, rest, 1, 64, 1, rest, 1, 65, 1, rest, 1, 67};
    assertEquals(
        0.5,
        share(
            index,
            MelodySamples.of(2, 4, 4, MelodySamples.C_MAJOR, 2, 60, 2, 62, 2, 64, 2, 65, 1, 67),
            4));
    // The last note alone has no onset after it.
    assertEquals(0.5, share(index, MelodySamples.of(2, 4, 4, MelodySamples.C_MAJOR, staccato), 4));
  }

  @Test
  void poolsMelodiesByTheirRuns() {
    RunIndex index = index(SCALE);
    Melody other = MelodySamples.quarters(72, 60, 72, 60, 72, 60);
    // 5 runs of the scale are copies, 3 of the other are not.
    assertEquals(5.0 / 8, share(index, List.of(SCALE, other), 4));
    assertEquals(0, share(index, List.of(), 4));
  }

  @Test
  void aMelodyTooShortForARunCopiesNothing() {
    RunIndex index = index(SCALE);
    assertEquals(0, share(index, MelodySamples.quarters(60, 62, 64), 4));
    assertEquals(0, share(index, MelodySamples.quarters(), 4));
    assertEquals(0, share(index(), SCALE, 4));
  }

  @Test
  void agreesWithAComparisonNoteByNote() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(2);
    List<Melody> training = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      training.add(simple(random));
    }
    RunIndex index = index(training.toArray(new Melody[0]));
    Set<List<Integer>> known = new HashSet<>();
    training.forEach(melody -> known.addAll(runs(melody)));
    for (int i = 0; i < 40; i++) {
      Melody melody = simple(random);
      long copied = runs(melody).stream().filter(known::contains).count();
      assertEquals((double) copied / runs(melody).size(), share(index, melody, 4), "melody " + i);
    }
  }

  @Test
  void comesBackFromItsArrays() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(3);
    List<Melody> training =
        List.of(MelodySamples.random(30, random), MelodySamples.random(50, random), SCALE);
    RunIndex index = index(training.toArray(new Melody[0]));
    RunIndex copy = RunIndex.of(index.runs(4), index.runs(8), index.runs(12));
    for (int n : RunIndex.LENGTHS) {
      assertArrayEquals(index.runs(n), copy.runs(n));
      assertEquals(1, share(copy, training, n));
    }
  }

  @Test
  void keepsItsHashesFromVersionToVersion() {
    // Computed by a script of its own, in Python.
    assertArrayEquals(
        new long[] {8828969186238407563L}, index(MelodySamples.quarters(60, 62, 64, 65)).runs(4));
  }

  @Test
  void rejectsOtherLengthsAndUnsortedArrays() {
    RunIndex index = index(SCALE);
    assertThrows(IllegalArgumentException.class, () -> share(index, SCALE, 5));
    assertThrows(IllegalArgumentException.class, () -> index.runs(0));
    long[] none = {};
    assertThrows(IllegalArgumentException.class, () -> RunIndex.of(none, new long[] {2, 1}, none));
    assertThrows(IllegalArgumentException.class, () -> RunIndex.of(none, none, new long[] {1, 1}));
  }

  /** Few pitches and lengths, so that some runs are met again. */
  private static Melody simple(RandomGenerator random) {
    int[] lengthsAndPitches = new int[40];
    for (int i = 0; i < 20; i++) {
      lengthsAndPitches[2 * i] = 1 + random.nextInt(2);
      lengthsAndPitches[2 * i + 1] = 60 + random.nextInt(4);
    }
    return MelodySamples.of(4, 4, 4, MelodySamples.C_MAJOR, lengthsAndPitches);
  }

  /** Runs of four notes, written out. The grid is the same for all. */
  private static List<List<Integer>> runs(Melody melody) {
    List<MelodyNote> notes = melody.notes();
    List<List<Integer>> runs = new ArrayList<>();
    for (int first = 0; first + 4 <= notes.size(); first++) {
      List<Integer> run = new ArrayList<>();
      for (int i = first; i < first + 4; i++) {
        run.add(notes.get(i).length());
        run.add(notes.get(i).pitch() - notes.get(first).pitch());
      }
      runs.add(run);
    }
    return runs;
  }
}
