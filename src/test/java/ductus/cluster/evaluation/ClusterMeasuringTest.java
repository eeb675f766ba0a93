package ductus.cluster.evaluation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.cluster.ClusterException;
import ductus.cluster.CommandCluster;
import ductus.math.KernelChoice;
import ductus.math.Workers;
import ductus.model.Network;
import ductus.model.Sequence;
import ductus.model.place.FoundModel;
import ductus.music.encoding.MelodyEncoding;
import ductus.nn.Tape;
import ductus.run.TinyRuns;
import ductus.task.music.evaluation.Measuring;
import ductus.task.music.evaluation.NatsMetric;
import ductus.task.music.model.MusicModels;
import ductus.task.music.request.TrainingConfig;
import ductus.train.Loss;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterMeasuringTest {
  private static final int PIECES = 330;

  private final Path model;

  ClusterMeasuringTest(@TempDir Path folder) throws Exception {
    model = TinyRuns.model(folder.resolve("mine.safetensors"), TrainingConfig.Keys.COMMON, 1);
  }

  private static List<List<Sequence>> groups() {
    MelodyEncoding encoding = new MelodyEncoding();
    List<Sequence> pieces =
        IntStream.range(0, PIECES).mapToObj(TinyRuns::tune).map(encoding::encode).toList();
    return Loss.groups(pieces);
  }

  private Measuring there(String sha256, List<Integer> told) {
    CommandCluster cluster =
        new CommandCluster(
            command -> {
              throw new ClusterException("no commands");
            });
    return new ClusterMeasuring(
        new ClusterModel(
            cluster,
            model.toString(),
            false,
            sha256,
            (done, total) -> told.add(total),
            () -> false));
  }

  @Test
  void eachGroupHasTheBitsThatItHasHere() throws Exception {
    FoundModel found = FoundModel.find(model.toString(), List.of());
    Network network = MusicModels.open(found).file().network();
    List<List<Sequence>> groups = groups();
    List<Integer> told = new ArrayList<>();
    try (Workers workers = new Workers(1)) {
      Measuring here = Measuring.here(network, new Tape(KernelChoice.best(), workers));
      for (NatsMetric measure : NatsMetric.values()) {
        List<double[]> known = here.of(measure, groups);
        List<double[]> same = there(found.sha256(), told).of(measure, groups);
        assertEquals(groups.size(), same.size());
        for (int i = 0; i < known.size(); i++) {
          assertTrue(known.get(i)[known.get(i).length - 1] > 0);
          assertArrayEquals(known.get(i), same.get(i));
        }
      }
    }
    assertTrue(told.get(0) > 1 && told.get(0) < groups.size(), "groups are sent together: " + told);
  }

  @Test
  void aMachineWithAnotherModelSaysSo() {
    ClusterException refused =
        assertThrows(
            ClusterException.class,
            () -> there("0123", new ArrayList<>()).of(NatsMetric.TOTAL, groups()));
    assertEquals(model + ": is another model than where the command is", refused.getMessage());
  }
}
