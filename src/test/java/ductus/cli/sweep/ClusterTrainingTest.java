package ductus.cli.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.cluster.Cluster.ClusterCommand;
import ductus.cluster.Cluster.ClusterOutcome;
import ductus.cluster.ClusterException;
import ductus.cluster.CommandCluster;
import ductus.run.TinyRuns;
import ductus.sweep.Configuration;
import ductus.sweep.RungTraining;
import ductus.sweep.SweepFolder;
import ductus.sweep.SweepRun;
import ductus.task.music.request.MusicTrainingConfig;
import ductus.task.music.training.MusicTask;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterTrainingTest {
  private final SweepFolder folder;
  private final List<String> heard = new ArrayList<>();
  private final List<ClusterCommand> sent = new ArrayList<>();

  ClusterTrainingTest(@TempDir Path temporary) {
    folder = new SweepFolder(temporary.resolve("sweep"));
  }

  private ClusterTraining train(int status, String err) throws Exception {
    Files.createDirectories(folder.path().resolve("runs").resolve("c1-seed-7"));
    return train(command -> new ClusterOutcome(command, status, "", err, "there"));
  }

  private ClusterTraining train(CommandCluster.Machine machine) throws ClusterException {
    MusicTrainingConfig config = TinyRuns.config(Path.of("tunes"), MusicTrainingConfig.Keys.OWN, 4);
    SweepRun run = folder.run(new Configuration("c1", Map.of("hidden", "8"), config), 7);
    RungTraining.RungListener watch =
        new RungTraining.RungListener() {
          @Override
          public void reached(SweepRun reached, double epochs, String note) {
            heard.add(reached.words() + " reached " + epochs);
          }

          @Override
          public void failed(SweepRun failed, String why) {
            heard.add(failed.words() + " failed: " + why);
          }
        };
    CommandCluster cluster = new CommandCluster(machine);
    ClusterTraining training = new ClusterTraining(new MusicTask(), cluster, folder);
    training.train(List.of(run), 3, watch, () -> false);
    sent.addAll(cluster.sent());
    return training;
  }

  @Test
  void sendsACommandThatGoesOnWhereTheRunIs() throws Exception {
    assertFalse(train(0, "").hasLeftOut());
    String path = folder.path().toString();
    assertEquals(
        List.of(
            "train",
            "--config",
            path + "/configurations/c1.json",
            "--seed",
            "7",
            "--until",
            "3",
            "--resume",
            "--out",
            path + "/runs/c1-seed-7",
            "--quiet"),
        sent.get(0).arguments());
    assertEquals(List.of("hidden 8, seed 7 reached 3.0"), heard);
  }

  @Test
  void aRunThatLeftFilesOutIsDone() throws Exception {
    assertTrue(train(3, "ductus: left out x.mid: empty\n").hasLeftOut());
    assertEquals(List.of("hidden 8, seed 7 reached 3.0"), heard);
  }

  @Test
  void aRunThatFailedSaysWhy() throws Exception {
    train(1, "ductus: left out x.mid: empty\nductus: training diverged at update 3\n");
    train(2, "ductus: there is no option '--x'\nTry 'ductus train --help'\n");
    train(1, "");
    assertEquals(
        List.of(
            "hidden 8, seed 7 failed: training diverged at update 3",
            "hidden 8, seed 7 failed: there is no option '--x'",
            "hidden 8, seed 7 failed: ended with exit status 1 on there"),
        heard);
  }

  @Test
  void saysWhereMachinesSeeAnotherFolder() throws Exception {
    train(command -> new ClusterOutcome(command, 0, "", "", "far"));
    assertEquals(
        List.of(
            "hidden 8, seed 7 failed: far writes to another folder than this machine sees; --out"
                + " must be one that all see"),
        heard);
  }

  @Test
  void aClusterThatFailsIsAFailure() {
    CommandCluster.Machine ending =
        command -> {
          throw new ClusterException("lost");
        };
    assertThrows(ClusterException.class, () -> train(ending));
  }
}
