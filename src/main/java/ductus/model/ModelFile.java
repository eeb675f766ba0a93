package ductus.model;

import com.google.gson.Gson;
import com.google.gson.reflect.TypeToken;
import ductus.file.BadFileException;
import ductus.file.JsonFile;
import ductus.file.TensorFile;
import ductus.nn.Parameter;
import java.io.IOException;
import java.nio.file.Path;
import org.ejml.data.FMatrixRMaj;

/**
 * A trained network in a file: weights as safetensors, the header as JSON in the metadata under
 * {@code ductus}.
 *
 * @param header what the file says of itself
 * @param network with the file's weights, not yet packed
 * @param <C> kind of the network's shape
 * @param <N> kind of network
 */
public record ModelFile<C, N extends Trainable>(ModelHeader<C> header, N network) {
  private static final String KEY = "ductus";
  private static final String NO_MODEL = "a safetensors file, but not a model of Ductus";

  /** Writes a model. */
  public static void write(Path path, ModelHeader<?> header, Trainable network) throws IOException {
    TensorFile file = new TensorFile();
    file.metadata().put(KEY, new Gson().toJson(header));
    for (Parameter parameter : network.parameters()) {
      file.matrices().put(parameter.name(), parameter.value());
    }
    file.write(path);
  }

  /** Reads a model of a kind from a file. */
  public static <C, N extends Trainable> ModelFile<C, N> read(Path path, ModelKind<C, N> kind)
      throws BadFileException, IOException {
    return of(path, TensorFile.read(path), kind);
  }

  /** Name of the encoding that the model of a file was trained on. */
  public static String encoding(Path path, TensorFile file) throws BadFileException {
    String json = file.metadata().get(KEY);
    if (json == null) {
      throw new BadFileException(path, NO_MODEL);
    }
    return part(path, json, TypeToken.get(Kind.class)).encoding();
  }

  /**
   * Makes a model of a file that was read.
   *
   * @param path named in complaints
   */
  public static <C, N extends Trainable> ModelFile<C, N> of(
      Path path, TensorFile file, ModelKind<C, N> kind) throws BadFileException {
    String json = file.metadata().get(KEY);
    if (json == null) {
      throw new BadFileException(path, NO_MODEL);
    }
    ModelHeader<C> header = header(path, json, kind);
    long needed = kind.weights(header.network());
    long weights = file.matrices().values().stream().mapToLong(FMatrixRMaj::getNumElements).sum();
    if (needed > weights) {
      throw new BadFileException(
          path,
          "weights are missing: the header's network has %d, the file %d"
              .formatted(needed, weights));
    }
    N network = kind.network(header.network());
    load(path, file, network);
    return new ModelFile<>(header, network);
  }

  private static <C> ModelHeader<C> header(Path path, String json, ModelKind<C, ?> kind)
      throws BadFileException {
    Kind said = part(path, json, TypeToken.get(Kind.class));
    if (said.format() > ModelHeader.FORMAT) {
      throw new BadFileException(
          path,
          "model format %d is newer than this program's %d: update Ductus"
              .formatted(said.format(), ModelHeader.FORMAT));
    }
    if (!kind.has(said.encoding())) {
      throw new BadFileException(
          path, "a model of %s, not of %s".formatted(said.encoding(), kind.name()));
    }
    return part(path, json, kind.headerType());
  }

  /** Some fields of a header; the message of a refusal begins with where it stands. */
  private static <T> T part(Path path, String json, TypeToken<T> type) throws BadFileException {
    try {
      return JsonFile.of(path, json, type, "JSON of the expected form");
    } catch (BadFileException unfit) {
      throw new BadFileException(path, "model header: " + unfit.reason());
    }
  }

  /** The fields of a header that say whether this program knows what else stands in it. */
  private record Kind(Integer format, String encoding) {}

  /**
   * Checks that the model was trained on the encoding as this program has it.
   *
   * @param path of the file, for the complaint
   * @param version of the encoding, here
   * @param fits whether the network has the sizes of that encoding
   * @return this model
   * @throws BadFileException if the encoding was another version, or has other sizes
   */
  public ModelFile<C, N> requireFitting(Path path, int version, boolean fits)
      throws BadFileException {
    if (header.encodingVersion() != version) {
      throw new BadFileException(
          path,
          "made with version %d of the encoding %s, this program has version %d: train it anew"
              .formatted(header.encodingVersion(), header.encoding(), version));
    }
    if (!fits) {
      throw new BadFileException(
          path, "its network does not fit the encoding " + header.encoding() + " of this program");
    }
    return this;
  }

  /** Copies weights by name into a network of the same shape. */
  public static void load(Path path, TensorFile file, Trainable network) throws BadFileException {
    for (Parameter parameter : network.parameters()) {
      copy(path, file, parameter.name(), parameter.value());
    }
  }

  /**
   * Copies one matrix by its name.
   *
   * @param to modified, of the size that the file's must have
   */
  public static void copy(Path path, TensorFile file, String name, FMatrixRMaj to)
      throws BadFileException {
    FMatrixRMaj from = file.matrices().get(name);
    if (from == null) {
      throw new BadFileException(path, "weights " + name + " are missing");
    }
    if (from.numRows != to.numRows || from.numCols != to.numCols) {
      throw new BadFileException(
          path,
          "weights %s must be %d×%d but are %d×%d"
              .formatted(name, to.numRows, to.numCols, from.numRows, from.numCols));
    }
    requireFinite(path, name, from);
    to.setTo(from);
  }

  private static void requireFinite(Path path, String name, FMatrixRMaj weights)
      throws BadFileException {
    for (int i = 0; i < weights.getNumElements(); i++) {
      if (!Float.isFinite(weights.data[i])) {
        throw new BadFileException(
            path, "damaged: weights %s hold %s".formatted(name, weights.data[i]));
      }
    }
  }
}
