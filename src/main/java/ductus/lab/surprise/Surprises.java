package ductus.lab.surprise;

import ductus.analysis.surprise.InkSurprise;
import ductus.analysis.surprise.TuneSurprise;
import ductus.corpus.Corpus;
import ductus.corpus.Piece;
import ductus.file.BadFileException;
import ductus.file.ShippedCorpora;
import ductus.ink.Handwriting;
import ductus.ink.Stroke;
import ductus.ink.compose.ComposedLine;
import ductus.ink.compose.LineComposer;
import ductus.ink.encoding.PenEncoding;
import ductus.ink.hand.Characters;
import ductus.ink.hand.Hand;
import ductus.ink.practice.HeldOutText;
import ductus.ink.variation.HandVariation;
import ductus.lab.material.InkCorpus;
import ductus.lab.result.Outcome;
import ductus.lab.result.Results;
import ductus.lab.trial.Examination;
import ductus.lab.trial.Examination.TrialMetric;
import ductus.lab.trial.Trial;
import ductus.lab.trial.TrialContext;
import ductus.math.Randomness;
import ductus.math.Spread;
import ductus.music.Bar;
import ductus.music.Melody;
import ductus.picture.chart.BarChart;
import ductus.task.handwriting.synthesis.HandModel;
import ductus.task.music.kind.MelodyKind;
import ductus.task.music.kind.MusicPiece;
import ductus.task.music.model.MusicModel;
import ductus.task.music.model.MusicModels;
import ductus.task.music.piece.MusicCorpus;
import ductus.task.music.request.MusicTrainingConfig.Keys;
import ductus.train.DivergenceException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Do networks notice what is odd? Faults, wrong bars and displaced strokes, put in by chance. */
public final class Surprises implements Examination<SurpriseSettings> {
  private static final MelodyKind KIND = new MelodyKind();
  private static final String MODEL = "folk";
  private static final String FAULTS = "faults in sines";
  private static final String STROKE = "stroke displaced";

  /** A stroke is moved so far, in x-heights. */
  private static final double NEAREST = 0.5;

  private static final double FARTHEST = 0.8;
  private static final int FEWEST_STROKES = 4;

  @Override
  public String name() {
    return "surprise";
  }

  @Override
  public String question() {
    return "do networks notice what is odd?";
  }

  @Override
  public Class<SurpriseSettings> settings() {
    return SurpriseSettings.class;
  }

  @Override
  public List<String> labels() {
    return List.of("what is odd");
  }

  @Override
  public List<TrialMetric> measures() {
    return List.of(
        new TrialMetric("cases", "odd parts", 0),
        new TrialMetric("found", "share of them that surprise most; of faults, with an odd row", 3),
        new TrialMetric("chance", "the same of one who guesses", 3),
        new TrialMetric("precision", "share of the odd rows that are faulty", 3),
        new TrialMetric("recall", "share of the faulty rows that are odd", 3),
        new TrialMetric("false alarms", "share of the sound rows that are odd", 4));
  }

  private static String label(OddBar kind) {
    return switch (kind) {
      case TRANSPOSED -> "bar transposed";
      case REPLACED -> "bar of another tune";
    };
  }

  @Override
  public List<Trial> trials(SurpriseSettings settings) {
    List<Trial> trials = new ArrayList<>();
    trials.add(new Trial(List.of(FAULTS), 3, bench -> FaultTrial.run(settings, bench)));
    for (OddBar kind : OddBar.values()) {
      trials.add(new Trial(List.of(label(kind)), 1, bench -> bars(kind, settings, bench)));
    }
    trials.add(new Trial(List.of(STROKE), 2, bench -> strokes(settings, bench)));
    return trials;
  }

  private static Outcome outcome(SurpriseRanks ranks) {
    return new Outcome(
        List.of(ranks.cases(), ranks.first(), ranks.chance(), Double.NaN, Double.NaN, Double.NaN),
        List.of());
  }

