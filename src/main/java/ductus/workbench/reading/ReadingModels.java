package ductus.workbench.reading;

import ductus.file.BadFileException;
import ductus.file.TensorFile;
import ductus.ink.encoding.ReadingRows;
import ductus.math.Kernels;
import ductus.math.Workers;
import ductus.model.ModelFile;
import ductus.model.ModelHeader;
import ductus.model.ModelKind;
import ductus.model.Trainable;
import ductus.model.reading.HandConfig;
import ductus.model.reading.HandNetwork;
import ductus.model.reading.ReaderConfig;
import ductus.model.reading.ReaderNetwork;
import ductus.workbench.ModelCatalogue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.ToIntFunction;

/** Finds networks that read: those that ship, or others by their file or their run's folder. */
public final class ReadingModels {
  /** Name of the networks that ship. */
  public static final String SHIPPED = "reader";

  private static final String RESOURCES = "/ductus/models/reader/";

  /** Beside the reader's own file, the network that tells hands apart. */
  private static final String HANDS = "hands.safetensors";

  /** The hands that it knows by their embeddings. */
  static final String ENROLLED = "enrolled.safetensors";

  private ReadingModels() {}

  /**
   * Opens a network that reads text.
   *
   * @param nameOrPath {@link #SHIPPED}, a model file, or a run's folder
   */
  public static ModelFile<ReaderConfig, ReaderNetwork> reader(String nameOrPath)
      throws BadFileException, IOException {
    return open(nameOrPath, ModelCatalogue.MODEL, ReaderNetwork.KIND, ReaderConfig::features);
  }

  /**
   * Opens a network that tells hands apart.
   *
   * @param nameOrPath {@link #SHIPPED}, a model file, or a run's folder
   */
  public static ModelFile<HandConfig, HandNetwork> hands(String nameOrPath)
      throws BadFileException, IOException {
    return open(nameOrPath, HANDS, HandNetwork.KIND, HandConfig::features);
  }

  /** One that names hands, and knows those that were enrolled beside its network. */
  public static HandNaming naming(String nameOrPath, Kernels kernels, Workers workers)
      throws BadFileException, IOException {
    HandNaming naming = new HandNaming(hands(nameOrPath).network(), kernels, workers);
    Path path = Path.of(nameOrPath);
    if (!Files.exists(path)) {
      naming.enroll(path, TensorFile.parse(path, resource(RESOURCES + ENROLLED)));
      return naming;
    }
    Path enrolled =
        Files.isDirectory(path) ? path.resolve(ENROLLED) : path.resolveSibling(ENROLLED);
    if (Files.exists(enrolled)) {
      naming.enroll(enrolled, TensorFile.read(enrolled));
    }
    return naming;
  }

  private static <C, N extends Trainable> ModelFile<C, N> open(
      String nameOrPath, String shipped, ModelKind<C, N> kind, ToIntFunction<C> features)
      throws BadFileException, IOException {
    Path path = Path.of(nameOrPath);
    TensorFile file;
    if (Files.exists(path)) {
      Path model = Files.isDirectory(path) ? path.resolve(ModelCatalogue.MODEL) : path;
      if (!Files.exists(model)) {
        throw new BadFileException(path, "no " + ModelCatalogue.MODEL + " in this folder yet");
      }
      file = TensorFile.read(model);
    } else if (nameOrPath.equals(SHIPPED)) {
      file = TensorFile.parse(path, resource(RESOURCES + shipped));
    } else {
      throw new BadFileException(
          path, "no such model: give a model file, a training run's folder, or " + SHIPPED);
    }
    ModelFile<C, N> model = ModelFile.of(path, file, kind);
    ModelHeader<C> header = model.header();
    if (header.encodingVersion() != ReadingRows.VERSION
        || features.applyAsInt(header.network()) != ReadingRows.FEATURES) {
      throw new BadFileException(
          path,
          "made for rows of version %d, this program has version %d"
              .formatted(header.encodingVersion(), ReadingRows.VERSION));
    }
    return model;
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream stream = ReadingModels.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IOException("this build of Ductus lacks " + name);
      }
      return stream.readAllBytes();
    }
  }
}
