package ductus.run;

import ductus.file.BadFileException;
import ductus.math.Seeded;
import ductus.model.Encoding;
import ductus.model.ModelFile;
import ductus.model.ModelHeader;
import ductus.model.Network;
import ductus.model.NetworkConfig;
import ductus.music.Key;
import ductus.music.Melody;
import ductus.music.MelodyNote;
import ductus.music.MelodyScore;
import ductus.music.Mode;
import ductus.music.TimeSignature;
import ductus.music.encoding.MelodyEncoding;
import ductus.music.midi.MidiWriter;
import ductus.nn.Parameter;
import ductus.task.Preparing;
import ductus.task.Training;
import ductus.task.TrainingRequest;
import ductus.task.music.request.MusicTrainingConfig;
import ductus.task.music.training.MusicTask;
import ductus.train.DivergenceException;
import ductus.train.TrainingListener;
import ductus.train.TrainingProgress;
import ductus.train.plan.Batching;
import ductus.train.plan.Clipping;
import ductus.train.plan.LearningRate;
import ductus.train.plan.OptimizerChoice;
import ductus.train.plan.Regularization;
import ductus.train.plan.TrainingPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;

/** Corpora, runs and models that are small enough to try things on. */
public final class TinyRuns {
  private static final int NARROW = 12;
  private static final int WIDE = 192;

  /** The name of the network's output biases, one a token. */
  private static final String BIASES = "head.bias";

  private static final MelodyEncoding ENCODING = new MelodyEncoding();

  private TinyRuns() {}

  /** Fills a folder with MIDI files of made melodies. */
  public static Path corpus(Path folder, int tunes) throws IOException {
    Files.createDirectories(folder);
    for (int number = 0; number < tunes; number++) {
      Files.write(
          folder.resolve("tune-%02d.mid".formatted(number)),
          MidiWriter.write(MelodyScore.of(tune(number), 0, 90)));
    }
    return folder;
  }

  /** A walk along a scale, two to four bars long. */
  public static Melody tune(int number) {
    RandomGenerator random = Seeded.random(number);
    TimeSignature metre = new TimeSignature(0, 3 + random.nextInt(2), 4);
    int steps = 4 * metre.numerator() * (2 + random.nextInt(3));
    Key key = new Key(random.nextInt(12), random.nextBoolean() ? Mode.MAJOR : Mode.DORIAN);
    List<MelodyNote> notes = new ArrayList<>();
    int pitch = 67 + random.nextInt(6);
    for (int step = 0; step < steps; ) {
      int length = Math.min(2 * (1 + random.nextInt(3)), steps - step);
      while (!key.contains(pitch)) {
        pitch++;
      }
      notes.add(new MelodyNote(step, length, pitch));
      pitch += random.nextInt(-4, 4);
      step += length;
    }
    return new Melody(4, steps, List.of(metre), key, 108, notes);
  }

  /** Settings that train in a blink. */
  public static MusicTrainingConfig config(Path corpus, MusicTrainingConfig.Keys keys, int epochs) {
    return new MusicTrainingConfig(
        new MusicTrainingConfig.CorpusConfig(
            corpus.toAbsolutePath().normalize().toString(), MelodyEncoding.NAME, keys, 0.25, ""),
        network(NARROW, 0.2),
        new TrainingPlan(
            epochs,
            20,
            3,
            new Batching(2, 0),
            new LearningRate(1e-2, 3, LearningRate.Shape.COSINE),
            OptimizerChoice.of(OptimizerChoice.Rule.ADAM),
            Clipping.byNorm(1),
            Regularization.NONE));
  }

  /** Settings of a network that is wide enough to be worth two threads. */
  public static MusicTrainingConfig wideConfig(Path corpus) {
    MusicTrainingConfig tiny = config(corpus, MusicTrainingConfig.Keys.ALL, 2);
    return new MusicTrainingConfig(
        tiny.corpus(), network(WIDE, 0.2), tiny.plan().withBatching(new Batching(32, 0)));
  }

  private static NetworkConfig network(int hidden, double dropout) {
    return NetworkConfig.of(ENCODING, 8, NetworkConfig.LSTM, 2, hidden, dropout);
  }

  /** Trains, or goes on, until the end or until stopped. */
  public static TrainingProgress train(
      Path run, MusicTrainingConfig config, boolean resume, int threads, BooleanSupplier stop)
      throws BadFileException, DivergenceException, IOException {
    Training<?> training = Training.of(new MusicTask(), config, Preparing.quietly("test"));
    try (RunFolder folder = RunFolder.open(run)) {
      return training.run(
          new TrainingRequest(folder, resume, threads, TrainingListener.NONE, stop));
    }
  }

  /** Trains to the end on one thread. */
  public static TrainingProgress train(Path run, MusicTrainingConfig config)
      throws BadFileException, DivergenceException, IOException {
    return train(run, config, false, 1, () -> false);
  }

  /** Writes a model that was never trained. */
  public static Path model(Path file, MusicTrainingConfig.Keys keys, long seed) throws IOException {
    write(file, keys, network(NARROW, seed));
    return file;
  }

  /** Writes one that is wide enough to be worth two threads. */
  public static Path wideModel(Path file, MusicTrainingConfig.Keys keys, long seed)
      throws IOException {
    write(file, keys, network(WIDE, seed));
    return file;
  }

  /** Writes a model of an encoding that was never trained, of pieces in the common key. */
  public static Path model(Path file, Encoding<?> encoding, long seed) throws IOException {
    Network network =
        new Network(NetworkConfig.of(encoding, 8, NetworkConfig.LSTM, 1, NARROW, 0.0));
    network.initialize(Seeded.random(seed));
    write(file, encoding, MusicTrainingConfig.Keys.COMMON, network);
    return file;
  }

  /** Writes a model that likes one token, or a few, above all others. */
  public static Path modelThatLikes(Path file, MusicTrainingConfig.Keys keys, int... tokens)
      throws IOException {
    Network network = network(NARROW, 1L);
    Parameter biases =
        network.parameters().stream()
            .filter(parameter -> parameter.name().equals(BIASES))
            .findFirst()
            .orElseThrow();
    for (int token : tokens) {
      biases.value().data[token] = 50;
    }
    write(file, keys, network);
    return file;
  }

  private static Network network(int hidden, long seed) {
    Network network = new Network(network(hidden, 0.0));
    network.initialize(Seeded.random(seed));
    return network;
  }

  private static void write(Path file, MusicTrainingConfig.Keys keys, Network network)
      throws IOException {
    write(file, ENCODING, keys, network);
  }

  private static void write(
      Path file, Encoding<?> encoding, MusicTrainingConfig.Keys keys, Network network)
      throws IOException {
    ModelFile.write(
        file,
        new ModelHeader<>(
            encoding.name(),
            encoding.version(),
            network.config(),
            new ModelHeader.TrainingSummary("test", "nothing", keys.label(), 1, 1, 5),
            List.of()),
        network);
  }
}