  private static Outcome bars(OddBar kind, SurpriseSettings settings, TrialContext bench)
      throws BadFileException, DivergenceException, InterruptedException, IOException {
    MusicModel<Melody> model = MusicModels.open(MODEL, KIND);
    List<Melody> tunes = tunes(model, settings);
    RandomGenerator random = Randomness.of(bench.seed());
    SurpriseRanks ranks = new SurpriseRanks();
    try (TuneSurprise<Melody> reader = new TuneSurprise<>(model, 1)) {
      for (int i = 0; i < tunes.size(); i++) {
        bench.reach((double) i / tunes.size(), "");
        Melody tune = tunes.get(i);
        List<Bar> bars = tune.bars();
        for (int n = 0; n < settings.bars() && bars.size() > 2; n++) {
          int odd = random.nextInt(1, bars.size() - 1);
          if (OddBar.isClosed(tune, bars.get(odd))) {
            Optional<Melody> made = kind.make(tune, odd, tunes, random);
            if (made.isPresent()) {
              ranks.add(reader.bars(made.get()), odd);
            }
          }
        }
      }
    }
    return outcome(ranks);
  }

  /** The tunes that the model has not learned, in the key in which it reads. */
  private static List<Melody> tunes(MusicModel<Melody> model, SurpriseSettings settings)
      throws BadFileException, IOException {
    Corpus<MusicPiece<Melody>> corpus =
        Corpus.read(
            ShippedCorpora.resolve(settings.tunes()),
            MusicCorpus.files(KIND),
            1,
            (done, all) -> {});
    Set<String> learned = new HashSet<>(model.file().header().pieces());
    List<Melody> tunes = new ArrayList<>();
    for (Piece<MusicPiece<Melody>> piece : corpus.pieces()) {
      if (!learned.contains(piece.hash())) {
        tunes.add(KIND.forms(piece.value().music(), Keys.COMMON).get(0));
      }
    }
    return tunes;
  }

  private static Outcome strokes(SurpriseSettings settings, TrialContext bench)
      throws BadFileException, InterruptedException, IOException {
    HandModel model = HandModel.open(HandModel.SHIPPED);
    List<String> known = model.network().config().styleNames();
    List<Hand> hands =
        InkCorpus.read(settings.hands()).hands().stream()
            .filter(hand -> known.contains(hand.name()))
            .toList();
    RandomGenerator random = Randomness.of(bench.seed());
    SurpriseRanks ranks = new SurpriseRanks();
    for (int i = 0; i < hands.size(); i++) {
      bench.reach((double) i / hands.size(), "");
      Hand hand = hands.get(i);
      LineComposer composer = new LineComposer(hand, HandVariation.natural(), PenEncoding.SPACING);
      try (InkSurprise reader = new InkSurprise(model, hand.name(), null)) {
        for (String text : HeldOutText.sentences(settings.lines())) {
          ComposedLine line =
              composer.compose(Characters.substituted(text, hand.characters()), random);
          Handwriting ink = line.handwriting();
          int count = ink.strokes().size();
          if (count >= FEWEST_STROKES) {
            int odd = random.nextInt(1, count - 1);
            ranks.add(reader.strokes(displaced(ink, odd, random), line.text()), odd);
          }
        }
      }
    }
    return outcome(ranks);
  }

  private static Handwriting displaced(Handwriting ink, int odd, RandomGenerator random) {
    double angle = random.nextDouble(2 * Math.PI);
    double way = random.nextDouble(NEAREST, FARTHEST);
    double dx = way * StrictMath.cos(angle);
    double dy = way * StrictMath.sin(angle);
    List<Stroke> strokes = new ArrayList<>(ink.strokes());
    strokes.set(
        odd,
        new Stroke(
            strokes.get(odd).points().stream()
                .map(point -> point.moved(point.x() + dx, point.y() + dy))
                .toList()));
    return ink.withStrokes(strokes);
  }

  @Override
  public byte[] picture(SurpriseSettings settings, Results results) {
    List<String> kinds = trials(settings).stream().map(trial -> trial.labels().get(0)).toList();
    return BarChart.svg(
        "How often what is odd surprises most",
        "what is odd",
        "share",
        kinds,
        List.of(bars("the network", kinds, results, 1), bars("chance", kinds, results, 2)));
  }

  private static BarChart.Bars bars(String name, List<String> kinds, Results results, int measure) {
    return new BarChart.Bars(
        name,
        kinds.stream()
            .map(kind -> results.figure(List.of(kind), measure).map(Spread::mean).orElse(0.0))
            .map(share -> Double.isNaN(share) ? 0 : share)
            .toList());
  }
}
