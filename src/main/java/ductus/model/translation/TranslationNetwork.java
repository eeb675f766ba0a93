package ductus.model.translation;

import ductus.model.ModelKind;
import java.util.List;

/** A network that translates one text into another, character by character. */
public final class TranslationNetwork extends AttentiveNetwork<TextBatch> {
  /** Name by which a model file knows them. */
  public static final String ENCODING = "translation";

  /** Version of what they read and write: characters of alphabets in the configuration. */
  public static final int VERSION = 1;

  /** Files of such networks. */
  public static final ModelKind<TranslationConfig, TranslationNetwork> KIND =
      new ModelKind<>(
          List.of(ENCODING),
          TranslationConfig.class,
          TranslationConfig::weights,
          TranslationNetwork::new);

  private final TranslationConfig config;

  /** A network with zero weights. */
  public TranslationNetwork(TranslationConfig config) {
    super(new Encoder(config), config.decoder(), 1 + config.encoder().layers());
    this.config = config;
  }

  /** The shape of this network. */
  public TranslationConfig config() {
    return config;
  }

  @Override
  public int longestTarget() {
    return config.longestTarget();
  }

  /** Pairs side by side, one or more. */
  public TargetBatch<TextBatch> batch(List<TokenPair> pairs) {
    return new TargetBatch<>(
        pairs.stream().map(TokenPair::target).toList(),
        start(),
        new TextBatch(pairs.stream().map(TokenPair::source).toList()));
  }
}
