package ductus.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import ductus.cli.console.ExitStatus;
import ductus.run.RunFolder;
import ductus.run.TinyRuns;
import ductus.task.music.model.MusicModel;
import ductus.task.music.model.MusicModels;
import ductus.task.music.request.TrainingConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Training, generation and evaluation with merged tokens. */
class MergesCommandTest {
  private static final int MERGES = 24;

  private final Path folder;
  private final Path corpus;

  MergesCommandTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    corpus = TinyRuns.corpus(folder.resolve("corpus"), 8);
  }

  private CommandRun train(String encoding, Path run, Object... more) {
    List<Object> all =
        new ArrayList<>(
            List.of("train", corpus, "--encoding", encoding, "--out", run, "--keys", "own"));
    all.addAll(List.of("--hidden", 8, "--embedding", 4, "--epochs", 2, "--threads", 1));
    all.addAll(List.of(more));
    return CommandRun.of(all.toArray());
  }

  private static CommandRun done(Object... arguments) {
    CommandRun run = CommandRun.of(arguments);
    assertEquals(ExitStatus.DONE, run.status(), run.err());
    return run;
  }

  private static JsonObject json(Object... arguments) {
    return JsonParser.parseString(done(arguments).out()).getAsJsonObject();
  }

  @ParameterizedTest
  @ValueSource(strings = {"performance", "score"})
  void areLearnedKeptInTheModelAndDrawnWith(String encoding) throws Exception {
    Path run = folder.resolve("run");
    CommandRun trained = train(encoding, run, "--merges", MERGES);
    assertEquals(ExitStatus.DONE, trained.status(), trained.err());
    TrainingConfig config = RunFolder.readConfig(run.resolve("config.json"), TrainingConfig.class);
    assertEquals(MERGES, config.corpus().merges());
    MusicModel<?> model = MusicModels.open(run.toString());
    int plain = model.kind().encoding().vocabularySize();
    assertEquals(MERGES, model.merges().count());
    assertEquals(plain + MERGES, model.encoding().vocabularySize());
    JsonObject inspected = json("inspect", run, "--json").getAsJsonObject("encoding");
    assertEquals(MERGES, inspected.get("merges").getAsInt());
    assertTrue(done("inspect", run).out().contains("tokens, 24 of them merged"));

    Path out = folder.resolve("out");
    Path primer = corpus.resolve("tune-00.mid");
    done(
        "generate",
        run,
        "--count",
        2,
        "--seed",
        4,
        "--bars",
        9,
        "--primer",
        primer,
        "--novel",
        12,
        "--threads",
        1,
        "--out",
        out);
    Path again = folder.resolve("again");
    done("regenerate", out.resolve("run-0002.json"), "--out", again, "--threads", 1);
    for (String ending : List.of(".mid", ".svg", ".json")) {
      assertArrayEquals(
          Files.readAllBytes(out.resolve("run-0002" + ending)),
          Files.readAllBytes(again.resolve("again-0001" + ending)),
          ending);
    }

    Path others = TinyRuns.corpus(folder.resolve("others"), 11);
    Path report = folder.resolve("report");
    JsonObject evaluated =
        json("evaluate", run, others, "--samples", 2, "--threads", 1, "--json", "--out", report);
    assertTrue(evaluated.toString().contains(encoding), evaluated.toString());
  }

  @Test
  void changeNothingWhereNoneAreAskedFor() throws Exception {
    Path without = folder.resolve("without");
    Path none = folder.resolve("none");
    assertEquals(ExitStatus.DONE, train("score", without).status());
    assertEquals(ExitStatus.DONE, train("score", none, "--merges", 0).status());
    assertArrayEquals(
        Files.readAllBytes(without.resolve("model.safetensors")),
        Files.readAllBytes(none.resolve("model.safetensors")));
    assertNull(MusicModels.open(none.toString()).file().header().merges());
  }

  @Test
  void goOnWithARunAsItBeganOnly() {
    Path run = folder.resolve("run");
    assertEquals(ExitStatus.DONE, train("score", run, "--merges", MERGES).status());
    done("train", "--resume", "--out", run, "--threads", 1);
    CommandRun other =
        CommandRun.of("train", "--resume", "--out", run, "--merges", 3, "--threads", 1);
    assertEquals(ExitStatus.WRONG_USAGE, other.status(), other.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"melody", "leadsheet", "drums", "poly"})
  void areRefusedForEncodingsWhoseTokensStandAlone(String encoding) {
    CommandRun refused = train(encoding, folder.resolve("run"), "--merges", MERGES);
    assertEquals(ExitStatus.WRONG_USAGE, refused.status(), refused.err());
    assertEquals(
        "ductus: --merges: merges must be 0 for the encoding "
            + encoding
            + " (those of performance and score can be merged) but were 24",
        refused.complaints().get(0));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 10_001})
  void areRefusedInNumbersThatCannotBe(int merges) {
    CommandRun refused = train("score", folder.resolve("run"), "--merges", merges);
    assertEquals(ExitStatus.WRONG_USAGE, refused.status(), refused.err());
    assertEquals(
        "ductus: --merges: merges must be 0 (none) to 10000 but were " + merges,
        refused.complaints().get(0));
  }
}
