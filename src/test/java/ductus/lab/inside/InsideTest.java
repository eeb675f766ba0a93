package ductus.lab.inside;

import static ductus.Refusals.assertBadFileNaming;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.lab.inside.Inside.InsideSettings;
import ductus.lab.result.Outcome;
import ductus.lab.result.Results;
import ductus.lab.result.Results.Result;
import ductus.lab.trial.Trial;
import ductus.lab.trial.TrialContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class InsideTest {
  private static final InsideSettings SETTINGS = new InsideSettings("folk", "hands", "italic", 2);
  private static final TrialContext.TrialListener ALONE =
      new TrialContext.TrialListener() {
        @Override
        public boolean isStopping() {
          return false;
        }

        @Override
        public void reached(double share, String note) {}
      };

  private final Inside inside = new Inside();

  private Result run(InsideSettings settings, String model, String look) throws Exception {
    List<String> labels = List.of(model, look);
    Trial trial =
        inside.trials(settings).stream()
            .filter(each -> each.labels().equals(labels))
            .findFirst()
            .orElseThrow();
    try (TrialContext bench = new TrialContext(1, Path.of("none"), 1, ALONE)) {
      Outcome outcome = trial.procedure().run(bench);
      assertEquals(inside.measures().size(), outcome.figures().size());
      return new Result(labels, 1, outcome);
    }
  }

  @Test
  void someUnitKnowsThatANoteBeginsNextInTunesItWasNotChosenOn() throws Exception {
    Result unit = run(SETTINGS, "folk", "a note begins next");
    assertTrue(unit.outcome().figures().get(0) > 0.5, unit.outcome().figures().toString());
    Result piece = run(SETTINGS, "folk", Inside.PIECE);
    String picture =
        new String(
            inside.picture(SETTINGS, new Results(List.of(unit, piece))), StandardCharsets.UTF_8);
    assertTrue(picture.contains("a note begins next: unit "), picture);
    assertTrue(picture.contains("stroke-linecap"), "no trail was drawn");
  }

  @Test
  void theWindowFollowsTheLetters() throws Exception {
    Result window = run(SETTINGS, "hands", Inside.WINDOW);
    assertTrue(window.outcome().figures().get(4) > 0.9, window.outcome().figures().toString());
  }

  @Test
  void saysWhatAModelIsNot() {
    InsideSettings swapped = new InsideSettings("drums", "hands", "letter", 1);
    assertBadFileNaming("a model of drums, not of melody", () -> run(swapped, "drums", "pitch"));
    assertBadFileNaming(
        "does not write texts in the hand 'letter'", () -> run(swapped, "hands", Inside.WINDOW));
  }
}
