package ductus.workbench.training;

import ductus.file.AtomicFile;
import ductus.generate.Drawn;
import ductus.generate.Generator;
import ductus.generate.Prompt;
import ductus.generate.Sampling;
import ductus.math.Kernels;
import ductus.math.Workers;
import ductus.model.Network;
import ductus.music.MelodyScore;
import ductus.music.encoding.MelodyEncoding;
import ductus.music.encoding.MelodyVocabulary;
import ductus.music.jfugue.JFugueMidi;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A tune that is drawn while a network is trained, so that one can hear it learn. */
final class MelodySample {
  private static final int MOST_TOKENS = 800;
  private static final int PIANO = 0;
  private static final int VELOCITY = 90;

  private MelodySample() {}

  /** Writes {@code epoch-0005.mid}. The same network and seed give the same bytes. */
  static void write(
      Path folder, int epoch, long seed, Network network, Kernels kernels, Workers workers)
      throws IOException {
    MelodyEncoding encoding = new MelodyEncoding();
    Drawn drawn =
        new Generator(network, encoding, kernels, workers)
            .draw(
                0,
                1,
                new Prompt(MelodyVocabulary.START),
                Sampling.PLAIN,
                List.of(),
                MOST_TOKENS,
                seed)
            .get(0);
    AtomicFile.write(
        folder.resolve("epoch-%04d.mid".formatted(epoch)),
        JFugueMidi.bytes(MelodyScore.of(encoding.decode(drawn.sequence()), PIANO, VELOCITY)));
  }
}
