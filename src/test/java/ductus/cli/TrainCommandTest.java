package ductus.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import ductus.cli.console.ExitStatus;
import ductus.music.Key;
import ductus.music.Melody;
import ductus.music.MelodyNote;
import ductus.music.MelodyScore;
import ductus.music.Mode;
import ductus.music.TimeSignature;
import ductus.music.midi.MidiWriter;
import ductus.run.RunFolder;
import ductus.run.TinyRuns;
import ductus.task.music.request.MusicTrainingConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainCommandTest {
  private static final List<Object> TINY =
      List.of(
          "--hidden",
          8,
          "--embedding",
          4,
          "--layers",
          1,
          "--batch",
          4,
          "--warmup",
          2,
          "--keys",
          "own",
          "--threads",
          1);

  private final Path folder;
  private final Path corpus;
  private final Path run;

  TrainCommandTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    corpus = TinyRuns.corpus(folder.resolve("corpus"), 5);
    run = folder.resolve("run");
  }

  private static CommandRun train(Object... arguments) {
    List<Object> all = new ArrayList<>(List.of("train"));
    all.addAll(List.of(arguments));
    if (List.of("--encoding", "--resume", "--config", "--help", "--independent-keys").stream()
        .noneMatch(all::contains)) {
      // Else it says first which it chose.
      all.addAll(List.of("--encoding", "melody"));
    }
    return CommandRun.of(all.toArray());
  }

  private static CommandRun trainTiny(Object... arguments) {
    List<Object> all = new ArrayList<>(List.of(arguments));
    all.addAll(TINY);
    return train(all.toArray());
  }

  private void assertFails(int status, String complaint, CommandRun failed) {
    assertEquals(status, failed.status(), failed.err());
    assertEquals("ductus: " + complaint, failed.complaints().get(0));
    assertEquals(
        status == ExitStatus.WRONG_USAGE ? 2 : 1, failed.complaints().size(), failed.err());
    assertEquals("", failed.out());
    assertFalse(Files.exists(run), "nothing is left behind");
  }

  @Test
  void trainsAndSaysWhatCameOfIt() throws Exception {
    CommandRun trained = trainTiny(corpus, "--out", run, "--epochs", 2);
    assertEquals(ExitStatus.DONE, trained.status(), trained.err());
    assertTrue(trained.err().contains("Training on 4 tunes, 1 held out"), trained.err());
    assertTrue(trained.err().contains("epoch   2: training "), trained.err());
    assertTrue(
        trained.out().startsWith(run.resolve("model.safetensors") + ": epoch "), trained.out());
    assertTrue(trained.out().contains("nats per token on held-out tunes"), trained.out());
    assertEquals(3, Files.readAllLines(run.resolve("metrics.csv")).size());
  }

  @Test
  void endsBehindAnEpochAndGoesOnAsIfItHadNot() throws Exception {
    Path whole = folder.resolve("whole");
    assertEquals(ExitStatus.DONE, trainTiny(corpus, "--out", whole, "--epochs", 4).status());
    for (int until : new int[] {1, 1, 3, 9}) {
      CommandRun part =
          trainTiny(corpus, "--out", run, "--epochs", 4, "--until", until, "--resume");
      assertEquals(ExitStatus.DONE, part.status(), part.err());
      assertEquals(1 + Math.min(until, 4), Files.readAllLines(run.resolve("metrics.csv")).size());
      assertFalse(Files.exists(run.resolve("control")), "nobody stopped it");
    }
    assertArrayEquals(
        Files.readAllBytes(whole.resolve("model.safetensors")),
        Files.readAllBytes(run.resolve("model.safetensors")));
  }

  @Test
  void endsBehindAnEpochThatThereIs() {
    assertFails(
        ExitStatus.WRONG_USAGE,
        "--until must be 1 or more but was 0",
        train(corpus, "--out", run, "--until", 0));
  }

  @Test
  void printsOneJsonObject() throws Exception {
    CommandRun trained = trainTiny(corpus, "--out", run, "--epochs", 1, "--json", "--quiet");
    assertEquals("", trained.err());
    JsonObject result = JsonParser.parseString(trained.out()).getAsJsonObject();
    assertEquals("music", result.get("task").getAsString());
    assertEquals(4, result.get("pieces").getAsInt());
    assertEquals(1, result.get("held_out").getAsInt());
    assertEquals(1, result.get("best_epoch").getAsInt());
    assertEquals("token", result.get("target").getAsString());
    assertTrue(result.get("validation_nats").getAsDouble() > 0);
    assertFalse(result.get("stopped").getAsBoolean());
  }

  @Test
  void saysWhatARunWouldTakeAndWritesNothing() throws Exception {
    CommandRun planned = trainTiny(corpus, "--out", run, "--dry-run");
    assertEquals(ExitStatus.DONE, planned.status(), planned.err());
    List<String> lines = planned.out().lines().toList();
    assertTrue(lines.get(0).startsWith("4 tunes, 1 held out; 10,206 parameters; "), planned.out());
    for (String row :
        List.of("weights", "optimizer", "gradients", "packed copies", "activations", "heap")) {
      assertTrue(lines.stream().anyMatch(line -> line.startsWith(row)), planned.out());
    }
    assertTrue(planned.out().contains("tokens a second on 1 thread, an epoch of "), planned.out());
    assertFalse(Files.exists(run));
  }

  @Test
  void saysAsJsonWhatARunWouldTake() {
    CommandRun planned =
        trainTiny(corpus, "--out", run, "--dry-run", "--json", "--quiet", "--time-steps", 16);
    assertEquals("", planned.err());
    JsonObject forecast = JsonParser.parseString(planned.out()).getAsJsonObject();
    JsonObject memory = forecast.getAsJsonObject("memory");
    assertEquals(4, forecast.get("pieces").getAsInt());
    assertEquals(16, memory.get("time_steps").getAsInt());
    assertEquals(4, memory.get("sequences").getAsInt());
    assertEquals(4 * memory.get("parameters").getAsLong(), memory.get("weight_bytes").getAsLong());
    assertEquals(
        2 * memory.get("weight_bytes").getAsLong(), memory.get("optimizer_bytes").getAsLong());
    assertTrue(forecast.get("fits").getAsBoolean());
    assertTrue(forecast.getAsJsonObject("speed").get("targets_per_second").getAsDouble() > 0);
    assertFalse(Files.exists(run));
  }

  @Test
  void saysThatWhatIsThereTwiceIsNotLearnedTwice() throws Exception {
    Files.copy(corpus.resolve("tune-00.mid"), corpus.resolve("copy.mid"));
    for (List<Object> how :
        List.<List<Object>>of(List.of("--dry-run"), List.of("--out", run, "--epochs", 1))) {
      List<Object> arguments = new ArrayList<>(List.of(corpus));
      arguments.addAll(how);
      CommandRun done = trainTiny(arguments.toArray());
      assertEquals(ExitStatus.DONE, done.status(), done.err());
      assertTrue(done.err().contains("1 duplicate will not be learned twice"), done.err());
    }
  }

  @Test
  void plansNewRunsOnly() {
    assertFails(
        ExitStatus.WRONG_USAGE,
        "--dry-run plans a new run; leave out --resume",
        train("--out", run, "--resume", "--dry-run"));
  }

  @Test
  void refusesWhatDoesNotFitIntoMemoryBeforeItStarts() throws Exception {
    Path tunes = folder.resolve("long");
    Files.createDirectories(tunes);
    for (int number = 0; number < 4; number++) {
      Files.write(
          tunes.resolve(number + ".mid"),
          MidiWriter.write(MelodyScore.of(longTune(number), 0, 90)));
    }
    assertFails(
        ExitStatus.WRONG_USAGE,
        "activations must be at most 2,147,483,647 numbers in one array but were 2,360,770,560 for"
            + " batches of 36 × 8,005 steps: choose fewer time steps, recompute, or a smaller"
            + " batch",
        train(
            tunes,
            "--out",
            run,
            "--hidden",
            2048,
            "--batch",
            64,
            "--time-steps",
            0,
            "--keys",
            "all"));
  }

  /** A few notes for a long time. */
  private static Melody longTune(int number) {
    int steps = 16 * 1000;
    List<MelodyNote> notes = new ArrayList<>();
    for (int step = 0; step < steps; step += 16) {
      notes.add(new MelodyNote(step, 16, 60 + (step / 16 * (number + 3)) % 12));
    }
    return new Melody(
        4, steps, List.of(new TimeSignature(0, 4, 4)), new Key(0, Mode.MAJOR), 108, notes);
  }

  @Test
  void goesOnWithTheSameSettingsNamedAgainOrLeftOut() {
    assertEquals(
        ExitStatus.DONE, trainTiny(corpus, "--out", run, "--epochs", 1, "--resume").status());
    CommandRun named = trainTiny(corpus, "--out", run, "--epochs", 1, "--resume");
    assertEquals(ExitStatus.DONE, named.status(), named.err());
    CommandRun leftOut = train("--out", run, "--resume");
    assertEquals(ExitStatus.DONE, leftOut.status(), leftOut.err());
    assertEquals(named.out(), leftOut.out());
  }

  @Test
  void doesNotGoOnWithOtherSettings() {
    trainTiny(corpus, "--out", run, "--epochs", 1);
    for (List<Object> other :
        List.<List<Object>>of(
            List.of("--epochs", 9),
            List.of("--seed", 2),
            List.of("--hidden", 9),
            List.of(folder.resolve("other")))) {
      List<Object> arguments = new ArrayList<>(List.of("--out", run, "--resume"));
      arguments.addAll(other);
      CommandRun resumed = train(arguments.toArray());
      assertEquals(ExitStatus.WRONG_USAGE, resumed.status(), resumed.err());
      assertTrue(
          resumed.err().startsWith("ductus: --resume goes on with the settings in " + run),
          resumed.err());
    }
  }

  @Test
  void takesAllSettingsFromAConfiguration() throws Exception {
    trainTiny(corpus, "--out", run, "--epochs", 1, "--seed", 77);
    Path second = folder.resolve("second");
    CommandRun again = train("--config", run.resolve("config.json"), "--out", second);
    assertEquals(ExitStatus.DONE, again.status(), again.err());
    assertArrayEquals(
        Files.readAllBytes(run.resolve("model.safetensors")),
        Files.readAllBytes(second.resolve("model.safetensors")));
    Path third = folder.resolve("third");
    train("--config", run.resolve("config.json"), "--out", third, "--epochs", 2);
    assertEquals(
        2,
        RunFolder.readConfig(third.resolve("config.json"), MusicTrainingConfig.class)
            .plan()
            .epochs());
    assertEquals(
        77,
        RunFolder.readConfig(third.resolve("config.json"), MusicTrainingConfig.class)
            .plan()
            .seed());
  }

  @Test
  void namesWhatItLeavesOut() throws Exception {
    Path broken = SampleFiles.broken(corpus.resolve("broken.mid"));
    CommandRun trained = trainTiny(corpus, "--out", run, "--epochs", 1);
    assertEquals(ExitStatus.LEFT_OUT, trained.status(), trained.err());
    assertTrue(trained.err().contains("ductus: left out " + broken + ": byte "), trained.err());
    assertTrue(Files.exists(run.resolve("model.safetensors")));
  }

  @Test
  void refusesAFolderThatIsNotThereOrHasNothingInIt() throws Exception {
    Path none = folder.resolve("none");
    assertFails(
        ExitStatus.FAILED, none + ": no such file or folder", trainTiny(none, "--out", run));
    Path empty = Files.createDirectories(folder.resolve("empty"));
    assertFails(
        ExitStatus.FAILED, empty + ": the folder has no files", trainTiny(empty, "--out", run));
    Files.writeString(empty.resolve("letter.txt"), "Dear");
    assertFails(
        ExitStatus.FAILED,
        empty
            + ": the folder must have MIDI, ABC or MusicXML files (.mid, .midi, .kar, .smf, .abc,"
            + " .musicxml, .mxl, .xml) but its one"
            + " file is none",
        trainTiny(empty, "--out", run));
    Path one = TinyRuns.corpus(folder.resolve("one"), 1);
    assertFails(
        ExitStatus.FAILED,
        one + ": training needs two tunes at least, found 1 (0 files left out, 0 duplicates)",
        trainTiny(one, "--out", run));
  }

  @Test
  void saysWhyTunesAreLackingBeforeItGivesUp() throws Exception {
    Path bad = folder.resolve("bad");
    SampleFiles.broken(bad.resolve("a.mid"));
    CommandRun failed = trainTiny(bad, "--out", run);
    assertEquals(ExitStatus.FAILED, failed.status());
    assertEquals(2, failed.complaints().size(), failed.err());
    assertTrue(failed.complaints().get(0).contains("left out " + bad.resolve("a.mid") + ": byte "));
    assertFalse(Files.exists(run));
  }

  @Test
  void refusesAFolderWithARunInIt() throws Exception {
    trainTiny(corpus, "--out", run, "--epochs", 1);
    byte[] model = Files.readAllBytes(run.resolve("model.safetensors"));
    CommandRun second = trainTiny(corpus, "--out", run, "--epochs", 2);
    assertEquals(ExitStatus.FAILED, second.status());
    assertEquals(
        List.of(
            "ductus: "
                + run
                + ": holds a training run already; --resume goes on with it, or choose another"
                + " --out"),
        second.complaints());
    assertArrayEquals(model, Files.readAllBytes(run.resolve("model.safetensors")));
  }

  @Test
  void refusesAFolderThatAnotherRunWritesTo() throws Exception {
    RunFolder other = RunFolder.open(run);
    try (other) {
      CommandRun second = trainTiny(corpus, "--out", run);
      assertEquals(ExitStatus.FAILED, second.status());
      assertEquals(
          List.of(
              "ductus: "
                  + run
                  + ": another training run is writing to this folder; wait for it or choose"
                  + " another"),
          second.complaints());
    }
  }

  @Test
  void refusesAFileInPlaceOfAFolder() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "mine");
    CommandRun failed = trainTiny(corpus, "--out", file);
    assertEquals(ExitStatus.FAILED, failed.status());
    assertEquals(
        List.of("ductus: " + file + ": must be a folder for the training run, but is a file"),
        failed.complaints());
    assertEquals("mine", Files.readString(file));
  }

  @Test
  void refusesToGoOnFromWhatIsBroken() throws Exception {
    trainTiny(corpus, "--out", run, "--epochs", 1);
    Path checkpoint = run.resolve("checkpoint").resolve("state.safetensors");
    byte[] bytes = Files.readAllBytes(checkpoint);
    Files.write(checkpoint, java.util.Arrays.copyOf(bytes, bytes.length / 2));
    CommandRun cut = train("--out", run, "--resume");
    assertEquals(ExitStatus.FAILED, cut.status());
    assertTrue(cut.complaints().get(1).startsWith("ductus: " + checkpoint + ": "), cut.err());
    Files.writeString(run.resolve("config.json"), "{");
    CommandRun broken = train("--out", run, "--resume");
    assertEquals(ExitStatus.FAILED, broken.status());
    assertEquals(
        List.of(
            "ductus: "
                + run.resolve("config.json")
                + ": not a training configuration: line 1, column 2 is not as expected"),
        broken.complaints());
  }

  @Test
  void namesWhatIsMissing() {
    assertFails(
        ExitStatus.WRONG_USAGE,
        "--resume needs --out, the folder of the run to go on with",
        train("--resume"));
    assertFails(
        ExitStatus.WRONG_USAGE,
        "Missing FOLDER: where are the MIDI files?",
        train("--out", run, "--epochs", 1));
    assertFails(
        ExitStatus.FAILED,
        folder.resolve("none.json") + ": no such file",
        train("--config", folder.resolve("none.json"), "--out", run));
  }

  @Test
  void saysWhatItChoseOnlyWhenItBegins() {
    List<Object> wrong = new ArrayList<>(List.of("train", corpus, "--out", run, "--epochs", 0));
    wrong.addAll(TINY);
    CommandRun refused = CommandRun.of(wrong.toArray());
    assertEquals(ExitStatus.WRONG_USAGE, refused.status(), refused.err());
    assertFalse(refused.err().contains("since 5 of 5 files looked at"), refused.err());
    List<Object> right = new ArrayList<>(List.of("train", corpus, "--out", run, "--epochs", 1));
    right.addAll(TINY);
    CommandRun trained = CommandRun.of(right.toArray());
    assertEquals(ExitStatus.DONE, trained.status(), trained.err());
    assertTrue(
        trained.err().contains("encoding melody, since 5 of 5 files looked at"), trained.err());
    assertTrue(trained.err().indexOf("since 5") < trained.err().indexOf("Training on"));
  }

  @Test
  void namesTheOptionWhoseValueCannotBe() {
    Map<List<Object>, String> complaints = new LinkedHashMap<>();
    for (String option : List.of("--clip-value", "--clip-derivatives", "--l1", "--l2")) {
      for (Object wrong : List.of(-1, "NaN", "Infinity")) {
        complaints.put(List.of(option, wrong), option + ": ");
      }
    }
    for (String option : List.of("--label-smoothing", "--moving-average", "--momentum")) {
      for (Object wrong : List.of(-0.1, 1, "NaN")) {
        complaints.put(List.of("--optimizer", "sgd", option, wrong), option + ": ");
      }
    }
    complaints.put(List.of("--scheduled-sampling", 1.1), "--scheduled-sampling: ");
    complaints.put(List.of("--weight-noise", "NaN"), "--weight-noise: ");
    complaints.put(List.of("--accumulate", 0), "--accumulate: ");
    complaints.put(List.of("--learning-rate", 2), "--learning-rate: learning rate must be above 0");
    complaints.put(List.of("--optimizer", "adamw", "--weight-decay", 1), "--weight-decay: ");
    complaints.put(List.of("--schedule", "step", "--cut-epochs", 0), "--cut-epochs: ");
    complaints.put(List.of("--schedule", "plateau", "--cut-factor", 1), "--cut-factor: ");
    complaints.put(
        List.of("--momentum", 0.9),
        "--momentum: momentum must be left out with the optimizer adam but was 0.9: it goes with"
            + " sgd and rmsprop");
    complaints.put(
        List.of("--weight-decay", 0.1),
        "--weight-decay: weight decay must be left out with the optimizer adam but was 0.1: it goes"
            + " with adamw; for others there is l2");
    complaints.put(
        List.of("--cut-epochs", 3),
        "--cut-epochs: cut epochs and cut factor must be left out with the schedule cosine but were"
            + " 3 and 0.0: they go with step and plateau");
    complaints.forEach(
        (wrong, complaint) -> {
          List<Object> arguments = new ArrayList<>(List.of(corpus, "--out", run));
          arguments.addAll(wrong);
          CommandRun failed = train(arguments.toArray());
          assertEquals(ExitStatus.WRONG_USAGE, failed.status(), wrong + ": " + failed.err());
          assertEquals(2, failed.complaints().size(), failed.err());
          assertTrue(failed.err().startsWith("ductus: " + complaint), failed.err());
          assertFalse(Files.exists(run), "nothing is left behind");
        });
  }

  /** Each option changes its place in config.json, and nothing else. */
  @Test
  void writesEveryOptionIntoTheConfiguration() throws Exception {
    Map<List<Object>, String> places = new LinkedHashMap<>();
    places.put(List.of("--accumulate", 2), "\"accumulate\": 2");
    places.put(List.of("--recompute"), "\"recompute\": true");
    places.put(List.of("--optimizer", "sgd"), "\"rule\": \"SGD\",\"momentum\": 0.9");
    places.put(
        List.of("--optimizer", "rmsprop", "--momentum", 0.8),
        "\"rule\": \"RMSPROP\",\"momentum\": 0.8");
    places.put(
        List.of("--optimizer", "adamw", "--weight-decay", 0.2),
        "\"rule\": \"ADAMW\",\"momentum\": 0.0,\"weightDecay\": 0.2");
    places.put(
        List.of("--schedule", "step", "--cut-epochs", 3),
        "\"shape\": \"STEP\",\"cutEpochs\": 3,\"cutFactor\": 0.5");
    places.put(
        List.of("--schedule", "plateau", "--cut-factor", 0.3),
        "\"shape\": \"PLATEAU\",\"cutEpochs\": 5,\"cutFactor\": 0.3");
    places.put(List.of("--clip", 0), "\"norm\": 0.0");
    places.put(List.of("--clip-value", 0.5), "\"value\": 0.5");
    places.put(List.of("--clip-derivatives", 10), "\"derivatives\": 10.0");
    places.put(List.of("--variational-dropout"), "\"variationalDropout\": true");
    places.put(List.of("--l1", 0.01), "\"l1\": 0.01");
    places.put(List.of("--l2", 0.02), "\"l2\": 0.02");
    places.put(List.of("--weight-noise", 0.075), "\"weightNoise\": 0.075");
    places.put(List.of("--label-smoothing", 0.1), "\"labelSmoothing\": 0.1");
    places.put(List.of("--moving-average", 0.99), "\"movingAverage\": 0.99");
    places.put(
        List.of("--scheduled-sampling", 0.3, "--sampling-ramp", "linear"),
        "\"share\": 0.3,\"ramp\": \"LINEAR\"");
    String help = train("--help").out();
    for (Map.Entry<List<Object>, String> place : places.entrySet()) {
      String option = String.valueOf(place.getKey().get(0)).substring(2);
      assertTrue(help.contains("--" + option) || help.contains("--[no-]" + option), option);
      Path out =
          folder.resolve("run-" + String.join("", place.getKey().toString().split("\\W", -1)));
      List<Object> arguments = new ArrayList<>(List.of(corpus, "--out", out, "--epochs", 1));
      arguments.addAll(place.getKey());
      CommandRun trained = trainTiny(arguments.toArray());
      assertEquals(ExitStatus.DONE, trained.status(), place.getKey() + ": " + trained.err());
      String json = Files.readString(out.resolve("config.json")).replaceAll("\\n\\s*", "");
      assertTrue(json.contains(place.getValue()), json);
      CommandRun again = train("--out", out, "--resume");
      assertEquals(ExitStatus.DONE, again.status(), place.getKey() + ": " + again.err());
    }
  }

  @Test
  void refusesValuesThatCannotBe() {
    for (List<Object> wrong :
        List.<List<Object>>of(
            List.of("--layers", 0),
            List.of("--layers", 4),
            List.of("--hidden", 0),
            List.of("--hidden", 1_000_000_000),
            List.of("--hidden", 3_000_000_000L),
            List.of("--embedding", 8192, "--hidden", 8192, "--layers", 3),
            List.of("--batch", Integer.MAX_VALUE),
            List.of("--batch", 1 << 20, "--accumulate", 1 << 20),
            List.of("--threads", 0),
            List.of("--threads", 1_000_000),
            List.of("--hidden", "many"),
            List.of("--embedding", -1),
            List.of("--dropout", 1),
            List.of("--dropout", "NaN"),
            List.of("--epochs", 0),
            List.of("--patience", 0),
            List.of("--batch", 0),
            List.of("--time-steps", -1),
            List.of("--learning-rate", 0),
            List.of("--learning-rate", "NaN"),
            List.of("--warmup", -1),
            List.of("--schedule", "square"),
            List.of("--clip", -1),
            List.of("--batch", -3),
            List.of("--sampling-ramp", "linear"),
            List.of("--variational-dropout", "--dropout", 0),
            List.of("--keys", "some"),
            List.of("--validation", 0),
            List.of("--validation", 1),
            List.of("--cell", "gru+peephole"),
            List.of("--encoding", "strokes"),
            List.of("--seed", "x"))) {
      List<Object> arguments = new ArrayList<>(List.of(corpus, "--out", run));
      arguments.addAll(wrong);
      CommandRun failed = train(arguments.toArray());
      assertEquals(ExitStatus.WRONG_USAGE, failed.status(), wrong + ": " + failed.err());
      assertEquals(2, failed.complaints().size(), failed.err());
      assertFalse(failed.err().contains("Exception"), failed.err());
      assertFalse(Files.exists(run), "nothing is left behind");
    }
  }
}
