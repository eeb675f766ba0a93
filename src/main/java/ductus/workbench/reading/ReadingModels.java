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
import ductus.workbench.ModelPlace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** Finds networks that read: those that ship, or others by their file or their run's folder. */
public final class ReadingModels {
  /** Name of the networks that ship. */
  public static final String SHIPPED = "reader";

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
    ModelPlace place = place(nameOrPath);
    Optional<byte[]> enrolled = place.beside(ENROLLED);
    if (enrolled.isPresent()) {
      Path path = place.pathBeside(ENROLLED);
      naming.enroll(path, TensorFile.parse(path, enrolled.get()));
    }
    return naming;
  }

  private static ModelPlace place(String nameOrPath) throws BadFileException {
    return ModelPlace.find(nameOrPath, List.of(SHIPPED));
  }

  private static <C, N extends Trainable> ModelFile<C, N> open(
      String nameOrPath, String shipped, ModelKind<C, N> kind, ToIntFunction<C> features)
      throws BadFileException, IOException {
    ModelPlace place = place(nameOrPath);
    Path path = place.path();
    byte[] bytes = place.ships() ? place.beside(shipped).orElseThrow() : place.model();
    TensorFile file = TensorFile.parse(path, bytes);
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
}
