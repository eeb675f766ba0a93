package ductus.model.place;

import ductus.file.BadFileException;
import ductus.file.TensorFile;
import ductus.format.NearestName;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The place of a model: in a folder of the user's, or among those that ship. */
public final class ModelPlace {
  private static final String RESOURCES = "/ductus/models/";

  private final String name;
  private final Path path;
  private final boolean ships;

  private ModelPlace(String name, Path path, boolean ships) {
    this.name = name;
    this.path = path;
    this.ships = ships;
  }

  /**
   * The lasting name of a model for other folders and machines: a path in full, so that a sidecar
   * is of use there, or the name of one that ships.
   */
  public static String given(String nameOrPath) {
    Path path = Path.of(nameOrPath);
    return Files.exists(path) ? path.toAbsolutePath().normalize().toString() : nameOrPath;
  }

  /**
   * Finds a model.
   *
   * @param nameOrPath a shipped name, a model file, or a folder that holds {@link
   *     ModelCatalog#MODEL}
   * @param shipped names of the shipped models of the kind that is wanted
   */
  public static ModelPlace find(String nameOrPath, List<String> shipped) throws BadFileException {
    if (nameOrPath.isBlank()) {
      throw new IllegalArgumentException("a model must be named but the name is empty");
    }
    Path path = Path.of(nameOrPath);
    boolean ships = shipped.contains(nameOrPath);
    // A folder of the same name that holds no model is somebody's other business.
    if (ships ? Files.exists(path.resolve(ModelCatalog.MODEL)) : Files.exists(path)) {
      return onDisk(path);
    }
    if (ships) {
      return new ModelPlace(nameOrPath, path, true);
    }
    throw new BadFileException(path, unknown(nameOrPath, shipped));
  }

  /** What is wrong with a name that is none of some shipped models. */
  private static String unknown(String name, List<String> shipped) {
    boolean ofAnotherKind =
        name.matches("[a-z]+")
            && ModelPlace.class.getResource(resourceName(name, ModelCatalog.MODEL)) != null;
    String choice =
        switch (shipped.size()) {
          case 0 -> "give a model file or a training run's folder";
          case 1 -> "give a model file, a training run's folder, or " + shipped.get(0);
          default ->
              "give a model file, a training run's folder, or one of " + String.join(", ", shipped);
        };
    return (ofAnotherKind ? "this is a model of another kind: " : "no such model: ")
        + choice
        + NearestName.question(name, shipped);
  }

  private static ModelPlace onDisk(Path path) throws BadFileException {
    boolean folder = Files.isDirectory(path);
    Path model = folder ? path.resolve(ModelCatalog.MODEL) : path;
    if (!Files.exists(model)) {
      throw new BadFileException(path, "no " + ModelCatalog.MODEL + " in this folder yet");
    }
    String fileName =
        String.valueOf((folder ? path : model).toAbsolutePath().normalize().getFileName());
    return new ModelPlace(fileName.replaceAll("\\.safetensors$", ""), model, false);
  }

  /** Whether it is one of those that ship. */
  public boolean ships() {
    return ships;
  }

  /** The name of the model, without folders and ending. */
  public String name() {
    return name;
  }

  /**
   * The name by which the model is found again from another folder: the shipped name, or an
   * absolute path.
   */
  public String lastingName() {
    return ships ? name : path.toAbsolutePath().normalize().toString();
  }

  /** The path that complaints name: the model's file, or the name of one that ships. */
  public Path path() {
    return path;
  }

  /** The bytes of the model's file. */
  public byte[] model() throws BadFileException, IOException {
    if (!ships) {
      return bytes(path);
    }
    return resource(ModelCatalog.MODEL)
        .orElseThrow(
            () ->
                new IOException("this build of Ductus lacks " + resourceName(ModelCatalog.MODEL)));
  }

  /** The bytes of another file beside it; empty if there is none. */
  public Optional<byte[]> beside(String file) throws BadFileException, IOException {
    if (ships) {
      return resource(file);
    }
    Path other = path.resolveSibling(file);
    return Files.exists(other) ? Optional.of(bytes(other)) : Optional.empty();
  }

  /** The path that complaints about another file beside the model name. */
  public Path pathBeside(String file) {
    return ships ? path : path.resolveSibling(file);
  }

  private static byte[] bytes(Path file) throws BadFileException, IOException {
    TensorFile.requireReadable(file);
    return Files.readAllBytes(file);
  }

  private String resourceName(String file) {
    return resourceName(name, file);
  }

  private static String resourceName(String name, String file) {
    return RESOURCES + name + "/" + file;
  }

  private Optional<byte[]> resource(String file) throws IOException {
    try (InputStream stream = ModelPlace.class.getResourceAsStream(resourceName(file))) {
      return stream == null ? Optional.empty() : Optional.of(stream.readAllBytes());
    }
  }
}
