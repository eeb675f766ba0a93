package ductus.analysis.unit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.analysis.unit.ReadPiece.Feature;
import ductus.generate.SequenceScorer;
import ductus.math.KernelChoice;
import ductus.math.Seeded;
import ductus.math.Workers;
import ductus.model.Network;
import ductus.model.NetworkConfig;
import ductus.music.Key;
import ductus.music.Melody;
import ductus.music.MelodyNote;
import ductus.music.Mode;
import ductus.music.TimeSignature;
import ductus.music.encoding.MelodyEncoding;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TuneReaderTest {
  /** Two bars of 2/4 in eighths: c c g –, e (held for a bar). */
  private static final Melody TUNE =
      new Melody(
          4,
          16,
          List.of(new TimeSignature(0, 2, 4)),
          new Key(0, Mode.MAJOR),
          100,
          List.of(
              new MelodyNote(0, 2, 60),
              new MelodyNote(2, 2, 60),
              new MelodyNote(4, 2, 67),
              new MelodyNote(8, 8, 64)));

  @Test
  void seesWhatAPersonSees() {
    ReadPiece reading = read(network(1));
    assertEquals(
        List.of(0.0, 1.0, 0.0, 1.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0),
        seen(reading, "a note is held"));
    assertEquals(2, count(reading, "silence", value -> value == 1));
    assertEquals(2, count(reading, "first step of a bar", value -> value == 1));
    assertEquals(4, count(reading, "the tonic sounds", value -> value == 1));
    assertEquals(2, count(reading, "the fifth sounds", value -> value == 1));
    assertEquals(3, count(reading, "a note begins next", value -> value == 1));
    assertEquals(8, seen(reading, "length of the note so far").get(13));
    assertEquals(0.5, seen(reading, "place in the bar").get(4));
    assertEquals(7.0, seen(reading, "rise of the melody").get(2));
    assertEquals(-3.0, seen(reading, "rise of the melody").get(8));
  }

  private static long count(ReadPiece reading, String feature, Predicate<Double> wanted) {
    return seen(reading, feature).stream().filter(wanted).count();
  }

  /** Where there is a value: the steps of the grid. */
  private static List<Double> seen(ReadPiece reading, String feature) {
    return reading.features().stream()
        .filter(each -> each.name().equals(feature))
        .findFirst()
        .orElseThrow()
        .course()
        .stream()
        .filter(value -> !Double.isNaN(value))
        .toList();
  }

  @Test
  void aUnitThatIsAFeatureGoesWithItWholly() {
    ReadPiece reading = read(network(1));
    List<Double> course =
        Arrays.stream(reading.layers().get(0).course(3)).map(x -> 2 - x).boxed().toList();
    ReadPiece made = new ReadPiece(List.of(new Feature("unit 3", course)), reading.layers());
    UnitResponse strongest = UnitResponse.strongest(List.of(made, made), "unit 3").orElseThrow();
    assertEquals(3, strongest.unit());
    assertEquals("unit 3", strongest.feature());
    assertEquals(-1, strongest.correlation(), 1e-6);
    assertEquals(strongest, strongest.in(List.of(made, made)));
  }

  @Test
  void gatesAreCountedByHowFarTheyOpen() {
    Network network = network(1);
    // The forget gates' biases decide over all.
    float[] bias =
        network.parameters().stream()
            .filter(each -> each.name().endsWith(".bias"))
            .findFirst()
            .orElseThrow()
            .value()
            .data;
    Arrays.fill(bias, 8, 12, 50);
    Arrays.fill(bias, 12, 16, -50);
    List<GateUse> uses = GateUse.of(List.of(read(network)));
    assertEquals(3 * 8, uses.size());
    for (GateUse use : uses) {
      if (use.gate().equals("forget gate")) {
        assertEquals(use.unit() < 4 ? 1 : 0, use.open());
        assertEquals(use.unit() < 4 ? 0 : 1, use.shut());
      }
    }
    assertTrue(uses.stream().noneMatch(use -> use.gate().equals("candidate")));
  }

  @Test
  void aNoteWeighsOnLaterBarsOnlyAndNotAtAllWithoutWeights() {
    try (Workers workers = new Workers(1)) {
      NoteInfluence some =
          NoteInfluence.of(TUNE, new MelodyEncoding(), scorer(network(1), workers));
      assertEquals(3, some.notes().size());
      assertTrue(some.notes().get(0).get(0).isNaN());
      assertTrue(some.notes().get(0).get(1) != 0);
      assertTrue(some.notes().get(2).get(1).isNaN());
      Network empty = network(1);
      empty.parameters().forEach(parameter -> parameter.value().zero());
      assertEquals(
          0,
          NoteInfluence.of(TUNE, new MelodyEncoding(), scorer(empty, workers))
              .notes()
              .get(0)
              .get(1),
          1e-9);
    }
  }

  @Test
  void aNoteWeighsOnTheBarsBehindItWhateverItMeansToThePlan() {
    // Three bars of c d e f: without one note the plan would say something else of all of them.
    Melody returning =
        new Melody(
            4,
            24,
            List.of(new TimeSignature(0, 2, 4)),
            new Key(0, Mode.MAJOR),
            100,
            IntStream.range(0, 12)
                .mapToObj(i -> new MelodyNote(2 * i, 2, List.of(60, 62, 64, 65).get(i % 4)))
                .toList());
    Network empty = network(1);
    empty.parameters().forEach(parameter -> parameter.value().zero());
    try (Workers workers = new Workers(1)) {
      List<List<Double>> notes =
          NoteInfluence.of(returning, new MelodyEncoding(), scorer(empty, workers)).notes();
      assertEquals(11, notes.size());
      for (int i = 0; i < 11; i++) {
        for (int bar = 0; bar < 3; bar++) {
          double influence = notes.get(i).get(bar);
          if (4 * bar > i + 1) {
            assertEquals(0, influence, 1e-9, "note " + (i + 1) + ", bar " + bar);
          } else {
            assertTrue(Double.isNaN(influence), "note " + (i + 1) + ", bar " + bar);
          }
        }
      }
    }
  }

  @Test
  void refusesFeaturesOfAnotherLength() {
    ReadPiece reading = read(network(1));
    List<Feature> wrong = List.of(new Feature("short", List.of(1.0)));
    assertThrows(IllegalArgumentException.class, () -> new ReadPiece(wrong, reading.layers()));
  }

  private static SequenceScorer scorer(Network network, Workers workers) {
    return new SequenceScorer(
        network,
        new MelodyEncoding(),
        (tokens, length, allowed) -> {},
        KernelChoice.best(),
        workers);
  }

  private static ReadPiece read(Network network) {
    try (Workers workers = new Workers(1)) {
      return new TuneReader(network, new MelodyEncoding(), workers).read(TUNE);
    }
  }

  private static Network network(long seed) {
    Network network =
        new Network(NetworkConfig.of(new MelodyEncoding(), 6, NetworkConfig.LSTM, 1, 8, 0));
    network.initialize(Seeded.random(seed));
    return network;
  }
}
