package ductus.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.file.BadFileException;
import ductus.lab.gradient.GradientSettings;
import ductus.lab.trial.Assignment;
import ductus.lab.trial.Examination;
import ductus.lab.trial.Trial;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AssignmentsTest {
  @TempDir Path folder = Path.of("");

  private List<Assignment<?>> read(String json) throws Exception {
    Path file = folder.resolve("runs.json");
    Files.writeString(file, json.replace('\'', '"'));
    return Assignments.read(file);
  }

  private void assertComplaint(String json, String part) {
    BadFileException bad = assertThrows(BadFileException.class, () -> read(json));
    String message = String.valueOf(bad.getMessage());
    assertTrue(message.contains("runs.json: " + part), message);
  }

  @Test
  void everyExaminationHasAShortAndALongRun() {
    for (Examination<?> examination : Examinations.all()) {
      for (boolean full : List.of(false, true)) {
        List<Trial> trials = Assignments.builtIn(examination, full).trials();
        assertFalse(trials.isEmpty());
        assertEquals(
            trials.size(), new HashSet<>(trials.stream().map(Trial::labels).toList()).size());
        assertTrue(
            trials.stream()
                .allMatch(trial -> trial.labels().size() == examination.labels().size()));
      }
    }
  }

  @Test
  void settingsAreThoseOfTheExaminationButForWhatTheFileSays() throws Exception {
    List<Assignment<?>> runs =
        read(
            "{'runs': [{'examination': 'gradients', 'settings': {'hiddenSize': 7}}, {'name':"
                + " 'long', 'examination': 'memory', 'full': true, 'seeds': [4], 'minutes':"
                + " 2.5}]}");
    GradientSettings first = (GradientSettings) runs.get(0).settings();
    assertEquals(7, first.hiddenSize());
    GradientSettings built =
        (GradientSettings) Assignments.builtIn(Examinations.named("gradients"), false).settings();
    assertEquals(built.practice(), first.practice());
    assertEquals("gradients", runs.get(0).name());
    assertEquals(List.of(4L), runs.get(1).seeds());
    assertEquals(2.5, runs.get(1).minutes());
  }

  @Test
  void namesTheLineOfBrokenJson() {
    assertComplaint("{'runs': [\n{'examination': }\n]}", "not a file of runs: line 2, column 17");
  }

  @Test
  void namesTheFieldThatIsWrong() {
    String run = "{'runs': [{'examination': 'gradients', %s}]}";
    assertComplaint("[]", "the file: must be an object");
    assertComplaint("{}", "runs: must name one run or more");
    assertComplaint("{'run': []}", "run: there is no such field; there are runs");
    assertComplaint("{'runs': {}}", "runs: must be a list");
    assertComplaint("{'runs': [{}]}", "runs[0].examination: must name one");
    assertComplaint(
        "{'runs': [{'examination': 'mem'}]}",
        "runs[0].examination: there is no examination 'mem'; there are memory");
    assertComplaint(run.formatted("'seed': 1"), "runs[0].seed: there is no such field");
    assertComplaint(
        run.formatted("'seeds': [1, 1.5]"), "runs[0].seeds[1]: must be a whole number but is 1.5");
    assertComplaint(run.formatted("'seeds': []"), "runs[0].seeds must be 1 to 1000");
    assertComplaint(run.formatted("'minutes': 0"), "runs[0].minutes must be above 0");
    assertComplaint(run.formatted("'full': 1"), "runs[0].full: must be true or false but is 1");
    assertComplaint(run.formatted("'name': '../x'"), "runs[0].name: must be letters");
    assertComplaint(
        run.formatted("'settings': {'hidden': 3}"),
        "runs[0].settings.hidden: there is no such field; there are cells, hiddenSize");
    assertComplaint(
        run.formatted("'settings': {'practice': {'updates': 'many'}}"),
        "runs[0].settings.practice.updates: must be a whole number but is \"many\"");
    assertComplaint(
        run.formatted("'settings': {'steps': 1}"), "runs[0].settings: steps must be 2 or more");
    assertComplaint(
        "{'runs': [{'examination': 'memory', 'settings': {'tasks': [{'task': 'copy', 'lags': [],"
            + " 'cells': []}]}}]}",
        "runs[0].settings.tasks[0].practice: is missing");
    assertComplaint(
        run.formatted("'settings': {'cells': ['rnn']}"), "runs[0].settings: cell must be lstm");
    assertComplaint(
        run.formatted("'settings': {'cells': ['lstm', 'lstm']}"),
        "runs[0].settings: lstm as drawn is there twice");
    assertComplaint(
        "{'runs': [{'examination': 'memory'}, {'examination': 'memory'}]}",
        "runs[1].name: there is a run called memory before it");
  }
}
