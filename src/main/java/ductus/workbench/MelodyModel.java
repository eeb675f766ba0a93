package ductus.workbench;

import ductus.model.ModelFile;
import ductus.model.Network;
import ductus.model.NetworkConfig;
import ductus.music.statistics.RunIndex;
import java.util.Optional;

/**
 * A model of melodies, ready to be used.
 *
 * @param name by which the user asked for it, without folders and ending
 * @param file header and network
 * @param runs note runs of its training pieces, where the index lies beside the model
 * @param sha256 of the model file, in hex
 */
public record MelodyModel(
    String name, ModelFile<NetworkConfig, Network> file, Optional<RunIndex> runs, String sha256) {
  /** In which keys it learned its pieces. */
  public TrainingConfig.Keys keys() {
    return TrainingConfig.Keys.of(String.valueOf(file.header().training().keys()));
  }
}
