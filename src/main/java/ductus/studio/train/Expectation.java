package ductus.studio.train;

import ductus.file.BadFileException;
import ductus.train.DivergenceException;
import ductus.workbench.TrainingConfig;
import ductus.workbench.corpus.Corpus;
import ductus.workbench.corpus.ReadingListener;
import ductus.workbench.kind.MusicKind;
import ductus.workbench.kind.MusicKinds;
import ductus.workbench.kind.piece.MusicPiece;
import ductus.workbench.training.MusicTraining;
import ductus.workbench.training.TrainingForecast;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a run would take on this machine.
 *
 * @param pieces to learn from
 * @param heldOut pieces to measure by
 * @param leftOut files that hold nothing of the kind
 * @param weights of the network
 * @param epochs at most
 * @param bytes of memory
 * @param fits whether there are as many
 * @param seconds of all epochs, measured by a few updates; null where the memory does not suffice
 */
record Expectation(
    int pieces,
    int heldOut,
    int leftOut,
    long weights,
    int epochs,
    long bytes,
    boolean fits,
    @Nullable Double seconds) {

  /**
   * Reads the music and tries some updates; takes some seconds.
   *
   * @throws BadFileException if there is too little music
   */
  static Expectation of(TrainingConfig config, int threads) throws BadFileException, IOException {
    return of(MusicKinds.named(config.corpus().encoding()), config, threads);
  }

  private static <T> Expectation of(MusicKind<T> kind, TrainingConfig config, int threads)
      throws BadFileException, IOException {
    Path folder = Path.of(config.corpus().folder());
    Optional<Corpus<MusicPiece<T>>> collection = kind.collection(folder);
    Corpus<MusicPiece<T>> corpus =
        collection.isPresent()
            ? collection.get()
            : Corpus.read(folder, kind.files(), threads, ReadingListener.NONE);
    MusicTraining<T> training = new MusicTraining<>(kind, config, corpus, "");
    TrainingForecast forecast;
    try {
      forecast = training.forecast(threads);
    } catch (DivergenceException broken) {
      throw new IllegalArgumentException(
          "this cannot be learned: " + broken.getMessage() + "; choose another recipe", broken);
    }
    Double speed = forecast.tokensPerSecond();
    int epochs = config.plan().epochs();
    return new Expectation(
        forecast.tunes(),
        forecast.heldOut(),
        corpus.leftOut().size(),
        training.size(),
        epochs,
        forecast.neededBytes(),
        forecast.fits(),
        speed == null ? null : epochs * (training.targets() / speed));
  }
}
