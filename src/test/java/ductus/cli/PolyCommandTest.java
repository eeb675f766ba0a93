package ductus.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import ductus.cli.console.ExitStatus;
import ductus.math.Seeded;
import ductus.music.Score;
import ductus.music.frames.Frame;
import ductus.music.frames.FrameScore;
import ductus.music.frames.Frames;
import ductus.music.midi.MidiReader;
import ductus.music.midi.MidiWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Training, evaluation and generation with polyphony. */
class PolyCommandTest {
  private static final List<Object> TINY =
      List.of("--hidden", 8, "--embedding", 4, "--epochs", 2, "--keys", "own", "--threads", 1);

  private final Path folder;
  private final Path sets;

  PolyCommandTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    List<Frames> pieces = new ArrayList<>();
    for (int seed = 0; seed < 9; seed++) {
      pieces.add(piece(Seeded.random(seed)));
    }
    Path midi = Files.createDirectory(folder.resolve("midi"));
    for (int i = 6; i < 9; i++) {
      Files.write(
          midi.resolve(i + ".mid"), MidiWriter.write(FrameScore.score(pieces.get(i), 0, 80)));
    }
    sets =
        Files.writeString(
            folder.resolve("sets.json"),
            "{\"train\":%s,\"valid\":%s}"
                .formatted(json(pieces.subList(0, 6)), json(pieces.subList(6, 9))));
  }

  /** Triads that change at every step or stay, with a silent step. */
  private static Frames piece(RandomGenerator random) {
    List<Frame> steps = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      int root = 48 + random.nextInt(8);
      steps.add(i == 5 ? Frame.SILENT : Frame.of(root, root + 4, root + 7, 72 + i % 3));
    }
    return new Frames(1, steps);
  }

  private static String json(List<Frames> pieces) {
    return pieces.stream()
        .map(piece -> piece.steps().toString())
        .collect(Collectors.joining(",", "[", "]"));
  }

  private Path train(String name, Object... more) {
    Path run = folder.resolve(name);
    List<Object> all = new ArrayList<>(List.of("train", sets, "--encoding", "poly", "--out", run));
    all.addAll(TINY);
    all.addAll(List.of(more));
    CommandRun trained = CommandRun.of(all.toArray());
    assertEquals(ExitStatus.DONE, trained.status(), trained.err());
    return run;
  }

  private static JsonObject evaluate(Object... arguments) {
    List<Object> all = new ArrayList<>(List.of("evaluate", "--json"));
    all.addAll(List.of(arguments));
    CommandRun run = CommandRun.of(all.toArray());
    assertEquals(ExitStatus.DONE, run.status(), run.err());
    return JsonParser.parseString(run.out()).getAsJsonObject();
  }

  @Test
  void aJsonFileAndItsMidiFileMeasureAlike() {
    Path run = train("chords");
    JsonObject both = evaluate(run, sets, "--samples", 0);
    assertEquals(9, both.get("pieces").getAsInt());
    JsonObject valid = both.getAsJsonObject("splits").getAsJsonObject("valid");
    JsonObject only = evaluate(run, sets, "--split", "valid", "--samples", 0);
    JsonObject midi = evaluate(run, folder.resolve("midi"), "--samples", 0);
    for (String field : List.of("nats_per_frame", "nats_per_frame_with_first")) {
      double nats = valid.get(field).getAsDouble();
      assertTrue(nats > 0 && nats < 40, field + " " + nats);
      assertEquals(nats, only.get(field).getAsDouble(), 1e-9);
      assertEquals(nats, midi.get(field).getAsDouble(), 1e-6);
      double pooled =
          (6 * both.getAsJsonObject("splits").getAsJsonObject("train").get(field).getAsDouble()
                  + 3 * nats)
              / 9;
      assertEquals(pooled, both.get(field).getAsDouble(), 1e-9, "pieces of one length");
    }
  }

  @Test
  void newPiecesAreHeldAgainstThoseThatWereNotTrainedOn() throws IOException {
    Path run = train("chords");
    Path report = folder.resolve("report");
    JsonObject evaluation = evaluate(run, sets, "--samples", 3, "--out", report);
    assertTrue(evaluation.get("nats_per_frame").getAsDouble() > 0);
    assertEquals(3, evaluation.getAsJsonObject("generated").get("count").getAsInt());
    assertTrue(evaluation.getAsJsonArray("statistics").size() >= 6, "short pieces have no groove");
    JsonObject four = evaluation.getAsJsonArray("copied").get(0).getAsJsonObject();
    assertEquals(4, four.get("notes").getAsInt());
    assertTrue(four.has("ten_fold"), four.toString());
    assertTrue(Files.size(report.resolve("evaluation.json")) > 500);
    JsonObject without = evaluate(run, folder.resolve("midi"), "--samples", 2, "--out", report);
    assertEquals(0, without.getAsJsonArray("copied").size(), "no training pieces");
  }

  @Test
  void independentKeysAreTrainedResumedAndMeasured() throws IOException {
    Path run = train("keys", "--independent-keys");
    JsonObject evaluation = evaluate(run, sets);
    double nats = evaluation.get("nats_per_frame").getAsDouble();
    assertTrue(nats > 0 && nats < 88, "" + nats);
    String config = Files.readString(run.resolve("config.json"));
    assertTrue(config.contains("poly-keys"), config);
    assertTrue(config.contains("\"task\": \"keys\""), config);
    CommandRun resumed = CommandRun.of("train", "--resume", "--out", run, "--threads", 1);
    assertEquals(ExitStatus.DONE, resumed.status(), resumed.err());
    CommandRun named =
        CommandRun.of(
            "train", "--resume", "--out", run, "--encoding", "poly", "--independent-keys");
    assertEquals(ExitStatus.DONE, named.status(), named.err());
  }

  @Test
  void independentKeysArePlannedAndInspected() {
    CommandRun planned =
        CommandRun.of("train", sets, "--encoding", "poly", "--independent-keys", "--dry-run");
    assertEquals(ExitStatus.DONE, planned.status(), planned.err());
    assertTrue(planned.out().contains("frames a second"), planned.out());
    CommandRun inspected = CommandRun.of("inspect", train("keys", "--independent-keys"));
    assertEquals(ExitStatus.DONE, inspected.status(), inspected.err());
    assertTrue(inspected.out().contains("poly-keys, 88 keys"), inspected.out());
    assertTrue(inspected.out().contains("nats a frame"), inspected.out());
  }

  @Test
  void independentKeysAreNotTrainedWithWhatIsForTokens() {
    Path none = folder.resolve("none");
    for (Object[] wrong :
        new Object[][] {{"--accumulate", 2}, {"--recompute"}, {"--label-smoothing", 0.1}}) {
      List<Object> all = new ArrayList<>(List.of("train", sets, "--encoding", "poly"));
      all.addAll(List.of("--independent-keys", "--out", none));
      all.addAll(List.of(wrong));
      CommandRun refused = CommandRun.of(all.toArray());
      assertEquals(ExitStatus.WRONG_USAGE, refused.status(), refused.err());
      assertTrue(refused.err().contains("since the task keys has no use for it"), refused.err());
      assertTrue(Files.notExists(none), "nothing is left behind");
    }
  }

  @Test
  void newPiecesHaveTheLengthAndScaleAskedFor() throws Exception {
    Path run = train("chords");
    Path out = folder.resolve("new");
    CommandRun generated =
        CommandRun.of("generate", run, "--count", 3, "--bars", 4, "--seed", 1, "--out", out);
    assertEquals(ExitStatus.DONE, generated.status(), generated.err());
    int count = 0;
    try (var files = Files.list(out)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".mid")).toList()) {
        Score score = MidiReader.read(file);
        assertEquals(16 * 480, score.length(), file.toString());
        count++;
      }
    }
    assertEquals(3, count);
  }

  @Test
  void complainsInOneLine() throws IOException {
    Path run = train("chords");
    assertComplains(
        ExitStatus.WRONG_USAGE,
        "--split: split must be train or valid but was test",
        CommandRun.of("evaluate", run, sets, "--split", "test"));
    Path broken = Files.writeString(folder.resolve("broken.json"), "{\"train\":[[[60],[999]]]}");
    String reason = broken + ": train, piece 1, frame 2: a pitch must be 21 to 108 but was 999";
    assertComplains(ExitStatus.FAILED, reason, CommandRun.of("evaluate", run, broken));
    assertComplains(
        ExitStatus.FAILED,
        reason,
        CommandRun.of("train", broken, "--encoding", "poly", "--out", folder.resolve("none")));
    assertComplains(
        ExitStatus.WRONG_USAGE,
        "--independent-keys must go with the encoding poly but it was melody",
        CommandRun.of("train", sets, "--independent-keys", "--out", folder.resolve("none")));
  }

  private static void assertComplains(int status, String complaint, CommandRun run) {
    assertEquals(status, run.status(), run.err());
    assertEquals("ductus: " + complaint, run.complaints().get(0));
  }
}
