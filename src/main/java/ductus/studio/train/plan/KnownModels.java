package ductus.studio.train.plan;

import ductus.file.BadFileException;
import ductus.model.place.FoundModel;
import ductus.model.place.ModelCatalog;
import ductus.studio.collection.Workspace;
import ductus.studio.web.RequestException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The models that a run can go on from: those that ship, and those of the workspace. */
public final class KnownModels {
  private final Workspace workspace;

  /** The models of a workspace. */
  public KnownModels(Workspace workspace) {
    this.workspace = workspace;
  }

  /** Names of those that a choice can go on from, those of the workspace first. */
  public List<String> fitting(TrainingChoice<?> choice) throws IOException {
    List<String> names = named(choice);
    names.removeIf(name -> !fits(choice, name));
    return names;
  }

  /** Names of all, of any kind, for a choice that goes on; none is opened. */
  private List<String> named(TrainingChoice<?> choice) throws IOException {
    List<String> names = new ArrayList<>();
    if (!choice.goesOn()) {
      return names;
    }
    try (Stream<Path> folders = Files.list(workspace.root())) {
      for (Path folder : folders.sorted().toList()) {
        if (!Files.isSymbolicLink(folder) && workspace.holds(folder.resolve(ModelCatalog.MODEL))) {
          names.add(workspace.name(folder));
        }
      }
    }
    names.addAll(choice.task().shipped());
    return names;
  }

  private boolean fits(TrainingChoice<?> choice, String name) {
    try {
      return encodings(choice).contains(find(choice, name).encoding());
    } catch (BadFileException | IOException unreadable) {
      return false;
    }
  }

  /** A kind of music is an encoding of its own. */
  private static Set<String> encodings(TrainingChoice<?> choice) {
    List<String> all = choice.task().encodings();
    String kind = choice.variant().name();
    return Set.copyOf(all.contains(kind) ? List.of(kind) : all);
  }

  private FoundModel find(TrainingChoice<?> choice, String name)
      throws BadFileException, IOException {
    List<String> shipped = choice.task().shipped();
    return FoundModel.find(
        shipped.contains(name) ? name : workspace.inside(name).toString(), shipped);
  }

  /**
   * The lasting name of a model, for a configuration.
   *
   * @throws RequestException if there is no such model for the choice
   */
  String lastingName(TrainingChoice<?> choice, String name) throws IOException {
    if (!named(choice).contains(name) || !fits(choice, name)) {
      throw new RequestException(
          404, "there is no model %s to go on from: choose another one".formatted(name));
    }
    try {
      return find(choice, name).place().lastingName();
    } catch (BadFileException gone) {
      throw new RequestException(404, "the model " + name + " is gone: choose another one");
    }
  }
}
