package ductus.workbench;

import ductus.file.BadFileException;
import ductus.file.Sha256;
import ductus.file.TensorFile;
import ductus.model.ModelFile;
import ductus.model.ModelKind;
import ductus.model.Network;
import ductus.model.NetworkConfig;
import ductus.music.encoding.MelodyEncoding;
import ductus.music.statistics.RunIndex;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
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

  private static final String RESOURCES = "/ductus/models/";

  private ModelCatalogue() {}

  /**
   * Opens a model of melodies.
   *
   * @param nameOrPath a shipped name, a model file, or a folder that holds {@link #MODEL}
   */
  public static MelodyModel open(String nameOrPath) throws BadFileException, IOException {
    Path path = Path.of(nameOrPath);
    if (Files.exists(path)) {
      return fromPath(path);
    }
    if (SHIPPED.contains(nameOrPath)) {
      return shipped(nameOrPath);
    }
    throw new BadFileException(
        path, "no such model: give a model file, a training run's folder, or one of " + SHIPPED);
  }

  private static MelodyModel fromPath(Path path) throws BadFileException, IOException {
    boolean folder = Files.isDirectory(path);
    Path model = folder ? path.resolve(MODEL) : path;
    if (!Files.exists(model)) {
      throw new BadFileException(path, "no " + MODEL + " in this folder yet");
    }
    TensorFile.requireReadable(model);
    Path runs = model.resolveSibling(RUNS);
    if (Files.exists(runs)) {
      TensorFile.requireReadable(runs);
    }
    String fileName =
        String.valueOf((folder ? path : model).toAbsolutePath().normalize().getFileName());
    return model(
        fileName.replaceAll("\\.safetensors$", ""),
        model,
        Files.readAllBytes(model),
        Files.exists(runs) ? Optional.of(runs(runs, Files.readAllBytes(runs))) : Optional.empty());
  }

  private static MelodyModel shipped(String name) throws BadFileException, IOException {
    Path shown = Path.of(name);
    return model(
        name,
        shown,
        resource(RESOURCES + name + "/" + MODEL),
        Optional.of(runs(shown, resource(RESOURCES + name + "/" + RUNS))));
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream stream = ModelCatalogue.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IOException("this build of Ductus lacks " + name);
      }
      return stream.readAllBytes();
    }
  }

  private static MelodyModel model(String name, Path path, byte[] bytes, Optional<RunIndex> runs)
      throws BadFileException {
    ModelFile<NetworkConfig, Network> file =
        ModelFile.of(path, TensorFile.parse(path, bytes), ModelKind.TOKENS);
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
    MelodyModel model = new MelodyModel(name, file, runs, Sha256.hex(bytes));
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
