package ductus.train;

import com.google.gson.Gson;
import com.google.gson.reflect.TypeToken;
import ductus.file.BadFileException;
import ductus.file.JsonFile;
import ductus.file.TensorFile;
import ductus.model.ModelFile;
import ductus.model.Trainable;
import ductus.nn.Parameter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.ejml.data.FMatrixRMaj;

/**
 * All that a run needs to go on as if it had never stopped, in one safetensors file: weights, what
 * stands beside them (the optimizer's moments, averages), and the progress. Written between
 * updates, so no recurrent state is under way.
 */
final class Checkpoint {
  private static final String KEY = "ductus-checkpoint";
  private static final String KERNELS = "ductus-kernels";

  private Checkpoint() {}

  /** What was read: how far the run is, and the name of the kernels that computed it. */
  record Place(TrainingProgress progress, String kernels) {}

  /**
   * Writes one.
   *
   * @param memory what stands beside the weights, by name
   * @param kernels name of those that computed it
   */
  static void write(
      Path path,
      Trainable network,
      Map<String, FMatrixRMaj> memory,
      TrainingProgress progress,
      String kernels)
      throws IOException {
    TensorFile file = new TensorFile();
    file.metadata().put(KERNELS, kernels);
    file.metadata().put(KEY, new Gson().toJson(progress));
    for (Parameter parameter : network.parameters()) {
      file.matrices().put(parameter.name(), parameter.value());
    }
    file.matrices().putAll(memory);
    file.write(path);
  }

  /** Reads one into a network and what stands beside its weights. */
  static Place read(Path path, Trainable network, Map<String, FMatrixRMaj> memory)
      throws BadFileException, IOException {
    TensorFile file = TensorFile.read(path);
    String json = file.metadata().get(KEY);
    String kernels = file.metadata().get(KERNELS);
    if (json == null || kernels == null) {
      throw new BadFileException(path, "not a checkpoint of Ductus");
    }
    ModelFile.load(path, file, network);
    for (Map.Entry<String, FMatrixRMaj> entry : memory.entrySet()) {
      ModelFile.copy(path, file, entry.getKey(), entry.getValue());
    }
    return new Place(
        JsonFile.of(
            path, json, TypeToken.get(TrainingProgress.class), "the progress of a checkpoint"),
        kernels);
  }
}
