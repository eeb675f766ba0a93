package ductus.music.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.music.MelodyNote;
import ductus.music.Note;
import ductus.music.TimeSignature;
import ductus.music.finding.Quantizer.Quantization;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class QuantizerTest {
  private static final int TICKS = 480;
  private static final List<TimeSignature> FOUR_FOUR = List.of(new TimeSignature(0, 4, 4));

  @Test
  void takesSixteenthsForNotesThatFitSeveralGrids() {
    assertEquals(4, grid(repeat(16, 0.5, 0.25, 0.25)));
    List<Double> lengths = new ArrayList<>(repeat(30, 0.5, 0.5));
    lengths.addAll(repeat(1, 0.25, 0.75));
    assertEquals(4, grid(lengths), "one sixteenth");
  }

  @Test
  void takesEighthsWhereNoNoteBeginsOrEndsBetweenThem() {
    assertEquals(2, grid(repeat(16, 1.0)));
    Quantization found =
        quantize(
            List.of(
                new Note(TICKS, TICKS / 2, 60, 64, 0, 0),
                new Note(TICKS * 3 / 2, TICKS / 2, 60, 64, 0, 0),
                new Note(TICKS * 2, TICKS, 60, 64, 0, 0),
                new Note(TICKS * 3, TICKS * 2, 60, 64, 0, 0)));
    assertEquals(2, found.stepsPerQuarter());
    assertEquals(0, found.maxError());
    assertEquals(
        List.of(
            new MelodyNote(2, 1, 60),
            new MelodyNote(3, 1, 60),
            new MelodyNote(4, 2, 60),
            new MelodyNote(6, 4, 60)),
        found.notes());
    List<Note> shortened = new ArrayList<>(notes(repeat(16, 0.5), 0, random(0)));
    shortened.add(new Note(20L * TICKS, TICKS / 4, 60, 64, 0, 0));
    assertEquals(4, quantize(shortened).stepsPerQuarter(), "a note that ends between them");
  }

  @Test
  void takesEighthsOnlyWhereTheyFillBars() {
    List<Note> notes = notes(repeat(6, 0.5, 0.5, 0.5), 0, random(0));
    assertEquals(2, Quantizer.quantize(notes, TICKS, metre(3, 8)).stepsPerQuarter());
    assertEquals(4, Quantizer.quantize(notes, TICKS, metre(3, 16)).stepsPerQuarter());
  }

  @Test
  void keepsSixteenthsWhereLoosePlayingFallsBetweenEighths() {
    for (int seed = 0; seed < 50; seed++) {
      List<Double> lengths = repeat(80, 0.5);
      Quantization little = quantize(notes(lengths, 0.01, random(seed)));
      assertEquals(2, little.stepsPerQuarter(), "seed " + seed);
      assertEquals(onsets(quantize(notes(lengths, 0, random(seed)))), onsets(little));
      Quantization much = quantize(notes(lengths, 0.09, random(seed)));
      assertTrue(much.stepsPerQuarter() >= 4, "seed " + seed);
    }
  }

  @Test
  void takesTripletsWhereAllAreTriplets() {
    assertEquals(3, grid(repeat(16, 1 / 3.0, 1 / 3.0, 1 / 3.0, 1.0)));
  }

  @Test
  void takesSixForEighthsAmongTriplets() {
    assertEquals(6, grid(repeat(16, 1 / 3.0, 1 / 3.0, 1 / 3.0, 0.5, 0.5)));
  }

  @Test
  void takesEightForThirtySeconds() {
    assertEquals(8, grid(repeat(16, 0.125, 0.125, 0.25, 0.5)));
  }

  @Test
  void takesTwelveForSixteenthsWithAFewTriplets() {
    List<Double> lengths = new ArrayList<>(repeat(30, 0.25, 0.25, 0.5));
    lengths.addAll(repeat(2, 1 / 3.0, 1 / 3.0, 1 / 3.0));
    Quantization found = quantize(notes(lengths, 0, random(0)));
    assertEquals(12, found.stepsPerQuarter());
    assertEquals(0, found.dropped());
    assertTrue(found.maxError() < 1e-9);
    assertEquals(lengths.size(), found.notes().size());
    assertEquals(new MelodyNote(31 * 12 + 4, 4, 60), found.notes().get(91));
  }

  @Test
  void putsLoosePlayingBackOnTheGrid() {
    for (int seed = 0; seed < 50; seed++) {
      List<Double> lengths = repeat(20, 0.5, 0.25, 0.25, 1.0, 0.75, 0.25, 1.0);
      Quantization exact = quantize(notes(lengths, 0, random(seed)));
      Quantization loose = quantize(notes(lengths, 0.025, random(seed)));
      assertEquals(4, loose.stepsPerQuarter(), "seed " + seed);
      assertEquals(onsets(exact), onsets(loose), "seed " + seed);
      assertTrue(loose.meanError() > 0.01 && loose.meanError() < 0.03, "seed " + seed);
      assertTrue(loose.maxError() >= loose.meanError());
    }
  }

  @Test
  void putsLooseTripletsBackOnTheGrid() {
    for (int seed = 0; seed < 50; seed++) {
      List<Double> lengths = repeat(20, 1 / 3.0, 1 / 3.0, 1 / 3.0, 0.5, 0.5, 2 / 3.0, 1 / 3.0);
      Quantization loose = quantize(notes(lengths, 0.015, random(seed)));
      assertEquals(6, loose.stepsPerQuarter(), "seed " + seed);
      assertEquals(onsets(quantize(notes(lengths, 0, random(seed)))), onsets(loose));
    }
  }

  @Test
  void reportsAQuarterOfAStepForNotesWithoutABeat() {
    RandomGenerator random = random(1);
    List<Note> notes = new ArrayList<>();
    long tick = 0;
    for (int i = 0; i < 400; i++) {
      tick += 100 + random.nextInt(700);
      notes.add(new Note(tick, 100, 60, 64, 0, 0));
    }
    double error = quantize(notes).meanErrorInSteps();
    assertTrue(error > MelodyFinder.MOST_ERROR_IN_STEPS && error < 0.3, "error " + error);
  }

  @Test
  void leavesOutGridsThatDoNotDivideABar() {
    List<Note> triplets = notes(repeat(16, 1 / 3.0, 1 / 3.0, 1 / 3.0), 0, random(0));
    List<TimeSignature> metres = List.of(new TimeSignature(0, 3, 8));
    assertEquals(6, Quantizer.quantize(triplets, TICKS, metres).stepsPerQuarter());
  }

  @Test
  void keepsTheOrderOfCrowdedOnsetsAndALengthOfAStep() {
    List<Note> crowd = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      crowd.add(new Note(i * 30L, 0, 60 + i, 64, 0, 0));
    }
    Quantization found = quantize(crowd);
    int before = -1;
    for (MelodyNote note : found.notes()) {
      assertTrue(note.onset() > before && note.length() >= 1);
      before = note.onset();
    }
    assertEquals(crowd.size(), found.notes().size() + found.dropped());
    assertTrue(found.dropped() > 0);
  }

  private static List<TimeSignature> metre(int numerator, int denominator) {
    return List.of(new TimeSignature(0, numerator, denominator));
  }

  private static int grid(List<Double> lengths) {
    return quantize(notes(lengths, 0, random(0))).stepsPerQuarter();
  }

  private static Quantization quantize(List<Note> notes) {
    return Quantizer.quantize(notes, TICKS, FOUR_FOUR);
  }

  private static List<Integer> onsets(Quantization quantization) {
    return quantization.notes().stream().map(MelodyNote::onset).toList();
  }

  private static List<Double> repeat(int times, Double... lengths) {
    List<Double> all = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      all.addAll(List.of(lengths));
    }
    return all;
  }

  /**
   * Notes that follow each other.
   *
   * @param lengths in quarter notes
   * @param deviation of the onsets, in quarter notes
   */
  private static List<Note> notes(List<Double> lengths, double deviation, RandomGenerator random) {
    List<Note> notes = new ArrayList<>();
    double quarters = 1;
    for (double length : lengths) {
      long onset = Math.round((quarters + deviation * random.nextGaussian()) * TICKS);
      notes.add(new Note(onset, Math.round(length * TICKS * 0.9), 60, 64, 0, 0));
      quarters += length;
    }
    return notes;
  }

  private static RandomGenerator random(int seed) {
    return new SplittableRandom(seed);
  }
}
