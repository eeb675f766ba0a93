package ductus.cli.music.evaluation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ductus.cli.CommandRun;
import ductus.cli.console.Console;
import ductus.cluster.Cluster.ClusterCommand;
import ductus.cluster.Cluster.ClusterOutcome;
import ductus.cluster.ClusterException;
import ductus.cluster.CommandCluster;
import ductus.generate.Sampling;
import ductus.math.KernelChoice;
import ductus.math.Workers;
import ductus.music.Melody;
import ductus.run.TinyRuns;
import ductus.task.music.generation.MusicGeneration;
import ductus.task.music.kind.MelodyKind;
import ductus.task.music.model.MusicModels;
import ductus.task.music.request.MusicRequest;
import ductus.task.music.request.MusicTrainingConfig;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterSamplingTest {
  private static final MusicRequest REQUEST = MusicRequest.open(new Sampling(1.1, 0, 0.9), 9);
  private static final int PIECES = 11;

  private final Path model;
  private final Path shared;

  ClusterSamplingTest(@TempDir Path folder) throws Exception {
    model = TinyRuns.model(folder.resolve("mine.safetensors"), MusicTrainingConfig.Keys.COMMON, 1);
    shared = folder.resolve("shared");
  }

  private static ClusterOutcome run(ClusterCommand command) {
    CommandRun run = CommandRun.of(command.arguments().toArray());
    return new ClusterOutcome(command, run.status(), run.out(), run.err(), "far");
  }

  private List<MusicGeneration.DrawnPiece<Melody>> draw(
      CommandCluster.Machine machine, boolean here) throws Exception {
    Console console =
        new Console(
            new PrintWriter(new StringWriter()),
            new PrintWriter(new StringWriter()),
            false,
            Console.Results.TEXT,
            Console.Verbosity.QUIET);
    try (Workers workers = new Workers(1)) {
      MusicGeneration<Melody> generation =
          new MusicGeneration<>(
              MusicModels.open(model.toString(), new MelodyKind()), KernelChoice.best(), workers);
      return here
          ? generation.draw(REQUEST, 0, PIECES)
          : new ClusterSampling(console, model.toString(), shared)
              .draw(new CommandCluster(machine), generation, REQUEST, PIECES, () -> false);
    }
  }

  @Test
  void thePiecesAreThoseOfThisMachine() throws Exception {
    List<MusicGeneration.DrawnPiece<Melody>> here = draw(ClusterSamplingTest::run, true);
    List<MusicGeneration.DrawnPiece<Melody>> there = draw(ClusterSamplingTest::run, false);
    assertEquals(PIECES, there.size());
    for (int i = 0; i < PIECES; i++) {
      assertEquals(here.get(i).piece(), there.get(i).piece());
      assertEquals(here.get(i).drawn().ended(), there.get(i).drawn().ended());
      assertArrayEquals(
          here.get(i).drawn().sequence().tokens(), there.get(i).drawn().sequence().tokens());
    }
    try (var left = Files.list(shared)) {
      assertEquals(0, left.count());
    }
  }

  private void assertFails(String complaint, CommandCluster.Machine machine) {
    assertEquals(
        complaint, assertThrows(ClusterException.class, () -> draw(machine, false)).getMessage());
    assertFalse(Files.exists(shared), "nothing is left behind");
  }

  @Test
  void saysWhyAMachineDrewNothing() {
    assertFails(
        "tunes 1 to 8: the model is gone",
        command -> new ClusterOutcome(command, 1, "", "ductus: the model is gone\n", "far"));
    assertFails(
        "tunes 1 to 8: far writes to another folder than this machine sees; --out must be one that"
            + " all see",
        command -> new ClusterOutcome(command, 0, "", "", "far"));
  }
}
