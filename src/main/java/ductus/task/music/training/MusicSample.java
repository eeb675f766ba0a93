package ductus.task.music.training;

import ductus.file.AtomicFile;
import ductus.generate.Generator;
import ductus.generate.Generator.GeneratedSequence;
import ductus.generate.Prompt;
import ductus.generate.Sampling;
import ductus.math.Kernels;
import ductus.math.Workers;
import ductus.model.Encoding;
import ductus.model.Network;
import ductus.music.musicstring.ScoreMidi;
import ductus.task.music.kind.MusicKind;
import ductus.task.music.request.MusicRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** A piece that is drawn while a network is trained, so that one can hear it learn. */
final class MusicSample {
  private static final int MOST_TOKENS = 800;

  private MusicSample() {}

  /**
   * Writes {@code epoch-0005.mid}. The same network and seed give the same bytes.
   *
   * @param encoding that the network was trained with
   */
  static <T> void write(
      MusicKind<T> kind,
      Encoding<T> encoding,
      Path folder,
      int epoch,
      long seed,
      Network network,
      Kernels kernels,
      Workers workers)
      throws IOException {
    GeneratedSequence drawn =
        new Generator(network, encoding, kernels, workers)
            .draw(0, 1, Prompt.start(encoding), Sampling.PLAIN, List.of(), MOST_TOKENS, seed)
            .get(0);
    T piece = encoding.decode(drawn.sequence());
    AtomicFile.write(
        folder.resolve(String.format(Locale.ROOT, "epoch-%04d.mid", epoch)),
        ScoreMidi.bytes(kind.score(piece, MusicRequest.PIANO)));
  }
}
