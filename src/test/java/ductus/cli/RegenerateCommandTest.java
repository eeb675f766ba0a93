package ductus.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import ductus.cli.console.ExitStatus;
import ductus.model.place.ModelCatalog;
import ductus.run.TinyRuns;
import ductus.task.music.request.MusicTrainingConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegenerateCommandTest {
  private final Path folder;
  private final Path model;
  private final Path sidecar;
  private final Path again;

  RegenerateCommandTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    model = TinyRuns.model(folder.resolve("mine.safetensors"), MusicTrainingConfig.Keys.COMMON, 1);
    CommandRun.of(
        "generate",
        model,
        "--count",
        2,
        "--bars",
        3,
        "--primer",
        "C5q D5q",
        "--seed",
        8,
        "--out",
        folder.resolve("first"),
        "--threads",
        1);
    sidecar = folder.resolve("first/mine-0002.json");
    again = folder.resolve("again");
  }

  private CommandRun regenerate(Object file) {
    return CommandRun.of("regenerate", file, "--out", again, "--threads", 1);
  }

  private void assertLeavesNothing(Object file, String complaint) {
    CommandRun failed = regenerate(file);
    assertEquals(ExitStatus.FAILED, failed.status(), failed.err());
    assertEquals(List.of("ductus: " + complaint), failed.complaints());
    assertFalse(Files.exists(again), "nothing is left behind");
  }

  @Test
  void makesTheSameBytes() throws Exception {
    CommandRun done = regenerate(sidecar);
    assertEquals(ExitStatus.DONE, done.status(), done.err());
    assertEquals("", done.err());
    assertTrue(done.out().startsWith(again.resolve("again-0001.mid") + "  "), done.out());
    for (String ending : List.of(".mid", ".svg", ".jfugue", ".json")) {
      assertArrayEquals(
          Files.readAllBytes(folder.resolve("first/mine-0002" + ending)),
          Files.readAllBytes(again.resolve("again-0001" + ending)),
          ending);
    }
  }

  @Test
  void printsOneJsonObject() {
    CommandRun done = CommandRun.of("regenerate", sidecar, "--out", again, "--json");
    assertEquals(8, JsonParser.parseString(done.out()).getAsJsonObject().get("seed").getAsLong());
  }

  @Test
  void saysFirstThatOtherKernelsMayDrawOtherwise() throws Exception {
    String content = Files.readString(sidecar);
    Files.writeString(
        sidecar, content.replaceAll("\"kernels\": \"[^\"]*\"", "\"kernels\": \"abacus\""));
    CommandRun done = regenerate(sidecar);
    assertTrue(
        done.complaints().get(0).startsWith("ductus: was made with the kernels abacus, this Java"),
        done.err());
    assertEquals(ExitStatus.DONE, done.status());
  }

  @Test
  void namesFilesThatComeOutOtherwise() throws Exception {
    String content = Files.readString(sidecar);
    Files.writeString(sidecar, content.replaceAll("\"\\.svg\": \"[^\"]*\"", "\".svg\": \"0\""));
    CommandRun done = regenerate(sidecar);
    assertEquals(ExitStatus.FAILED, done.status());
    assertEquals(
        List.of(
            "ductus: "
                + again.resolve("again-0001.svg")
                + " differs from the file that the provenance names"),
        done.complaints());
  }

  @Test
  void refusesAModelThatHasChangedOrGone() throws Exception {
    TinyRuns.model(model, MusicTrainingConfig.Keys.COMMON, 2);
    CommandRun changed = regenerate(sidecar);
    assertEquals(ExitStatus.FAILED, changed.status());
    assertEquals(1, changed.complaints().size());
    assertTrue(
        changed
            .err()
            .startsWith("ductus: " + sidecar + ": model " + model + " is another one by now"),
        changed.err());
    Files.delete(model);
    assertLeavesNothing(
        sidecar,
        model
            + ": no such model: give a model file, a training run's folder, or one of "
            + String.join(", ", ModelCatalog.SHIPPED));
  }

  @Test
  void refusesFilesThatAreNoSidecars() throws Exception {
    Path none = folder.resolve("none.json");
    assertLeavesNothing(none, none + ": no such file");
    assertLeavesNothing(folder, folder + ": is a folder where a file must be");
    Path midi = folder.resolve("first/mine-0002.mid");
    CommandRun failed = regenerate(midi);
    assertEquals(ExitStatus.FAILED, failed.status());
    assertEquals(1, failed.complaints().size(), failed.err());
    assertTrue(
        failed.err().startsWith("ductus: " + midi + ": not a provenance file of Ductus"),
        failed.err());
    String content = Files.readString(sidecar);
    Files.writeString(sidecar, content.replace("\"bars\": 3", "\"bars\": 300"));
    CommandRun long300 = regenerate(sidecar);
    assertEquals(ExitStatus.FAILED, long300.status());
    assertTrue(long300.err().startsWith("ductus: " + sidecar + ": bars must be"), long300.err());
    assertFalse(Files.exists(again), "nothing is left behind");
  }
}
