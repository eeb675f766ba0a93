package ductus.task.humanization;

import ductus.file.BadFileException;
import ductus.generate.Generator;
import ductus.generate.Prompt;
import ductus.generate.Sampling;
import ductus.generate.SequenceScorer;
import ductus.math.Kernels;
import ductus.math.Workers;
import ductus.model.Encoding.EncodingShape;
import ductus.model.ModelFile;
import ductus.model.ModelHeader;
import ductus.model.Network;
import ductus.model.NetworkConfig;
import ductus.model.Sequence;
import ductus.model.place.FoundModel;
import ductus.music.touch.PlayedNote;
import ductus.music.touch.Player;
import ductus.music.touch.TouchEncoding;
import ductus.music.touch.WrittenNote;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * A network that knows a player's touch.
 *
 * @param found where it lies
 * @param player whose touch it is
 * @param file its header and network
 */
public record TouchModel(FoundModel found, Player player, ModelFile<NetworkConfig, Network> file) {
  /** Names of the encodings of such models. */
  public static final List<String> ENCODINGS =
      Arrays.stream(Player.values()).map(Player::encoding).toList();

  /** Names of the models that ship. */
  public static final List<String> SHIPPED =
      Arrays.stream(Player.values()).map(Player::word).toList();

  /**
   * Finds a model and opens it.
   *
   * @param nameOrPath a shipped name, a model file, or a run's folder
   */
  public static TouchModel find(String nameOrPath) throws BadFileException, IOException {
    return of(FoundModel.find(nameOrPath, SHIPPED));
  }

  /** Opens a model that was found. */
  public static TouchModel of(FoundModel found) throws BadFileException {
    ModelFile<NetworkConfig, Network> file = found.open(Network.kind(ENCODINGS));
    Player player = Player.ofEncoding(file.header().encoding()).orElseThrow();
    EncodingShape shape = shape(player);
    NetworkConfig network = file.network().config();
    boolean fits =
        network.vocabularySize() == shape.vocabularySize()
            && network.featureTableSize() == shape.featureTableSize()
            && network.featureCount() == shape.featureCount();
    return new TouchModel(found, player, file.requireFitting(found.path(), shape.version(), fits));
  }

  static ModelHeader<NetworkConfig> header(
      Player player,
      NetworkConfig network,
      ModelHeader.TrainingSummary training,
      List<String> pieces) {
    EncodingShape shape = shape(player);
    return new ModelHeader<>(shape.name(), shape.version(), network, training, pieces);
  }

  private static EncodingShape shape(Player player) {
    return new TouchEncoding(player, List.of()).shape();
  }

  /** The network of this model. */
  public Network network() {
    return file.network();
  }

  /**
   * Draws a touch of what is written, each note in the light of those before.
   *
   * @param notes by step, then pitch
   * @return the touch in the middle of the class that was drawn of each
   */
  List<PlayedNote> draw(
      List<WrittenNote> notes, double temperature, long seed, Kernels kernels, Workers workers) {
    TouchEncoding encoding = new TouchEncoding(player, notes);
    Sequence drawn =
        new Generator(network(), encoding, kernels, workers)
            .draw(
                0,
                1,
                Prompt.start(encoding),
                new Sampling(temperature, 0, 1),
                List.of(),
                Integer.MAX_VALUE,
                seed)
            .get(0)
            .sequence();
    return encoding.decode(drawn);
  }

  /** −log probability of each token of the touch of a take; 0 of the first. */
  double[] nats(List<PlayedNote> take, Kernels kernels, Workers workers) {
    TouchEncoding encoding = TakeSequences.encoding(player, take);
    return new SequenceScorer(
            network(), encoding, (tokens, length, allowed) -> {}, kernels, workers)
        .nats(List.of(encoding.encode(take)))
        .get(0);
  }
}
