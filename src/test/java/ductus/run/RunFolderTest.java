package ductus.run;

import static ductus.Refusals.assertBadFile;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.corpus.FolderFiles;
import ductus.corpus.PieceKind;
import ductus.file.BadFileException;
import ductus.model.cell.CellConfig;
import ductus.task.music.request.MusicTrainingConfig;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class RunFolderTest {
  private static final String LOCKED =
      "another training run is writing to this folder; wait for it or choose another";

  private final Path folder;

  RunFolderTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private MusicTrainingConfig config() {
    return TinyRuns.config(folder.resolve("corpus"), MusicTrainingConfig.Keys.COMMON, 5);
  }

  private static BadFileException refusalOf(Path path) {
    return assertThrows(BadFileException.class, () -> RunFolder.open(path));
  }

  @Test
  void readsTheConfigurationThatItWrote() throws Exception {
    MusicTrainingConfig config = config().withDigest("abc");
    try (RunFolder run = RunFolder.open(folder.resolve("run"))) {
      assertFalse(run.hasRun());
      run.writeConfig("music", config);
      assertTrue(run.hasRun());
      assertEquals(config, run.readConfig(MusicTrainingConfig.class));
    }
    assertEquals(
        config, RunFolder.readConfig(folder.resolve("run/config.json"), MusicTrainingConfig.class));
  }

  @Test
  void deletesWhatAKilledProcessLeftOfItsFiles() throws Exception {
    Path path = folder.resolve("run");
    Files.createDirectories(path.resolve("checkpoint"));
    Path part = Files.writeString(path.resolve("checkpoint/.state.safetensors.99999.part"), "x");
    Path other = Files.writeString(path.resolve("checkpoint/mine.part"), "x");
    RunFolder.open(path).close();
    assertFalse(Files.exists(part));
    assertTrue(Files.exists(other));
  }

  @Test
  void twoThatBeginAtOnceGetTwoFolders() throws Exception {
    Path tried = folder.resolve("run-0");
    try (RunFolder other = RunFolder.open(tried)) {
      // Looked for its name before the other one made its folder.
      Iterator<Path> names = List.of(tried, folder.resolve("run-1")).iterator();
      try (RunFolder run = RunFolder.openNew(names::next)) {
        assertEquals(folder.resolve("run-1"), run.path());
      }
      other.writeConfig("music", config());
    }
    Iterator<Path> names = List.of(tried, folder.resolve("run-2")).iterator();
    try (RunFolder run = RunFolder.openNew(names::next)) {
      assertEquals(folder.resolve("run-2"), run.path(), "the other one has ended");
    }
  }

  @Test
  void isNoPartOfACorpus() throws Exception {
    Path corpus = Files.createDirectories(folder.resolve("corpus"));
    Path tune = Files.writeString(corpus.resolve("a.mid"), "x");
    try (RunFolder run = RunFolder.open(corpus.resolve("run"))) {
      run.writeConfig("music", config());
      Files.createDirectories(run.checkpoint().getParent());
      Files.createDirectories(run.samples());
      Files.writeString(run.samples().resolve("epoch-0001.mid"), "x");
    }
    assertEquals(List.of(tune), FolderFiles.find(corpus, PieceKind.MIDI).files());
  }

  @Test
  void isForOneRunAtATime() throws Exception {
    Path path = folder.resolve("run");
    try (RunFolder run = RunFolder.open(path)) {
      run.writeConfig("music", config());
      assertEquals(LOCKED, refusalOf(path).reason());
      assertEquals(LOCKED, refusalOf(path).reason());
    }
    RunFolder.open(path).close();
  }

  @Test
  void isForOneProcessAtATime() throws Exception {
    Path path = folder.resolve("run");
    Process other =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                LockHolder.class.getName(),
                path.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader out =
        new BufferedReader(new InputStreamReader(other.getInputStream(), StandardCharsets.UTF_8))) {
      assertEquals(path.toString(), out.readLine());
      assertEquals(path + ": " + LOCKED, refusalOf(path).getMessage());
      other.getOutputStream().close();
      assertTrue(other.waitFor(30, TimeUnit.SECONDS));
      RunFolder.open(path).close();
    } finally {
      other.destroyForcibly();
    }
  }

  @Test
  void leavesNothingBehindWhereNoRunBegan() throws Exception {
    RunFolder.open(folder.resolve("a/b/run")).close();
    assertFalse(Files.exists(folder.resolve("a")));
    Files.createDirectories(folder.resolve("mine"));
    RunFolder.open(folder.resolve("mine")).close();
    assertTrue(Files.isDirectory(folder.resolve("mine")), "it was there before");
    assertEquals(0, folder.resolve("mine").toFile().list().length);
  }

  @Test
  void leavesWhatOthersPutThere() throws Exception {
    try (RunFolder run = RunFolder.open(folder.resolve("a/run"))) {
      Files.writeString(folder.resolve("a/note"), "mine");
      assertEquals(folder.resolve("a/run"), run.path());
    }
    assertTrue(Files.exists(folder.resolve("a/note")));
    assertFalse(Files.exists(folder.resolve("a/run")));
  }

  @Test
  void takesALinkToAFolder() throws Exception {
    Files.createDirectories(folder.resolve("real"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("real"));
    try (RunFolder run = RunFolder.open(link)) {
      run.writeConfig("music", config());
    }
    assertTrue(Files.exists(folder.resolve("real/config.json")));
  }

  @Test
  void refusesAFile() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "");
    assertEquals("must be a folder for the training run, but is a file", refusalOf(file).reason());
  }

  @Test
  void namesAConfigurationThatIsNotThere() {
    BadFileException refusal =
        assertThrows(
            BadFileException.class,
            () -> RunFolder.readConfig(folder.resolve("none.json"), MusicTrainingConfig.class));
    assertEquals(folder.resolve("none.json") + ": no such file", refusal.getMessage());
    assertThrows(
        BadFileException.class, () -> RunFolder.readConfig(folder, MusicTrainingConfig.class));
  }

  @Test
  void saysWhatIsWrongWithAConfiguration() throws Exception {
    try (RunFolder run = RunFolder.open(folder.resolve("run"))) {
      run.writeConfig("music", config());
    }
    String good = Files.readString(folder.resolve("run/config.json"));
    assertBroken("", "not a training configuration: it is empty");
    assertBroken("{", "not a training configuration: line 1, column 2 is not as expected");
    assertBroken("[]", "not a training configuration: must be an object: { ... }");
    assertBroken("{}", "configuration must have corpus, network and plan");
    assertBroken("\0\1\2", "not a training configuration: must be an object: { ... }");
    assertBroken(
        good.replace("\"epochs\": 5", "\"epochs\": 0"), "epochs must be 1 or more but was 0");
    assertBroken(good.replace("\"layers\": 2", "\"layers\": 9"), "layers must be 1 to 3 but was 9");
    assertBroken(
        good.replace("lstm", "quantum"),
        "cell must be " + CellConfig.CHOICES + "; but was quantum");
    assertBroken(
        good.replace("COMMON", "SOME"),
        "not a training configuration: corpus.keys must be ALL or COMMON or OWN but is \"SOME\"");
    assertBroken(
        good.replace("\"digest\"", "\"other\""),
        "corpus must have folder, keys (ALL, COMMON or OWN), validation and digest");
    assertBroken(
        good.replace("COSINE", "SQUARE"),
        "not a training configuration: plan.learningRate.shape must be CONSTANT or COSINE or STEP"
            + " or PLATEAU but is \"SQUARE\"");
    for (String group : List.of("batching", "learningRate")) {
      assertBroken(
          good.replace("\"" + group + "\"", "\"other\""),
          "plan must have batching (size, timeSteps, accumulate, recompute) and learningRate (peak,"
              + " warmup, shape)");
    }
    Path file = folder.resolve("binary.json");
    Files.write(file, new byte[] {'{', (byte) 0xff, (byte) 0xfe});
    assertBadFile(
        "not a training configuration: it is not text",
        () -> RunFolder.readConfig(file, MusicTrainingConfig.class));
  }

  @Test
  void refusesAConfigurationThatIsCutShort() throws Exception {
    try (RunFolder run = RunFolder.open(folder.resolve("run"))) {
      run.writeConfig("music", config());
    }
    String good = Files.readString(folder.resolve("run/config.json")).strip();
    Path file = folder.resolve("cut.json");
    for (int length = 0; length < good.length(); length++) {
      Files.writeString(file, good.substring(0, length));
      assertThrows(
          BadFileException.class,
          () -> RunFolder.readConfig(file, MusicTrainingConfig.class),
          "cut at " + length);
    }
  }

  private void assertBroken(String content, String reason) throws IOException {
    Path file = Files.writeString(folder.resolve("broken.json"), content);
    BadFileException refusal =
        assertThrows(
            BadFileException.class, () -> RunFolder.readConfig(file, MusicTrainingConfig.class));
    assertEquals(reason, refusal.reason());
    assertEquals(file, refusal.path());
  }
}
