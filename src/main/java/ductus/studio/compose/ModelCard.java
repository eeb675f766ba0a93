package ductus.studio.compose;

import ductus.file.BadFileException;
import ductus.generate.Sampling;
import ductus.model.place.FoundModel;
import ductus.model.place.ModelCatalog;
import ductus.studio.collection.Workspace;
import ductus.task.music.kind.MusicKind;
import ductus.task.music.kind.MusicKinds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A model that music can be made with, as the page offers it.
 *
 * @param model name of one that ships, or of a folder in the workspace
 * @param kind name of its encoding
 * @param instrument whether its instrument can be chosen
 * @param bars whether its pieces have bars that can be written anew
 * @param sampling where nothing is asked for
 */
record ModelCard(String model, String kind, boolean instrument, boolean bars, Sampling sampling) {
  /**
   * The cards of the models that ship, then of those that were trained into folders of the
   * workspace.
   */
  static List<ModelCard> all(Workspace workspace) throws IOException {
    List<ModelCard> cards = new ArrayList<>();
    for (String name : ModelCatalog.SHIPPED) {
      of(name, name).ifPresent(cards::add);
    }
    try (Stream<Path> folders = Files.list(workspace.root())) {
      for (Path folder : folders.sorted().toList()) {
        if (Files.isRegularFile(folder.resolve(ModelCatalog.MODEL))) {
          String name = workspace.name(folder);
          of(name, path(workspace, name)).ifPresent(cards::add);
        }
      }
    }
    return cards;
  }

  /** What opens a model of a card's name: the name itself if it ships, else its path. */
  static String path(Workspace workspace, String model) {
    return ModelCatalog.SHIPPED.contains(model) ? model : workspace.inside(model).toString();
  }

  /** Empty where it is a model of something else, or none that can be read. */
  private static Optional<ModelCard> of(String name, String path) {
    try {
      FoundModel found = FoundModel.find(path, ModelCatalog.SHIPPED);
      return MusicKinds.find(found.encoding()).map(kind -> of(name, kind));
    } catch (BadFileException | IOException unreadable) {
      return Optional.empty();
    }
  }

  private static ModelCard of(String name, MusicKind<?> kind) {
    return new ModelCard(
        name, kind.encoding().name(), kind.leavesInstrumentOpen(), kind.hasBars(), kind.sampling());
  }
}
