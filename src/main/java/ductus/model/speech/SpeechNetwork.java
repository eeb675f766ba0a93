package ductus.model.speech;

import ductus.model.Core;
import ductus.model.InputLayer;
import ductus.model.ModelKind;
import ductus.model.SequenceNetwork;
import ductus.model.reading.LineBatch;
import ductus.nn.head.CtcHead;
import ductus.nn.head.CtcTargets;
import java.util.List;
import org.ejml.data.FMatrixRMaj;

/**
 * A network that hears words: recurrent layers, and a head that is told the words but not when they
 * are spoken (Graves et al. 2006).
 */
public final class SpeechNetwork extends SequenceNetwork<SpeechConfig, FMatrixRMaj, CtcTargets> {
  /** Name by which a model file knows them. */
  public static final String ENCODING = "speech";

  /** Files of such networks. */
  public static final ModelKind<SpeechConfig, SpeechNetwork> KIND =
      new ModelKind<>(
          List.of(ENCODING), SpeechConfig.class, SpeechConfig::weights, SpeechNetwork::new);

  /** A network with zero weights. */
  public SpeechNetwork(SpeechConfig config) {
    super(
        config,
        new Core<>(config.core(), InputLayer.numbers(config.features(), 0)),
        size -> new CtcHead(size, config.words().size()));
  }

  /** Sounds side by side. */
  public LineBatch<CtcTargets> batch(List<SpokenSequence> sounds) {
    CtcTargets targets =
        new CtcTargets(sounds.stream().map(SpokenSequence::labels).toArray(int[][]::new), null);
    return new LineBatch<>(
        sounds.stream().map(SpokenSequence::rows).toList(),
        config().features(),
        targets,
        targets.count());
  }
}
