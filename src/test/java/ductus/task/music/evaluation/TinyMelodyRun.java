package ductus.task.music.evaluation;

import ductus.corpus.Corpus;
import ductus.file.BadFileException;
import ductus.model.NetworkConfig;
import ductus.music.Key;
import ductus.music.Melody;
import ductus.music.MelodyNote;
import ductus.music.MelodyScore;
import ductus.music.Mode;
import ductus.music.TimeSignature;
import ductus.music.encoding.MelodyEncoding;
import ductus.music.midi.MidiWriter;
import ductus.run.RunFolder;
import ductus.task.Preparing;
import ductus.task.Training;
import ductus.task.TrainingRequest;
import ductus.task.music.kind.MelodyKind;
import ductus.task.music.kind.MusicPiece;
import ductus.task.music.piece.MusicCorpus;
import ductus.task.music.request.MusicTrainingConfig;
import ductus.task.music.training.MusicTask;
import ductus.train.DivergenceException;
import ductus.train.TrainingListener;
import ductus.train.plan.Batching;
import ductus.train.plan.LearningRate;
import ductus.train.plan.TrainingPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * A handful of made tunes as MIDI files, and a tiny network trained on them for an epoch or two.
 */
public final class TinyMelodyRun {
  /** Tunes written by {@link #writeTunes}. */
  public static final int TUNES = 8;

  /** Of which so many are held out. */
  public static final int HELD_OUT = 2;

  private static final int[] SCALE = {60, 62, 64, 65, 67, 69, 71, 72};

  private TinyMelodyRun() {}

  /** Writes tunes into a folder. */
  public static void writeTunes(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (int i = 0; i < TUNES; i++) {
      write(folder.resolve("tune-" + i + ".mid"), tune(i));
    }
  }

  /** Writes a tune as MIDI. */
  public static void write(Path path, Melody tune) throws IOException {
    Files.write(path, MidiWriter.write(MelodyScore.of(tune, 0, 90)));
  }

  /** A walk over the scale of C, in quarters and eighths, eight bars of 4/4. */
  public static Melody tune(long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    List<MelodyNote> notes = new ArrayList<>();
    int degree = 0;
    for (int step = 0; step < 124; ) {
      int length = random.nextInt(3) == 0 ? 2 : 4;
      notes.add(new MelodyNote(step, length, SCALE[degree]));
      step += length;
      degree = Math.max(0, Math.min(SCALE.length - 1, degree + random.nextInt(-2, 3)));
    }
    int end = notes.get(notes.size() - 1).end();
    if (end < 128) {
      notes.add(new MelodyNote(end, 128 - end, 60));
    }
    return new Melody(
        4, 128, List.of(new TimeSignature(0, 4, 4)), new Key(0, Mode.MAJOR), 108, notes);
  }

  /** Reads a folder. */
  public static Corpus<MusicPiece<Melody>> read(Path folder) throws BadFileException, IOException {
    return Corpus.read(folder, MusicCorpus.files(new MelodyKind()), 2, (done, total) -> {});
  }

  /** Trains on a folder; the run's folder then has the model and its run index. */
  public static void train(Path tunes, Path run)
      throws BadFileException, DivergenceException, IOException {
    MelodyEncoding encoding = new MelodyEncoding();
    MusicTrainingConfig config =
        new MusicTrainingConfig(
            new MusicTrainingConfig.CorpusConfig(
                tunes.toAbsolutePath().toString(),
                MelodyEncoding.NAME,
                MusicTrainingConfig.Keys.ALL,
                (double) HELD_OUT / TUNES,
                ""),
            NetworkConfig.of(encoding, 8, NetworkConfig.LSTM, 1, 16, 0),
            TrainingPlan.of(
                2, 1, new Batching(8, 0), new LearningRate(0.01, 5, LearningRate.Shape.CONSTANT)));
    try (RunFolder folder = RunFolder.open(run)) {
      Training.of(new MusicTask(), config, Preparing.quietly("test"))
          .run(new TrainingRequest(folder, false, 1, TrainingListener.NONE, () -> false));
    }
  }
}
