package ductus.model.signal;

import ductus.model.Core;
import ductus.model.InputLayer;
import ductus.model.ModelKind;
import ductus.model.SequenceNetwork;
import java.util.List;
import org.ejml.data.FMatrixRMaj;

/** A network over sequences of real numbers, with a head by the {@link Target}. */
public final class SignalNetwork extends SequenceNetwork<SignalConfig, FMatrixRMaj, float[]> {
  /** A network with zero weights. */
  public SignalNetwork(SignalConfig config) {
    super(
        config,
        new Core<>(config.core(), InputLayer.numbers(config.inputs(), 0)),
        size -> config.target().head(size, config.outputs()));
  }

  /** Files of such networks, of some encodings. */
  public static ModelKind<SignalConfig, SignalNetwork> kind(String... encodings) {
    return new ModelKind<>(
        List.of(encodings), SignalConfig.class, SignalConfig::weights, SignalNetwork::new);
  }
}
