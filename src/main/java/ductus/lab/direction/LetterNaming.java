package ductus.lab.direction;

import ductus.corpus.hand.HandFolder;
import ductus.file.BadFileException;
import ductus.file.ShippedCorpora;
import ductus.ink.hand.Hand;
import ductus.ink.variation.HandVariation;
import ductus.lab.direction.DirectionSettings.ComparedCore;
import ductus.lab.result.Outcome;
import ductus.lab.result.Outcome.Curve;
import ductus.lab.task.TaskObjective;
import ductus.lab.trial.TrainingHistory;
import ductus.lab.trial.TrialContext;
import ductus.math.PlaceRandom;
import ductus.math.Randomness;
import ductus.model.CoreConfig;
import ductus.model.signal.SignalNetwork;
import ductus.model.signal.SignalSequence;
import ductus.nn.Tape;
import ductus.train.DivergenceException;
import ductus.train.TrainingListener.EpochMetrics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * The letter that each step of a pen draws, measured on lines of a hand that was not learned. Hard
 * is the first step of a letter.
 *
 * @param settings what is learned, and how
 */
record LetterNaming(DirectionSettings.Ink settings) implements DirectionTask {
  /** Sets the lines of the test apart from all others, and those that letters are counted in. */
  private static final long TESTED = -3;

  private static final long COUNTED = -4;

  /** What a network is given and asked for, whoever wrote it. */
  private static final LetteredInk SHAPE = new LetteredInk(List.of(), HandVariation.none(), false);

  @Override
  public String name() {
    return "ink";
  }

  @Override
  public String loss() {
    return "held-out share of wrong steps";
  }

  @Override
  public List<ComparedCore> networks() {
    return settings.networks();
  }

  @Override
  public double cost() {
    return (double) settings.steps()
        * settings.practice().updates()
        * settings.practice().batchSize();
  }

  @Override
  public void require(ComparedCore network) {
    network(network);
  }

  private static SignalNetwork network(ComparedCore network) {
    return new SignalNetwork(
        SHAPE.network(new CoreConfig(network.cell(), 1, network.hiddenSize())));
  }

  @Override
  public Outcome learn(ComparedCore core, TrialContext bench)
      throws BadFileException, DivergenceException, InterruptedException, IOException {
    List<Hand> blind = HandFolder.read(ShippedCorpora.resolve(settings.blind())).hands();
    List<String> names = blind.stream().map(Hand::name).toList();
    Path corpus = ShippedCorpora.resolve(settings.corpus());
    List<Hand> learned =
        HandFolder.read(corpus).hands().stream()
            .filter(hand -> !names.contains(hand.name()))
            .toList();
    if (learned.isEmpty()) {
      throw new BadFileException(
          corpus,
          String.format(Locale.ROOT, "must have a hand beside %s", String.join(" and ", names)));
    }
    LetteredInk task = new LetteredInk(learned, HandVariation.wide(), false);
    SignalNetwork network = network(core);
    TrainingHistory history =
        bench.train(
            network,
            settings.practice().plan(bench.seed()),
            settings.practice().lessons(network, task, settings.steps(), bench.seed()),
            metrics -> false);
    List<SignalSequence> steps =
        lines(new LetteredInk(blind, HandVariation.natural(), false), TESTED, bench);
    List<SignalSequence> beginnings =
        lines(new LetteredInk(blind, HandVariation.natural(), true), TESTED, bench);
    int frequent = frequent(lines(task, COUNTED, bench));
    Tape tape = new Tape(bench.kernels(), bench.workers());
    network.repack(tape);
    TaskObjective test = new TaskObjective(network);
    return new Outcome(
        List.of(
            (double) network.size(),
            1 - test.measure(steps, tape).perToken(),
            share(frequent, steps),
            1 - test.measure(beginnings, tape).perToken(),
            share(frequent, beginnings)),
        List.of(
            Curve.ofValues(
                LEARNING, history.epochs().stream().map(EpochMetrics::validationNats).toList())));
  }

  private List<SignalSequence> lines(LetteredInk ink, long which, TrialContext bench) {
    RandomGenerator random = Randomness.of(PlaceRandom.key(bench.seed(), which));
    return Stream.generate(() -> ink.draw(settings.steps(), random))
        .limit(settings.tested())
        .toList();
  }

  /** The letter that most steps draw. */
  private static int frequent(List<SignalSequence> lines) {
    int best = 0;
    for (int letter = 1; letter < LetteredInk.LETTERS; letter++) {
      best = share(letter, lines) > share(best, lines) ? letter : best;
    }
    return best;
  }

  /** The share of the steps asked for that draw a letter. */
  private static double share(int letter, List<SignalSequence> lines) {
    int asked = 0;
    int right = 0;
    for (SignalSequence line : lines) {
      for (int t = 0; t < line.length(); t++) {
        asked += Float.isNaN(line.target(t, 0)) ? 0 : 1;
        right += line.target(t, 0) == letter ? 1 : 0;
      }
    }
    return (double) right / asked;
  }
}
