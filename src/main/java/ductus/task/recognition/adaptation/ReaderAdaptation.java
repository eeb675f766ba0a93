package ductus.task.recognition.adaptation;

import ductus.corpus.line.CorpusLine;
import ductus.corpus.line.LineFolder;
import ductus.file.BadFileException;
import ductus.file.ShippedCorpora;
import ductus.ink.hand.Hand;
import ductus.ink.hand.HandFile;
import ductus.ink.practice.HeldOutText;
import ductus.ink.recognition.LineReader;
import ductus.ink.recognition.LineReader.WordWeights;
import ductus.math.Kernels;
import ductus.math.Workers;
import ductus.metric.CharacterErrors;
import ductus.metric.ReadingEvaluation.ReadHand;
import ductus.model.ModelFile;
import ductus.model.ModelHeader;
import ductus.model.ModelHeader.TrainingSummary;
import ductus.model.reading.ReaderConfig;
import ductus.model.reading.ReaderNetwork;
import ductus.nn.Parameter;
import ductus.nn.Tape;
import ductus.task.recognition.lessons.CorpusLineSource;
import ductus.task.recognition.lessons.RehearsedLines;
import ductus.train.DivergenceException;
import ductus.train.Updater;
import ductus.train.plan.Batching;
import ductus.train.plan.LearningRate;
import ductus.train.plan.TrainingPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import org.ejml.data.FMatrixRMaj;

/**
 * Teaches a reader somebody's lines. What it could read before it rehearses on composed lines, and
 * goes only so far from its old weights as it does not forget that: the new weights are mixed with
 * the old ones (Wortsman et al. 2022, eq. 1), and of some mixtures the one is taken that reads the
 * lines best while it misreads next to no more of a sample in hands that were not rehearsed.
 */
public final class ReaderAdaptation {
  /** Updates of the teaching. */
  public static final int UPDATES = 40;

  private static final double RATE = 0.0005;
  private static final long SEED = 1;

  /**
   * Shares of the new weights that are tried, the largest first. With larger ones nine lines of
   * somebody are known by heart and no other line of theirs is read better, but those of others are
   * read worse.
   */
  private static final List<Double> SHARES = List.of(0.5, 0.25);

  /** Characters of the sample that may be misread beside those that were before, as a share. */
  private static final double FORGOTTEN = 0.005;

  /** Lines in each hand of the sample. */
  private static final int SAMPLE_LINES = 12;

  private static final List<String> REHEARSED = List.of("letter", "print", "round", "italic");
  private static final List<String> SAMPLE = List.of("note", "chancery");

  private final ModelFile<ReaderConfig, ReaderNetwork> model;
  private final String name;
  private final ReaderSample sample;
  private final Kernels kernels;
  private final Workers workers;

  /**
   * A teaching of a reader; the one that is given stays as it is.
   *
   * @param name of the reader, for people
   * @param lines of somebody
   * @param source of the lines, named in complaints
   * @throws BadFileException if the reader can learn from none of them
   */
  public ReaderAdaptation(
      ModelFile<ReaderConfig, ReaderNetwork> model,
      String name,
      LineFolder lines,
      Path source,
      Kernels kernels,
      Workers workers)
      throws BadFileException {
    this.model = model;
    this.name = name;
    sample = ReaderSample.of(lines, model.network().config().alphabet(), source);
    this.kernels = kernels;
    this.workers = workers;
  }

  /**
   * The characters that a reader misreads.
   *
   * @param own in somebody's lines
   * @param sample in composed lines, in hands of which it learned nothing
   */
  public record Misread(CharacterErrors own, CharacterErrors sample) {}

  /**
   * A reader that was taught.
   *
   * @param share of the new weights in it; 0 where none was of use, so that it is as it was before
   */
  public record Taught(
      ModelFile<ReaderConfig, ReaderNetwork> model, double share, Misread before, Misread after) {}

  /** What it learns from. */
  public ReaderSample sample() {
    return sample;
  }

