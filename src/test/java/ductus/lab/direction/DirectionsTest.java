package ductus.lab.direction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.lab.result.Outcome;
import ductus.lab.result.Results;
import ductus.lab.result.Results.Result;
import ductus.lab.task.TaskTrainingPlan;
import ductus.lab.trial.QuietTrial;
import ductus.lab.trial.Trial;
import ductus.lab.trial.TrialContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectionsTest {
  @TempDir Path folder = Path.of("");

  /** Sentences whose first word's tag the last one decides. */
  private Path sentences(String name, int from, int to) throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = from; i < to; i++) {
      String end = i % 2 == 0 ? "end" : "stop";
      String tag = i % 2 == 0 ? "A" : "B";
      text.append("it\t%s\nw%d\tN\n%s\tE\n\n".formatted(tag, i, end));
    }
    return Files.writeString(folder.resolve(name), text);
  }

  private DirectionSettings settings(String... cells) throws IOException {
    List<DirectionSettings.ComparedCore> networks = new ArrayList<>();
    for (String cell : cells) {
      networks.add(new DirectionSettings.ComparedCore(cell, 8));
    }
    return new DirectionSettings(
        new DirectionSettings.Words(
            sentences("learn.tsv", 0, 60).toString(),
            sentences("blind.tsv", 100, 120).toString(),
            8,
            new DirectionSettings.TrainingBudget(8, 30, 0.02, 0, 0.1),
            networks),
        new DirectionSettings.Ink(
            "corpora/hands",
            "corpora/hands/letter.json",
            24,
            16,
            new TaskTrainingPlan(8, 40, 2, 8, 0.02, 1),
            networks));
  }

  @Test
  void whoReadsOnKnowsWhatComesLater() throws Exception {
    DirectionSettings settings = settings("gru", "gru+bidirectional");
    List<Result> results = new ArrayList<>();
    for (Trial trial : new Directions().trials(settings)) {
      Path checkpoint = folder.resolve(trial.name() + ".safetensors");
      try (TrialContext bench = new TrialContext(1, checkpoint, 1, new QuietTrial())) {
        results.add(new Result(trial.labels(), 1, trial.procedure().run(bench)));
      }
    }
    Outcome forward = results.get(0).outcome();
    assertEquals(5.0 / 6, forward.figures().get(1), 0.02, "the first word is a guess");
    assertEquals(1, results.get(1).outcome().figures().get(1), 0.02);
    String svg =
        new String(
            new Directions().picture(settings, new Results(results)), StandardCharsets.UTF_8);
    assertTrue(svg.contains("by counting: 0.8"), svg);
    assertEquals(List.of("ink", "gru"), results.get(2).labels());
    for (Result ink : results.subList(2, 4)) {
      List<Double> figures = ink.outcome().figures();
      assertTrue(figures.get(1) > figures.get(2), "letters are guessed: " + figures);
    }
    new Directions().picture(settings, new Results(List.of()));
  }

  @Test
  void refusesCellsThatThereAreNot() throws Exception {
    DirectionSettings settings = settings("rnn");
    assertThrows(IllegalArgumentException.class, () -> new Directions().trials(settings));
  }
}
