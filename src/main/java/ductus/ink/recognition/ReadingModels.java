package ductus.ink.recognition;

import ductus.file.BadFileException;
import ductus.file.TensorFile;
import ductus.ink.encoding.ReadingRows;
import ductus.math.Kernels;
import ductus.math.Workers;
import ductus.model.ModelFile;
import ductus.model.Trainable;
import ductus.model.place.FoundModel;
import ductus.model.place.ModelPlace;
import ductus.model.reading.HandConfig;
import ductus.model.reading.HandNetwork;
import ductus.model.reading.ReaderConfig;
import ductus.model.reading.ReaderNetwork;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** Finds networks that read: those that ship, or others by their file or their run's folder. */
public final class ReadingModels {
  /**
   * Name of the networks that ship for hands of composed lines: one reads them, the other tells
   * hands apart.
   */
  public static final String SHIPPED = "reader";

  /** Name of the reader that ships to read what people wrote; it learned none of our hands. */
  public static final String PEOPLE = "people";

  /** Names of the readers that ship. */
  public static final List<String> READERS = List.of(SHIPPED, PEOPLE);

  /** Beside the reader's own file, the network that tells hands apart. */
  private static final String HANDS = "hands.safetensors";

  /** The hands that it knows by their embeddings. */
  public static final String ENROLLED = "enrolled.safetensors";

  private ReadingModels() {}

  /**
   * Opens a network that reads text.
   *
   * @param nameOrPath one of {@link #READERS}, a model file, or a run's folder
   */
  public static ModelFile<ReaderConfig, ReaderNetwork> reader(String nameOrPath)
      throws BadFileException, IOException {
    return reader(FoundModel.find(nameOrPath, READERS));
  }

  /**
   * Opens the judge of what is written: it reads by the ink alone, so that no word model repairs
   * what it sees, and never met the hands that are composed of drawings.
   */
  public static LineReader judge(Kernels kernels, Workers workers)
      throws BadFileException, IOException {
    return new LineReader(
        reader(PEOPLE).network(), LineReader.Decoding.bestPath(), kernels, workers);
  }

  /** Opens a network that reads text and was found. */
  public static ModelFile<ReaderConfig, ReaderNetwork> reader(FoundModel found)
      throws BadFileException {
    return checked(found.path(), found.open(ReaderNetwork.KIND), ReaderConfig::features);
  }

  /**
   * Opens a network that tells hands apart.
   *
   * @param nameOrPath {@link #SHIPPED}, a model file, or a run's folder
   */
  public static ModelFile<HandConfig, HandNetwork> hands(String nameOrPath)
      throws BadFileException, IOException {
    ModelPlace place = place(nameOrPath);
    byte[] bytes = place.ships() ? place.beside(HANDS).orElseThrow() : place.model();
    TensorFile file = TensorFile.parse(place.path(), bytes);
    return checked(
        place.path(), ModelFile.of(place.path(), file, HandNetwork.KIND), HandConfig::features);
  }

  /** Opens a network that tells hands apart and was found. */
  public static ModelFile<HandConfig, HandNetwork> hands(FoundModel found) throws BadFileException {
    return checked(found.path(), found.open(HandNetwork.KIND), HandConfig::features);
  }

  /** A model that names hands, and knows those that were enrolled beside its network. */
  public static WriterIdentification naming(String nameOrPath, Kernels kernels, Workers workers)
      throws BadFileException, IOException {
    WriterIdentification naming =
        new WriterIdentification(hands(nameOrPath).network(), kernels, workers);
    ModelPlace place = place(nameOrPath);
    Optional<byte[]> enrolled = place.beside(ENROLLED);
    if (enrolled.isPresent()) {
      Path path = place.pathBeside(ENROLLED);
      naming.enroll(path, TensorFile.parse(path, enrolled.get()));
    }
    return naming;
  }

  /**
   * The file of the hands that a network on the user's disk knows.
   *
   * @param nameOrPath a model file, or a run's folder
   */
  public static Path enrolled(String nameOrPath) throws BadFileException {
    ModelPlace place = place(nameOrPath);
    if (place.ships()) {
      throw new BadFileException(place.path(), "ships with the program, which is not changed");
    }
    return place.pathBeside(ENROLLED);
  }

  private static ModelPlace place(String nameOrPath) throws BadFileException {
    return ModelPlace.find(nameOrPath, List.of(SHIPPED));
  }

  private static <C, N extends Trainable> ModelFile<C, N> checked(
      Path path, ModelFile<C, N> model, ToIntFunction<C> features) throws BadFileException {
    return model.requireFitting(
        path,
        ReadingRows.VERSION,
        features.applyAsInt(model.header().network()) == ReadingRows.FEATURES);
  }
}
