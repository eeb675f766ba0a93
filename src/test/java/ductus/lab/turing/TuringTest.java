package ductus.lab.turing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.lab.result.Outcome;
import ductus.lab.result.Outcome.Curve;
import ductus.lab.result.Results;
import ductus.lab.result.Results.Result;
import ductus.lab.task.TaskTrainingPlan;
import ductus.lab.trial.Trial;
import ductus.lab.trial.TrialContext;
import ductus.math.Randomness;
import ductus.model.signal.SignalSequence;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TuringTest {
  @TempDir Path folder = Path.of("");

  private static final TrialContext.TrialListener NOBODY =
      new TrialContext.TrialListener() {
        @Override
        public boolean isStopping() {
          return false;
        }

        @Override
        public void reached(double share, String note) {}
      };

  private static TuringSettings settings(String cell, int longest, int updates) {
    TaskTrainingPlan practice = new TaskTrainingPlan(16, updates, 2, 16, 0.01, 1);
    return new TuringSettings(
        2, longest, 40, 0.003, List.of(new ExaminedNetwork(cell, 1, 32, practice)));
  }

  private Outcome run(TuringSettings settings) throws Exception {
    try (TrialContext bench = new TrialContext(1, folder.resolve("c.safetensors"), 1, NOBODY)) {
      return new Turing().trials(settings).get(0).procedure().run(bench);
    }
  }

  @Test
  void vectorsAreSaidAgainBehindTheMark() {
    SignalSequence sequence = new VectorCopying(3).draw(4, Randomness.of(1));
    assertEquals(9, sequence.length());
    for (int t = 0; t < 9; t++) {
      assertEquals(t == 4 ? 1 : 0, sequence.input(t, 3));
      for (int bit = 0; bit < 3; bit++) {
        assertEquals(t < 5, Float.isNaN(sequence.target(t, bit)));
        if (t < 4) {
          assertEquals(sequence.input(t, bit), sequence.target(t + 5, bit));
        } else {
          assertEquals(0, sequence.input(t, bit));
        }
      }
    }
  }

  @Test
  void aMachineLearnsToCopy() throws Exception {
    TuringSettings settings = settings("ntm+slots-7+width-4", 2, 300);
    Outcome outcome = run(settings);
    assertEquals(1 + Turing.MULTIPLES, outcome.figures().size());
    // By chance two of the four bits would be wrong.
    assertTrue(outcome.figures().get(1) < 0.5, outcome.figures().toString());
    List<Curve> heads = outcome.curves().stream().filter(each -> each.x().size() == 7).toList();
    assertEquals(2 * 5, heads.size());
    for (Curve head : heads) {
      assertEquals(1, head.y().stream().mapToDouble(weight -> weight).sum(), 1e-5);
    }
    Trial trial = new Turing().trials(settings).get(0);
    Results results = new Results(List.of(new Result(trial.labels(), 1, outcome)));
    String svg = new String(new Turing().picture(settings, results), StandardCharsets.UTF_8);
    assertTrue(svg.contains("Where the write head"), svg);
  }

  @Test
  void headsThatGoByPlaceMoveByASlotAtMost() throws Exception {
    TaskTrainingPlan practice = new TaskTrainingPlan(16, 2, 1, 16, 1e-6, 1);
    ExaminedNetwork machine = new ExaminedNetwork("ntm+slots-7+width-4", 1, 32, practice, true);
    Outcome outcome = run(new TuringSettings(2, 2, 40, 0, List.of(machine)));
    List<Curve> heads = outcome.curves().stream().filter(each -> each.x().size() == 7).toList();
    // From the first slot on, one step: the read head rather stays, the write head rather goes on.
    List<Double> reading = heads.get(0).y();
    List<Double> writing = heads.get(5).y();
    assertTrue(reading.get(0) > 0.4 && writing.get(1) > 0.4, reading + " " + writing);
    for (List<Double> head : List.of(reading, writing)) {
      assertEquals(1, head.get(6) + head.get(0) + head.get(1), 1e-5);
    }
  }

  @Test
  void onlyAMachineCanGoByPlace() {
    TaskTrainingPlan practice = new TaskTrainingPlan(16, 2, 1, 16, 0.01, 1);
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> new ExaminedNetwork("gru", 1, 32, practice, true));
    assertEquals(
        "byPlace must be left out, since gru has no heads", String.valueOf(refused.getMessage()));
  }

  @Test
  void onlyTuringMachinesHaveHeads() throws Exception {
    TuringSettings settings = settings("gru", 2, 4);
    assertEquals(2, run(settings).curves().size());
    new Turing().picture(settings, new Results(List.of()));
  }

  @Test
  void aMemorySmallerThanTheTaskIsRefused() {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> settings("ntm+slots-16", 20, 4));
    String message = String.valueOf(refused.getMessage());
    assertTrue(
        message.contains("memory of ntm+slots-16 must have a slot for each of 20 vectors"),
        message);
  }
}
