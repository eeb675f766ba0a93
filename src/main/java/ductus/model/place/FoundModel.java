package ductus.model.place;

import ductus.file.BadFileException;
import ductus.file.Sha256;
import ductus.file.TensorFile;
import ductus.model.ModelFile;
import ductus.model.ModelKind;
import ductus.model.Trainable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A model that was found and read, of whatever kind it is. */
public final class FoundModel {
  private final ModelPlace place;
  private final TensorFile file;
  private final CompletableFuture<String> sha256;

  private FoundModel(ModelPlace place, TensorFile file, CompletableFuture<String> sha256) {
    this.place = place;
    this.file = file;
    this.sha256 = sha256;
  }

  /**
   * Finds a model and reads it.
   *
   * @param nameOrPath a shipped name, a model file, or a folder that holds one
   * @param shipped names of the shipped models of the kinds that are wanted
   */
  public static FoundModel find(String nameOrPath, List<String> shipped)
      throws BadFileException, IOException {
    ModelPlace place = ModelPlace.find(nameOrPath, shipped);
    byte[] bytes = place.model();
    // Takes as long as the rest, and there is a second core.
    CompletableFuture<String> sha256 = CompletableFuture.supplyAsync(() -> Sha256.hex(bytes));
    return new FoundModel(place, TensorFile.parse(place.path(), bytes), sha256);
  }

  /** The place where the model lies. */
  public ModelPlace place() {
    return place;
  }

  /** The path that complaints about the model name. */
  public Path path() {
    return place.path();
  }

  /** SHA-256 of its file, in hex. */
  public String sha256() {
    return sha256.join();
  }

  /** Name of the encoding that it was trained on. */
  public String encoding() throws BadFileException {
    return ModelFile.encoding(path(), file);
  }

  /** Opens the model: its header and network. */
  public <C, N extends Trainable> ModelFile<C, N> open(ModelKind<C, N> kind)
      throws BadFileException {
    return ModelFile.of(path(), file, kind);
  }
}
