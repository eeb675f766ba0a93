package ductus.workbench;

import ductus.file.BadFileException;
import ductus.file.TensorFile;
import ductus.model.ModelFile;
import ductus.model.ModelKind;
import ductus.model.Network;
import ductus.model.NetworkConfig;
import ductus.music.encoding.MelodyEncoding;
import ductus.music.statistics.RunIndex;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Finds models: those that ship, by name; others by the path of their file or their run's folder.
 */
public final class ModelCatalogue {
  /** Models that ship with the program. */
  public static final List<String> SHIPPED = List.of("folk");

  /** A model's file in its folder. */
  public static final String MODEL = "model.safetensors";

  /** The run index beside it. */
  public static final String RUNS = "runs.safetensors";

  private ModelCatalogue() {}

  /**
   * Opens a model of melodies.
   *
   * @param nameOrPath a shipped name, a model file, or a folder that holds {@link #MODEL}
   */
  public static MelodyModel open(String nameOrPath) throws BadFileException, IOException {
    return open(FoundModel.find(nameOrPath, SHIPPED));
  }

  /** Opens a model of melodies that was found. */
  public static MelodyModel open(FoundModel found) throws BadFileException, IOException {
    Path path = found.path();
    ModelFile<NetworkConfig, Network> file = found.open(ModelKind.TOKENS);
    MelodyEncoding encoding = new MelodyEncoding();
    if (file.header().encodingVersion() != encoding.version()) {
      throw new BadFileException(
          path,
          "made with version %d of the encoding %s, this program has version %d"
              .formatted(file.header().encodingVersion(), encoding.name(), encoding.version()));
    }
    NetworkConfig network = file.header().network();
    if (network.vocabularySize() != encoding.vocabularySize()
        || network.featureTableSize() != encoding.featureTableSize()
        || network.featureCount() != encoding.featureCount()) {
      throw new BadFileException(
          path, "its network does not fit the encoding " + encoding.name() + " of this program");
    }
    ModelPlace place = found.place();
    Optional<byte[]> beside = place.beside(RUNS);
    Optional<RunIndex> runs =
        beside.isPresent()
            ? Optional.of(runs(place.pathBeside(RUNS), beside.get()))
            : Optional.empty();
    MelodyModel model = new MelodyModel(place.name(), file, runs, found.sha256());
    try {
      model.keys();
    } catch (IllegalArgumentException unknown) {
      throw new BadFileException(path, "model header: " + unknown.getMessage());
    }
    return model;
  }

  private static RunIndex runs(Path path, byte[] bytes) throws BadFileException {
    TensorFile file = TensorFile.parse(path, bytes);
    try {
      return RunIndex.of(runs(path, file, 4), runs(path, file, 8), runs(path, file, 12));
    } catch (IllegalArgumentException unsorted) {
      throw new BadFileException(path, "not a run index: " + unsorted.getMessage());
    }
  }

  private static long[] runs(Path path, TensorFile file, int length) throws BadFileException {
    long[] runs = file.integers().get(runsName(length));
    if (runs == null) {
      throw new BadFileException(path, "not a run index: it lacks " + runsName(length));
    }
    return runs;
  }

  /** Writes a run index beside a model. */
  public static void writeRuns(Path path, RunIndex runs) throws IOException {
    TensorFile file = new TensorFile();
    for (int length : RunIndex.LENGTHS) {
      file.integers().put(runsName(length), runs.runs(length));
    }
    file.write(path);
  }

  private static String runsName(int length) {
    return "runs." + length;
  }
}
