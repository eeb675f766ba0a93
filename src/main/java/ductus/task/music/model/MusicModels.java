package ductus.task.music.model;

import ductus.file.BadFileException;
import ductus.model.Encoding;
import ductus.model.ModelFile;
import ductus.model.Network;
import ductus.model.NetworkConfig;
import ductus.model.place.FoundModel;
import ductus.model.place.ModelCatalog;
import ductus.model.place.ModelPlace;
import ductus.task.music.kind.MusicKind;
import ductus.task.music.kind.MusicKinds;
import ductus.task.music.piece.TrainingNotes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Opens models of music: those that ship, by name; others by the path of their file or their run's
 * folder.
 */
public final class MusicModels {
  private MusicModels() {}

  /**
   * Opens a model of any kind of music.
   *
   * @param nameOrPath a shipped name, a model file, or a folder that holds {@link
   *     ModelCatalog#MODEL}
   */
  public static MusicModel<?> open(String nameOrPath) throws BadFileException, IOException {
    return open(FoundModel.find(nameOrPath, ModelCatalog.SHIPPED));
  }

  /**
   * Opens a model of one kind.
   *
   * @throws BadFileException if it is of another
   */
  public static <T> MusicModel<T> open(String nameOrPath, MusicKind<T> kind)
      throws BadFileException, IOException {
    return open(FoundModel.find(nameOrPath, ModelCatalog.SHIPPED), kind);
  }

  /**
   * Opens a model of one kind that was found.
   *
   * @throws BadFileException if it is of another
   */
  public static <T> MusicModel<T> open(FoundModel found, MusicKind<T> kind)
      throws BadFileException, IOException {
    String name = kind.encoding().name();
    if (!found.encoding().equals(name)) {
      throw new BadFileException(
          found.path(), "a model of %s, not of %s".formatted(found.encoding(), name));
    }
    return fitted(found, kind);
  }

  /** Opens a model of music that was found. */
  public static MusicModel<?> open(FoundModel found) throws BadFileException, IOException {
    Optional<MusicKind<?>> kind = MusicKinds.find(found.encoding());
    if (kind.isEmpty()) {
      throw new BadFileException(
          found.path(),
          "a model of %s, not of %s"
              .formatted(found.encoding(), String.join(" or ", MusicKinds.names())));
    }
    return fitted(found, kind.get());
  }

  private static <T> MusicModel<T> fitted(FoundModel found, MusicKind<T> kind)
      throws BadFileException, IOException {
    Path path = found.path();
    ModelFile<NetworkConfig, Network> file = found.open(MusicKinds.FILES);
    ModelPlace place = found.place();
    Optional<byte[]> beside = place.beside(ModelCatalog.RUNS);
    Optional<TrainingNotes> runs =
        beside.isPresent()
            ? Optional.of(TrainingNotes.parse(place.pathBeside(ModelCatalog.RUNS), beside.get()))
            : Optional.empty();
    MusicModel<T> model = new MusicModel<>(place.name(), kind, file, runs, found.sha256());
    Encoding<T> encoding;
    try {
      model.keys();
      encoding = model.encoding();
    } catch (IllegalArgumentException unknown) {
      throw new BadFileException(path, "model header: " + unknown.getMessage());
    }
    requireFits(path, file, encoding);
    return model;
  }

  private static void requireFits(
      Path path, ModelFile<NetworkConfig, Network> file, Encoding<?> encoding)
      throws BadFileException {
    NetworkConfig network = file.header().network();
    file.requireFitting(
        path,
        encoding.version(),
        network.vocabularySize() == encoding.vocabularySize()
            && network.featureTableSize() == encoding.featureTableSize()
            && network.featureCount() == encoding.featureCount());
  }
}
