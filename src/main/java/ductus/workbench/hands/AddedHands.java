package ductus.workbench.hands;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import ductus.file.BadFileException;
import ductus.file.Sha256;
import ductus.file.TensorFile;
import ductus.ink.hand.Hand;
import ductus.ink.hand.HandFile;
import ductus.math.Kernels;
import ductus.math.Workers;
import ductus.model.ModelFile;
import ductus.model.pen.PenNetwork;
import ductus.model.pen.PenStyle;
import ductus.nn.Parameter;
import ductus.train.DivergenceException;
import ductus.workbench.drawing.HandModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ejml.data.FMatrixRMaj;

/**
 * The folder of the hands that people added: of each {@code NAME.json}, its drawings, and {@code
 * NAME.safetensors}, what a model learned of them.
 */
public final class AddedHands {
  private static final String DRAWINGS = ".json";
  private static final String LEARNED = ".safetensors";
  private static final String KEY = "ductus-hand";
  private static final String STYLE = "style";
  private static final String NAME = "[\\p{L}\\p{N}_][\\p{L}\\p{N}._-]{0,63}";

  private final Path folder;

  /** The hands of a folder, which may be missing. */
  public AddedHands(Path folder) {
    this.folder = folder;
  }

  /**
   * What a file says of what was learned.
   *
   * @param model SHA-256 of the model that learned it
   */
  private record Learned(PenStyle style, String model) {}

  /**
   * How well a hand was learned.
   *
   * @param nearest the known hand that it began as
   * @param before nats a point with that hand's style, on lines that were not learned from
   * @param after nats a point with its own
   */
  public record Fit(String nearest, double before, double after) {}

  /** The names of the hands, sorted. */
  public List<String> names() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(file -> file.endsWith(LEARNED))
          .map(file -> file.substring(0, file.length() - LEARNED.length()))
          .filter(name -> name.matches(NAME))
          .sorted()
          .toList();
    }
  }

  /** The drawings of a hand. */
  public Hand drawings(String name) throws BadFileException, IOException {
    return HandFile.read(file(name, DRAWINGS));
  }

  /** What was learned of a hand: name and characters. */
  public PenStyle style(String name) throws BadFileException, IOException {
    Path path = file(name, LEARNED);
    return learned(path, TensorFile.read(path)).style();
  }

  /**
   * Teaches a model a hand and keeps it.
   *
   * @param progress told the updates that are done, of {@link #UPDATES}
   * @throws IllegalArgumentException if the name is not one, or is taken
   */
  public Fit add(
      HandModel model, DrawnHand drawn, Kernels kernels, Workers workers, IntConsumer progress)
      throws DivergenceException, IOException {
    Hand hand = drawn.hand();
    requireFree(hand.name(), model);
    String characters =
        hand.characters().stream().map(Character::toString).collect(Collectors.joining());
    PenStyle style = new PenStyle(hand.name(), hand.joined(), characters);
    PenNetwork network = model.networkWith(style);
    Adaptation adaptation = new Adaptation(network, hand, kernels, workers);
    int nearest = adaptation.nearest();
    double before = adaptation.loss();
    adaptation.learn(progress);
    Fit fit = new Fit(model.styles().get(nearest).name(), before, adaptation.loss());
    TensorFile file = new TensorFile();
    file.metadata().put(KEY, new Gson().toJson(new Learned(style, model.sha256())));
    file.matrices().put(STYLE, lastRow(network.styles()));
    for (Parameter shared : new AdaptableNetwork(network).shared()) {
      file.matrices().put(shared.name(), shared.value());
    }
    HandFile.write(file(hand.name(), DRAWINGS), hand, "Drawn by its owner.", "private");
    file.write(file(hand.name(), LEARNED));
    return fit;
  }

  /** Updates of the teaching. */
  public static final int UPDATES = Adaptation.UPDATES;

  /**
   * A model that has learned an added hand.
   *
   * @throws BadFileException if another model learned it
   */
  public HandModel addTo(HandModel model, String name) throws BadFileException, IOException {
    Path path = file(name, LEARNED);
    TensorFile file = TensorFile.read(path);
    Learned learned = learned(path, file);
    if (!learned.model().equals(model.sha256())) {
      throw new BadFileException(
          path,
          "was learned by another model (SHA-256 %s, this one has %s): add the hand anew from %s"
              .formatted(learned.model(), model.sha256(), file(name, DRAWINGS)));
    }
    PenNetwork network = model.networkWith(learned.style());
    FMatrixRMaj styles = network.styles();
    FMatrixRMaj row = new FMatrixRMaj(1, styles.numCols);
    ModelFile.copy(path, file, STYLE, row);
    System.arraycopy(
        row.data, 0, styles.data, (styles.numRows - 1) * styles.numCols, styles.numCols);
    for (Parameter shared : new AdaptableNetwork(network).shared()) {
      ModelFile.copy(path, file, shared.name(), shared.value());
    }
    return model.replaced(network, Sha256.hex(Files.readAllBytes(path)));
  }

  /**
   * Removes a hand.
   *
   * @throws IllegalArgumentException if there is none of this name
   */
  public void remove(String name) throws IOException {
    if (!names().contains(name)) {
      throw new IllegalArgumentException(
          "hand must be one of those added (%s) but was %s"
              .formatted(String.join(", ", names()), name));
    }
    Files.deleteIfExists(file(name, LEARNED));
    Files.deleteIfExists(file(name, DRAWINGS));
  }

  /** Checks that a hand can be added by a name. */
  public void requireFree(String name, HandModel model) throws IOException {
    if (!name.matches(NAME)) {
      throw new IllegalArgumentException(
          "name must be 1 to 64 letters, digits, hyphens, dots or underscores but was " + name);
    }
    boolean known = model.styles().stream().anyMatch(style -> style.name().equals(name));
    if (known || names().contains(name)) {
      throw new IllegalArgumentException(
          "name must be new but there is a hand %s already%s"
              .formatted(name, known ? "" : "; ductus hand remove " + name + " takes it away"));
    }
  }

  private static Learned learned(Path path, TensorFile file) throws BadFileException {
    String json = file.metadata().get(KEY);
    if (json == null) {
      throw new BadFileException(path, "a safetensors file, but not an added hand of Ductus");
    }
    try {
      Learned learned = new Gson().fromJson(json, Learned.class);
      if (learned.style() != null && learned.model() != null) {
        return learned;
      }
    } catch (JsonParseException | IllegalArgumentException broken) {
      throw new BadFileException(path, "its header is not that of an added hand");
    }
    throw new BadFileException(path, "its header is incomplete");
  }

  private static FMatrixRMaj lastRow(FMatrixRMaj table) {
    FMatrixRMaj row = new FMatrixRMaj(1, table.numCols);
    System.arraycopy(table.data, (table.numRows - 1) * table.numCols, row.data, 0, table.numCols);
    return row;
  }

  private Path file(String name, String ending) {
    return folder.resolve(name + ending);
  }
}
