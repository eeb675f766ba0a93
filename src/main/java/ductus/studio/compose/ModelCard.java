package ductus.studio.compose;

import ductus.file.BadFileException;
import ductus.generate.Sampling;
import ductus.model.ConditionedEncoding.Condition;
import ductus.model.place.FoundModel;
import ductus.model.place.ModelCatalog;
import ductus.studio.collection.Workspace;
import ductus.studio.web.RequestException;
import ductus.task.music.condition.Conditions;
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
 * @param kind of music, in words
 * @param instrument whether its instrument can be chosen
 * @param bars whether its pieces have bars that can be written anew
 * @param mostBars most bars that can be asked for
 * @param guidance what else it can be asked for
 * @param sampling where nothing is asked for
 */
record ModelCard(
    String model,
    String kind,
    boolean instrument,
    boolean bars,
    int mostBars,
    Guidance guidance,
    Sampling sampling) {
  /**
   * What only some models can be asked for.
   *
   * @param form a form whose strains return
   * @param cadences chords that phrases end on
   * @param chords chords that a tune is written over
   * @param accompany an accompaniment to a tune
   * @param conditions names that pieces go by, such as those of dances
   */
  record Guidance(
      boolean form,
      boolean cadences,
      boolean chords,
      boolean accompany,
      List<Condition> conditions) {}

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
        if (workspace.holds(folder.resolve(ModelCatalog.MODEL))) {
          String name = workspace.name(folder);
          // Not path: another page may throw the run away meanwhile, and the others are still
          // there.
          of(name, workspace.inside(name).toString()).ifPresent(cards::add);
        }
      }
    }
    return cards;
  }

  /**
   * What opens a model of a card's name: the name itself if it ships, else its path.
   *
   * @throws RequestException if it is not there, or leaves the workspace
   */
  static String path(Workspace workspace, String model) {
    if (ModelCatalog.SHIPPED.contains(model)) {
      return model;
    }
    Path path = workspace.inside(model);
    if (!workspace.holds(path) && !workspace.holds(path.resolve(ModelCatalog.MODEL))) {
      throw new RequestException(404, "the model %s is gone: choose another one".formatted(model));
    }
    return path.toString();
  }

  /** Empty where it is a model of something else, or none that can be read. */
  private static Optional<ModelCard> of(String name, String path) {
    try {
      FoundModel found = FoundModel.find(path, ModelCatalog.SHIPPED);
      return MusicKinds.find(found.encoding()).map(kind -> of(name, kind, conditions(found)));
    } catch (BadFileException | IOException unreadable) {
      return Optional.empty();
    }
  }

  /** None where the model cannot be opened, which is said when it is asked for music. */
  private static List<Condition> conditions(FoundModel found) {
    try {
      List<Condition> all = found.open(MusicKinds.FILES).header().conditions();
      return all == null ? List.of() : new Conditions(all).named();
    } catch (BadFileException damaged) {
      return List.of();
    }
  }

  private static ModelCard of(String name, MusicKind<?> kind, List<Condition> conditions) {
    return new ModelCard(
        name,
        kind.words(),
        kind.leavesInstrumentOpen(),
        kind.hasBars(),
        kind.mostBars(),
        new Guidance(
            kind.takesForm(),
            kind.takesCadences(),
            kind.takesBacking(),
            kind.accompanies(),
            conditions),
        kind.sampling());
  }
}
