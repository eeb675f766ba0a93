package ductus.task.handwriting.synthesis;

import ductus.file.BadFileException;
import ductus.file.Sha256;
import ductus.format.NearestName;
import ductus.generate.HandPrimer;
import ductus.ink.encoding.PenEncoding;
import ductus.model.ModelFile;
import ductus.model.ModelKind;
import ductus.model.pen.HandWeights;
import ductus.model.pen.PenNetwork;
import ductus.model.pen.PenNetworkConfig;
import ductus.model.pen.PenStyle;
import ductus.model.place.FoundModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.ejml.data.FMatrixRMaj;

/**
 * A model that writes by hand.
 *
 * @param name by which the user asked for it, without folders and ending
 * @param file header and network
 * @param sha256 of the model file, in hex
 * @param primers what lines go on from in those hands that have one
 */
public record HandModel(
    String name,
    ModelFile<PenNetworkConfig, PenNetwork> file,
    String sha256,
    Map<String, HandPrimer> primers) {
  /** The model that ships and is used where no other is asked for: hands drawn letter by letter. */
  public static final String SHIPPED = "hands";

  /** The model that ships and learned the hands of people from lines that they wrote. */
  public static final String OF_PEOPLE = "writers";

  /** The models that ship, the usual one first. */
  public static final List<String> ALL_SHIPPED = List.of(SHIPPED, OF_PEOPLE);

  /** The kind of files of models that write by hand. */
  public static final ModelKind<PenNetworkConfig, PenNetwork> KIND =
      new ModelKind<>(
          List.of(PenEncoding.NAME),
          PenNetworkConfig.class,
          PenNetworkConfig::weights,
          PenNetwork::new);

  public HandModel {
    primers = Map.copyOf(primers);
  }

  /** The names of the models whose hands are meant by a name: all that ship by the usual one. */
  public static List<String> meant(String name) {
    return name.equals(SHIPPED) ? ALL_SHIPPED : List.of(name);
  }

  /**
   * Opens a model.
   *
   * @param nameOrPath one of {@link #ALL_SHIPPED}, a model file, or a training run's folder
   */
  public static HandModel open(String nameOrPath) throws BadFileException, IOException {
    return of(FoundModel.find(nameOrPath, ALL_SHIPPED));
  }

  /** Opens a model that was found. */
  public static HandModel of(FoundModel found) throws BadFileException {
    ModelFile<PenNetworkConfig, PenNetwork> file =
        found.open(KIND).requireFitting(found.path(), PenEncoding.VERSION, true);
    return new HandModel(found.place().name(), file, found.sha256(), Map.of());
  }

  /** The network that writes. */
  public PenNetwork network() {
    return file.network();
  }

  /** The hands that the model has learned. */
  public List<PenStyle> styles() {
    return network().config().styles();
  }

  /** All characters that the model knows. */
  public Set<Integer> alphabet() {
    return network()
        .config()
        .textWindow()
        .alphabet()
        .characters()
        .codePoints()
        .boxed()
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * The row of a hand in the table of styles.
   *
   * @throws IllegalArgumentException if it has not learned it
   */
  int row(String hand) {
    int row = network().config().styleNames().indexOf(hand);
    if (row < 0) {
      throw new IllegalArgumentException(
          "hand must be one of %s but was %s%s"
              .formatted(
                  String.join(", ", network().config().styleNames()),
                  hand,
                  NearestName.question(hand, network().config().styleNames())));
    }
    return row;
  }

  /** Copies the network with one more hand, the last. */
  public PenNetwork networkWith(PenStyle style, HandWeights weights) {
    PenNetworkConfig config = network().config();
    List<PenStyle> more = new ArrayList<>(config.styles());
    more.add(style);
    PenNetwork copy = new PenNetwork(config.withStyles(more));
    for (int i = 0; i < copy.parameters().size(); i++) {
      FMatrixRMaj from = network().parameters().get(i).value();
      // What belongs to hands is longer by one of them at its end; all else is of one size.
      System.arraycopy(
          from.data, 0, copy.parameters().get(i).value().data, 0, from.getNumElements());
    }
    weights.copyTo(copy, more.size() - 1);
    return copy;
  }

  /**
   * Returns this model with another network.
   *
   * @param more what lines go on from in hands that only the other network has
   * @param added SHA-256 of what the other network has learned besides
   */
  public HandModel replaced(PenNetwork other, Map<String, HandPrimer> more, String added) {
    return new HandModel(
        name,
        new ModelFile<>(file.header(), other),
        Sha256.hex((sha256 + added).getBytes(StandardCharsets.US_ASCII)),
        more);
  }
}
