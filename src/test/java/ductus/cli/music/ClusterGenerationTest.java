package ductus.cli.music;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.cli.CommandRun;
import ductus.cli.console.Console;
import ductus.cli.console.ExitStatus;
import ductus.cluster.Cluster.ClusterCommand;
import ductus.cluster.Cluster.ClusterOutcome;
import ductus.cluster.ClusterException;
import ductus.cluster.CommandCluster;
import ductus.generate.Sampling;
import ductus.provenance.OutputNames;
import ductus.run.TinyRuns;
import ductus.task.music.kind.MelodyKind;
import ductus.task.music.request.MusicRequest;
import ductus.task.music.request.MusicTrainingConfig;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("long")
class ClusterGenerationTest {
  private static final int TUNES = 19;

  private final Path model;
  private final Path here;
  private final Path there;
  private final StringWriter err = new StringWriter();
  private final CommandCluster cluster = new CommandCluster(ClusterGenerationTest::run);

  ClusterGenerationTest(@TempDir Path folder) throws IOException {
    model = TinyRuns.model(folder.resolve("mine.safetensors"), MusicTrainingConfig.Keys.COMMON, 1);
    here = folder.resolve("here");
    there = folder.resolve("there");
  }

  private static ClusterOutcome run(ClusterCommand command) {
    CommandRun run = CommandRun.of(command.arguments().toArray());
    return new ClusterOutcome(command, run.status(), run.out(), run.err(), "there");
  }

  private ClusterGeneration generation(int first) throws IOException {
    StringWriter out = new StringWriter();
    Console console =
        new Console(
            new PrintWriter(out),
            new PrintWriter(err),
            false,
            Console.Results.TEXT,
            Console.Verbosity.NORMAL);
    return new ClusterGeneration(
        console,
        model.toString(),
        MusicRequest.open(new Sampling(0.9, 0, 0.9), 5)
            .with(
                new MusicRequest.Guidance(
                    0, 0, 0, false, List.of(), null, null, null, new MelodyKind().usualDrafts())),
        first,
        OutputNames.stems(there, "mine", TUNES));
  }

  private CommandRun plain(Object... more) {
    List<Object> all =
        Stream.concat(
                Stream.of(
                    "generate",
                    model,
                    "--temperature",
                    0.9,
                    "--top-p",
                    0.9,
                    "--seed",
                    5,
                    "--out",
                    here),
                Stream.of(more))
            .toList();
    return CommandRun.of(all.toArray());
  }

  private static void assertSame(Path one, Path other) throws IOException {
    List<Path> files;
    try (Stream<Path> listed = Files.list(one)) {
      files = listed.sorted().toList();
    }
    assertFalse(files.isEmpty());
    for (Path file : files) {
      assertArrayEquals(
          Files.readAllBytes(file),
          Files.readAllBytes(other.resolve(file.getFileName())),
          file.toString());
    }
    try (Stream<Path> listed = Files.list(other)) {
      assertEquals(files.size(), listed.count());
    }
  }

  @Test
  void theTunesAreThoseOfThisMachine() throws Exception {
    CommandRun done = plain("--count", TUNES);
    assertEquals(ExitStatus.DONE, done.status(), done.err());
    ClusterGeneration.Ending ending = generation(1).run(cluster, List.of(), () -> false);
    assertTrue(ending.whole(), err.toString());
    assertEquals(3, cluster.sent().size());
    assertEquals("tunes 9 to 16", cluster.sent().get(1).name());
    assertSame(here, there);
    assertEquals(
        done.out().replace(here.toString(), there.toString()),
        String.join("", ending.tunes().stream().map(tune -> tune.text() + "\n").toList()));
  }

  @Tag("long")
  @Test
  void anyTuneIsMadeAgainByItsNumber() throws Exception {
    assertEquals(ExitStatus.DONE, plain("--count", TUNES).status());
    Path one = there.resolve("one.mid");
    CommandRun again =
        CommandRun.of(
            "generate",
            model,
            "--temperature",
            0.9,
            "--top-p",
            0.9,
            "--seed",
            5,
            "--first",
            17,
            "--out",
            one);
    assertEquals(ExitStatus.DONE, again.status(), again.err());
    assertArrayEquals(Files.readAllBytes(here.resolve("mine-0017.mid")), Files.readAllBytes(one));
    CommandRun wrong = plain("--first", 0);
    assertEquals("ductus: --first must be 1 to 1000000000 but was 0", wrong.complaints().get(0));
  }

  @Tag("long")
  @Test
  void aCommandThatIsRunTwiceMakesTheSameTunes() throws Exception {
    generation(1).run(cluster, List.of(), () -> false);
    byte[] before = Files.readAllBytes(there.resolve("mine-0002.json"));
    // As a machine leaves it that is lost while it writes.
    Files.write(there.resolve("mine-0003.json"), new byte[0]);
    ClusterOutcome again = run(cluster.sent().get(0));
    assertEquals(ExitStatus.DONE, again.status(), again.err());
    assertArrayEquals(before, Files.readAllBytes(there.resolve("mine-0002.json")));
    assertTrue(Files.size(there.resolve("mine-0003.json")) > 0);
  }

