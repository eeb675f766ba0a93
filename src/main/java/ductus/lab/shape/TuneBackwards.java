package ductus.lab.shape;

import ductus.file.BadFileException;
import ductus.generate.translation.TranslationCandidate;
import ductus.generate.translation.TranslationSearch;
import ductus.lab.shape.Exercise.Flow;
import ductus.lab.shape.Shapes.ShapeSettings;
import ductus.lab.task.TaskTrainingPlan;
import ductus.lab.trial.TrainingHistory;
import ductus.lab.trial.TrialContext;
import ductus.math.PlaceRandom;
import ductus.math.Randomness;
import ductus.model.CoreConfig;
import ductus.model.pen.Alphabet;
import ductus.model.translation.AttentionChoice;
import ductus.model.translation.TextBatch;
import ductus.model.translation.TokenPair;
import ductus.model.translation.TranslationConfig;
import ductus.model.translation.TranslationNetwork;
import ductus.train.DivergenceException;
import ductus.train.Example;
import ductus.train.ExampleBatches;
import ductus.train.SequenceTeaching;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Notes in, and the same notes backwards out: nothing can be said before all is read. An encoder
 * reads them, and a decoder with attention says them. An answer is right if all of its notes are.
 */
final class TuneBackwards implements Exercise {
  private static final Alphabet NOTES = new Alphabet("CDEFGAB");
  private static final int SHORTEST = 3;
  private static final int LONGEST = 6;

  /** Sets the held-out tunes apart from all others. */
  private static final long HELD_OUT = -1;

  /** A place in a batch that holds another tune each time. */
  private static final class Tune implements Example<TokenPair> {
    @Override
    public int length() {
      return LONGEST;
    }

    @Override
    public TokenPair draw(RandomGenerator random) {
      return pair(tune(random));
    }
  }

  private static int[] tune(RandomGenerator random) {
    int length = random.nextInt(SHORTEST, LONGEST + 1);
    return random
        .ints(length, 0, NOTES.characters().length())
        .map(note -> NOTES.characters().charAt(note))
        .toArray();
  }

  private static int[] backwards(int[] tune) {
    int[] backwards = new int[tune.length];
    for (int i = 0; i < tune.length; i++) {
      backwards[i] = tune[tune.length - 1 - i];
    }
    return backwards;
  }

  private static TokenPair pair(int[] tune) {
    return new TokenPair(NOTES.numbers(tune), NOTES.numbers(backwards(tune)));
  }

  @Override
  public String shape() {
    return "many to many, asynchronous";
  }

  @Override
  public String words() {
    return "notes, then the same notes backwards";
  }

  @Override
  public Flow flow() {
    return new Flow(
        List.of("C", "E", "G", "end", "", "", ""), List.of("", "", "", "G", "E", "C", "end"), true);
  }

  /** The likeliest of all tunes is one of the shortest. */
  @Override
  public double guessing() {
    double lengths = LONGEST - SHORTEST + 1;
    return StrictMath.pow(NOTES.characters().length(), -SHORTEST) / lengths;
  }

  private static TranslationNetwork network(ShapeSettings settings) {
    CoreConfig encoder =
        new CoreConfig(settings.cell() + CoreConfig.BIDIRECTIONAL, 1, settings.hiddenSize());
    return new TranslationNetwork(
        new TranslationConfig(
            NOTES,
            NOTES,
            LONGEST,
            LONGEST,
            AttentionChoice.ADDITIVE,
            settings.hiddenSize(),
            encoder));
  }

  @Override
  public void check(ShapeSettings settings) {
    network(settings);
  }

  @Override
  public Learned learn(ShapeSettings settings, TrialContext bench)
      throws BadFileException, DivergenceException, InterruptedException, IOException {
    TranslationNetwork network = network(settings);
    TaskTrainingPlan practice = settings.practice();
    RandomGenerator random = Randomness.of(PlaceRandom.key(bench.seed(), HELD_OUT));
    List<int[]> heldOut = Stream.generate(() -> tune(random)).limit(practice.heldOut()).toList();
    TrainingHistory history =
        bench.train(
            network,
            practice.plan(bench.seed()),
            new ExampleBatches<>(
                SequenceTeaching.of(network),
                practice.plan(bench.seed()),
                Collections.nCopies(practice.examples(), new Tune()),
                heldOut.stream().map(TuneBackwards::pair).toList()),
            metrics -> false);
    return new Learned(right(network, heldOut, bench), network.size(), history);
  }

  private static double right(TranslationNetwork network, List<int[]> tunes, TrialContext bench) {
    TranslationSearch<TextBatch> search =
        new TranslationSearch<>(network, 1, bench.kernels(), bench.workers());
    List<List<TranslationCandidate>> found =
        search.translate(new TextBatch(tunes.stream().map(NOTES::numbers).toList()));
    int right = 0;
    for (int i = 0; i < tunes.size(); i++) {
      TranslationCandidate first = found.get(i).get(0);
      int[] wanted = backwards(tunes.get(i));
      right += first.ended() && first.text().equals(new String(wanted, 0, wanted.length)) ? 1 : 0;
    }
    return (double) right / tunes.size();
  }
}