  /**
   * Teaches.
   *
   * @param programVersion for the new model's header
   * @param done told the updates that are done, of {@link #UPDATES}
   */
  public Taught teach(String programVersion, IntConsumer done)
      throws BadFileException, DivergenceException, IOException {
    List<Hand> measured = hands(SAMPLE);
    Misread before = misread(model.network(), WordWeights.of(model), measured);
    ReaderNetwork learned = learned(done);
    ReaderNetwork mixed = new ReaderNetwork(model.network().config());
    Misread best = before;
    double bestShare = 0;
    for (double share : SHARES) {
      mix(learned, share, mixed);
      Misread after = misread(mixed, WordWeights.OF_PEOPLE, measured);
      boolean knows = after.sample().rate() <= before.sample().rate() + FORGOTTEN;
      if (knows && after.own().errors() < best.own().errors()) {
        best = after;
        bestShare = share;
      }
    }
    mix(learned, bestShare, mixed);
    return new Taught(
        new ModelFile<>(header(mixed, programVersion), mixed), bestShare, before, best);
  }

  private ReaderNetwork learned(IntConsumer done)
      throws BadFileException, DivergenceException, IOException {
    ReaderNetwork network = new ReaderNetwork(model.network().config());
    network.setWeights(model.network());
    RehearsedLines lessons =
        new RehearsedLines(network, source(sample.learned()), hands(REHEARSED), SEED);
    LearningRate rate = new LearningRate(RATE, 5, LearningRate.Shape.COSINE);
    TrainingPlan plan =
        TrainingPlan.of(1, SEED, new Batching(1, 0, RehearsedLines.PASSES, false, 1), rate);
    Updater updater = new Updater(network, plan, kernels, workers);
    for (int update = 0; update < UPDATES; update++) {
      updater.update(lessons.update(update), rate.at(update, UPDATES, 0));
      done.accept(update + 1);
    }
    return network;
  }

  /** Weights between those of the given reader and those that were learned. */
  private void mix(ReaderNetwork learned, double share, ReaderNetwork mixed) {
    List<Parameter> old = model.network().parameters();
    for (int p = 0; p < old.size(); p++) {
      FMatrixRMaj from = old.get(p).value();
      FMatrixRMaj to = learned.parameters().get(p).value();
      FMatrixRMaj into = mixed.parameters().get(p).value();
      for (int i = 0; i < into.getNumElements(); i++) {
        into.data[i] = (float) ((1 - share) * from.data[i] + share * to.data[i]);
      }
    }
  }

  private Misread misread(ReaderNetwork network, WordWeights words, List<Hand> hands) {
    LineReader reader =
        new LineReader(
            network,
            LineReader.Decoding.withWords(LineReader.USUAL_BEAM, words, network),
            kernels,
            workers);
    List<String> texts = HeldOutText.sentences(SAMPLE_LINES);
    CharacterErrors errors = CharacterErrors.NONE;
    for (Hand hand : hands) {
      errors = errors.plus(ReadHand.of(reader, hand, texts, SEED).figures().errors());
    }
    CharacterErrors own =
        ReadHand.of(reader, name, sample.measured().stream().map(CorpusLine::handwriting).toList())
            .figures()
            .errors();
    return new Misread(own, errors);
  }

  private ModelHeader<ReaderConfig> header(ReaderNetwork network, String programVersion) {
    Tape tape = new Tape(kernels, workers);
    network.repack(tape);
    CorpusLineSource measured = source(sample.measured());
    double nats = RehearsedLines.plain(network, measured).measure(tape).perToken();
    ModelHeader<ReaderConfig> old = model.header();
    TreeSet<String> writers = new TreeSet<>(old.pieces());
    sample.learned().forEach(line -> writers.add(line.writerHash()));
    return new ModelHeader<>(
        old.encoding(),
        old.encodingVersion(),
        old.network(),
        new TrainingSummary(
            programVersion,
            String.format(
                Locale.ROOT, "what %s learned, and %d lines more", name, sample.learned().size()),
            null,
            SEED,
            1,
            nats),
        List.copyOf(writers));
  }

  private CorpusLineSource source(List<CorpusLine> lines) {
    return new CorpusLineSource(lines, model.network().config().alphabet());
  }

  private static List<Hand> hands(List<String> names) throws BadFileException, IOException {
    Path folder = ShippedCorpora.folder().resolve("hands");
    List<Hand> hands = new ArrayList<>();
    for (String each : names) {
      hands.add(HandFile.read(folder.resolve(each + ".json")));
    }
    return hands;
  }
}