  @Tag("long")
  @Test
  void tunesOfOthersAreLeftAlone() throws Exception {
    generation(1).run(cluster, List.of(), () -> false);
    byte[] before = Files.readAllBytes(there.resolve("mine-0002.json"));
    List<String> other =
        cluster.sent().get(0).arguments().stream()
            .map(each -> each.replace("\"seed\":5", "\"seed\":6"))
            .toList();
    ClusterOutcome refused = run(new ClusterCommand("other", other));
    assertEquals(ExitStatus.FAILED, refused.status());
    assertTrue(refused.err().contains("there is a file of that name already"), refused.err());
    assertArrayEquals(before, Files.readAllBytes(there.resolve("mine-0002.json")));
  }

  @Test
  void saysWhichTunesCouldNotBeMadeAndMakesTheOthers() throws Exception {
    CommandCluster failing =
        new CommandCluster(
            command ->
                command.name().equals("tunes 9 to 16")
                    ? new ClusterOutcome(
                        command, 1, "", "ductus: /x: the disk is full; make room\n", "there")
                    : run(command));
    ClusterGeneration.Ending ending = generation(1).run(failing, List.of(), () -> false);
    assertFalse(ending.whole());
    assertEquals(TUNES - 8, ending.tunes().size());
    assertTrue(
        err.toString().contains("ductus: tunes 9 to 16: /x: the disk is full; make room"),
        err.toString());
  }

  @Tag("long")
  @Test
  void aResultThatIsNotWholeEndsNoOtherCommand() throws Exception {
    CommandCluster torn =
        new CommandCluster(
            command -> {
              ClusterOutcome made = run(command);
              String out = made.out();
              return switch (command.name()) {
                case "tunes 1 to 8" -> new ClusterOutcome(command, 0, out.substring(1), "", "far");
                case "tunes 9 to 16" -> new ClusterOutcome(command, 0, "", "", "near");
                default -> made;
              };
            });
    ClusterGeneration.Ending ending = generation(1).run(torn, List.of(), () -> false);
    assertFalse(ending.whole());
    assertEquals(TUNES - 16, ending.tunes().size());
    assertTrue(
        err.toString().contains("tunes 1 to 8: far made them but its list of files"),
        err.toString());
    assertTrue(err.toString().contains("tunes 9 to 16: near made them"), err.toString());
  }

  @Test
  @Tag("long")
  void saysWhereMachinesSeeAnotherFolder() throws Exception {
    CommandCluster elsewhere =
        new CommandCluster(
            command -> {
              ClusterOutcome made = run(command);
              String other = made.out().replace(there.toString(), "/elsewhere");
              return new ClusterOutcome(command, 0, other, "", "far");
            });
    assertFalse(generation(1).run(elsewhere, List.of(), () -> false).whole());
    assertTrue(
        err.toString()
            .contains(
                "tunes 1 to 8: far writes to another folder than this machine sees; --out must be"
                    + " one that all see"),
        err.toString());
  }

  @Test
  void takesAwayWhatAStoppedMachineLeaves() throws Exception {
    ClusterGeneration generation = generation(1);
    generation.run(cluster, List.of(), () -> !cluster.sent().isEmpty());
    assertEquals(1, cluster.sent().size());
    Files.write(there.resolve("mine-0009.json"), new byte[0]);
    Files.write(there.resolve("mine-0009.mid"), new byte[] {1});
    generation.clean();
    assertTrue(Files.exists(there.resolve("mine-0008.mid")));
    assertFalse(Files.exists(there.resolve("mine-0009.mid")));
    assertFalse(Files.exists(there.resolve("mine-0009.json")));
  }

  @Test
  void aClusterThatFailsIsAFailure() {
    CommandCluster ending =
        new CommandCluster(
            command -> {
              throw new ClusterException("lost");
            });
    assertThrows(ClusterException.class, () -> generation(1).run(ending, List.of(), () -> false));
  }

  @Test
  void whatWasMadeBeforeTheUserStoppedIsTold() throws Exception {
    CommandCluster cluster = new CommandCluster(ClusterGenerationTest::run);
    assertEquals(
        8, generation(1).run(cluster, List.of(), () -> !cluster.sent().isEmpty()).tunes().size());
  }

  @Test
  void aBrokenRequestIsTheCallersMistake() {
    assertThrows(IllegalArgumentException.class, () -> Portion.request("{\"header\": 1}"));
    assertThrows(IllegalArgumentException.class, () -> Portion.request(""));
    assertEquals(
        "ductus: --master is for many tunes, but --count was 1",
        plain("--master", "local[1]").complaints().get(0));
  }
}
