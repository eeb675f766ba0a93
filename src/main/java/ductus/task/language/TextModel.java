package ductus.task.language;

import ductus.file.BadFileException;
import ductus.model.ModelFile;
import ductus.model.ModelKind;
import ductus.model.Network;
import ductus.model.NetworkConfig;
import ductus.model.place.FoundModel;
import ductus.text.CharacterEncoding;
import ductus.text.TextEncoding;
import ductus.text.WordEncoding;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A language model that was found and read.
 *
 * @param found where it lies
 * @param encoding its tokens
 * @param file its header and network
 */
public record TextModel(
    FoundModel found, TextEncoding encoding, ModelFile<TextNetworkConfig, Network> file) {
  /** Names of the encodings of language models. */
  public static final List<String> ENCODINGS = List.of(CharacterEncoding.NAME, WordEncoding.NAME);

  /** Names of the models that ship. */
  public static final List<String> SHIPPED = List.of("prose", "words");

  private static final ModelKind<TextNetworkConfig, Network> KIND =
      new ModelKind<>(
          ENCODINGS,
          TextNetworkConfig.class,
          config -> config.network().weights(),
          config -> new Network(config.network()));

  /**
   * The shape of a language model, and what its tokens are.
   *
   * @param network that predicts the next token
   * @param vocabulary entries of its encoding
   */
  public record TextNetworkConfig(NetworkConfig network, List<String> vocabulary) {
    public TextNetworkConfig {
      if (network == null || vocabulary == null) {
        throw new IllegalArgumentException("a language model must have network and vocabulary");
      }
      vocabulary = List.copyOf(vocabulary);
    }
  }

  /**
   * Finds a model and opens it.
   *
   * @param nameOrPath a shipped name, a model file, or a folder that holds one
   */
  public static TextModel find(String nameOrPath) throws BadFileException, IOException {
    return of(FoundModel.find(nameOrPath, SHIPPED));
  }

  /** Opens a model that was found. */
  public static TextModel of(FoundModel found) throws BadFileException {
    ModelFile<TextNetworkConfig, Network> file = found.open(KIND);
    TextEncoding encoding;
    try {
      encoding = TextEncoding.of(file.header().encoding(), file.header().network().vocabulary());
    } catch (IllegalArgumentException broken) {
      throw new BadFileException(found.path(), "model header: " + broken.getMessage());
    }
    int known = file.network().config().vocabularySize();
    return new TextModel(
        found,
        encoding,
        file.requireFitting(found.path(), encoding.version(), encoding.vocabularySize() == known));
  }

  /** The network of this model. */
  public Network network() {
    return file.network();
  }

  /**
   * Complains of characters that the model does not know.
   *
   * @param what the text is, as its option is called
   */
  void requireKnown(String what, String text) {
    String unknown =
        text.codePoints()
            .distinct()
            .filter(point -> isUnknown(Character.toString(point)))
            .mapToObj(
                point ->
                    String.format(Locale.ROOT, "'%s' (U+%04X)", Character.toString(point), point))
            .collect(Collectors.joining(", "));
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "%s must have characters that the model was trained on but has %s"
              .formatted(what, unknown));
    }
  }

  private boolean isUnknown(String character) {
    int[] tokens = encoding.tokens(character);
    return tokens[tokens.length - 1] == TextEncoding.UNKNOWN;
  }
}
