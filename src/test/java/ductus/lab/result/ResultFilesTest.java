package ductus.lab.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.file.BadFileException;
import ductus.lab.result.Outcome.Curve;
import ductus.lab.result.Results.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultFilesTest {
  @TempDir Path folder = Path.of("");

  private ResultFiles files() {
    return new ResultFiles(folder, List.of("cell", "lag"), List.of("error", "updates"));
  }

  private static Results some() {
    return new Results(
        List.of(
            new Result(
                List.of("lstm, \"big\"", "10"),
                3,
                new Outcome(
                    List.of(0.125, Double.NaN),
                    List.of(
                        new Curve("loss", List.of(1.0, 2.0), List.of(0.5, 1e-9)),
                        new Curve("gain", List.of(1.0), List.of(Double.NaN))))),
            new Result(List.of("gru", "10"), -4, new Outcome(List.of(1e-7, 1200.0), List.of()))));
  }

  @Test
  void readsWhatItWrites() throws Exception {
    files().write(some());
    assertEquals(some(), files().read());
  }

  @Test
  void writesARowForEachTrialAndSeed() throws Exception {
    files().write(some());
    assertEquals(
        List.of(
            "cell,lag,seed,error,updates",
            "\"lstm, \"\"big\"\"\",10,3,0.125,",
            "gru,10,-4,1E-7,1200"),
        Files.readAllLines(files().rows()));
  }

  @Test
  void readsNoResultsFromANewFolder() throws Exception {
    assertEquals(List.of(), files().read().all());
  }

  @Test
  void namesTheLineThatIsWrong() throws Exception {
    files().write(some());
    Files.writeString(files().rows(), "cell,lag,seed,error,updates\ngru,10,1,zero,1\n");
    assertComplaint("line 2: must be a number but is zero");
    Files.writeString(files().rows(), "cell,lag,seed,error,updates\ngru,10,1\n");
    assertComplaint("line 2: must have 5 values but has 3");
    Files.writeString(files().rows(), "cell,seed,error\n");
    assertComplaint("line 1: must name the columns cell, lag, seed, error, updates");
    Files.writeString(files().rows(), "cell,lag,seed,error,updates\ngru,10,1.5,0,1\n");
    assertComplaint("line 2: the seed must be a whole number but is 1.5");
  }

  private void assertComplaint(String part) {
    BadFileException bad = assertThrows(BadFileException.class, () -> files().read());
    String message = String.valueOf(bad.getMessage());
    assertTrue(message.contains(part), message);
  }
}
