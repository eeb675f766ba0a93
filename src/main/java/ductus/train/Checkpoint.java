package ductus.train;

import com.google.gson.Gson;
import ductus.file.BadFileException;
import ductus.file.TensorFile;
import ductus.model.ModelFile;
import ductus.model.Network;
import ductus.nn.Parameter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.ejml.data.FMatrixRMaj;
import org.jspecify.annotations.Nullable;

/**
 * All that a run needs to go on as if it had never stopped, in one safetensors file: weights, the
 * optimiser's moments, and the progress. Written between batches, so no recurrent state is under
 * way.
 */
final class Checkpoint {
  private static final String KEY = "ductus-checkpoint";
  private static final String KERNELS = "ductus-kernels";
  private static final String MEAN = ".adam_mean";
  private static final String VARIANCE = ".adam_variance";

  private Checkpoint() {}

  /** What was read: how far the run is, and the name of the kernels that computed it. */
  record Place(TrainingProgress progress, String kernels) {}

  static void write(
      Path path, Network network, Adam adam, TrainingProgress progress, String kernels)
      throws IOException {
    TensorFile file = new TensorFile();
    file.metadata().put(KERNELS, kernels);
    file.metadata().put(KEY, new Gson().toJson(progress));
    List<Parameter> parameters = network.parameters();
    for (int i = 0; i < parameters.size(); i++) {
      String name = parameters.get(i).name();
      file.matrices().put(name, parameters.get(i).value());
      file.matrices().put(name + MEAN, adam.means().get(i));
      file.matrices().put(name + VARIANCE, adam.variances().get(i));
    }
    file.write(path);
  }

  static Place read(Path path, Network network, Adam adam) throws BadFileException, IOException {
    TensorFile file = TensorFile.read(path);
    String json = file.metadata().get(KEY);
    String kernels = file.metadata().get(KERNELS);
    if (json == null || kernels == null) {
      throw new BadFileException(path, "not a checkpoint of Ductus");
    }
    ModelFile.load(path, file, network);
    List<Parameter> parameters = network.parameters();
    for (int i = 0; i < parameters.size(); i++) {
      String name = parameters.get(i).name();
      copy(path, file.matrices().get(name + MEAN), adam.means().get(i), name);
      copy(path, file.matrices().get(name + VARIANCE), adam.variances().get(i), name);
    }
    return new Place(progress(path, json), kernels);
  }

  private static TrainingProgress progress(Path path, String json) throws BadFileException {
    try {
      return Objects.requireNonNull(new Gson().fromJson(json, TrainingProgress.class));
    } catch (RuntimeException broken) {
      // Gson wraps what a record's own check says, in exceptions of several kinds.
      throw new BadFileException(
          path, "the checkpoint's progress is not JSON of the expected form");
    }
  }

  private static void copy(Path path, @Nullable FMatrixRMaj from, FMatrixRMaj to, String name)
      throws BadFileException {
    if (from == null || from.numRows != to.numRows || from.numCols != to.numCols) {
      throw new BadFileException(
          path, "the moments of " + name + " are missing or of another size");
    }
    to.setTo(from);
  }
}
