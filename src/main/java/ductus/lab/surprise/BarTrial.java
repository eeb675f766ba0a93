package ductus.lab.surprise;

import ductus.analysis.surprise.TuneSurprise;
import ductus.corpus.Corpus;
import ductus.corpus.Piece;
import ductus.file.BadFileException;
import ductus.file.ShippedCorpora;
import ductus.lab.result.Outcome;
import ductus.lab.trial.TrialContext;
import ductus.math.Randomness;
import ductus.metric.baseline.TokenBaseline;
import ductus.model.Encoding;
import ductus.model.Sequence;
import ductus.music.Bar;
import ductus.music.Melody;
import ductus.task.music.evaluation.MelodyCounts;
import ductus.task.music.kind.MelodyKind;
import ductus.task.music.kind.MusicPiece;
import ductus.task.music.model.MusicModel;
import ductus.task.music.model.MusicModels;
import ductus.task.music.piece.MusicCorpus;
import ductus.task.music.request.MusicTrainingConfig.Keys;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** One bar of a melody is made odd: is it the one that surprises most? */
final class BarTrial {
  private static final MelodyKind KIND = new MelodyKind();
  private static final String MODEL = "folk";

  private BarTrial() {}

  /** Melodies in the key in which the model reads. */
  private record Tunes(List<Melody> learned, List<Melody> others) {}

  static Outcome run(OddBar kind, SurpriseSettings settings, Judge judge, TrialContext bench)
      throws BadFileException, InterruptedException, IOException {
    MusicModel<Melody> model = MusicModels.open(MODEL, KIND);
    Tunes tunes = tunes(model, settings);
    RandomGenerator random = Randomness.of(bench.seed());
    SurpriseRanks ranks = new SurpriseRanks();
    try (TuneSurprise<Melody> reader = new TuneSurprise<>(model, 1)) {
      Function<Melody, List<Double>> surprise = surprise(reader, judge, model, tunes.learned());
      for (int i = 0; i < tunes.others().size(); i++) {
        bench.reach((double) i / tunes.others().size(), "");
        Melody tune = tunes.others().get(i);
        List<Bar> bars = tune.bars();
        for (int n = 0; n < settings.bars() && bars.size() > 2; n++) {
          int odd = random.nextInt(1, bars.size() - 1);
          if (OddBar.isClosed(tune, bars.get(odd))) {
            Optional<Melody> made = kind.make(tune, odd, tunes.others(), random);
            if (made.isPresent()) {
              ranks.add(surprise.apply(made.get()), odd);
            }
          }
        }
      }
    }
    return ranks.outcome();
  }

  /** How much each bar of a tune surprises a judge. */
  private static Function<Melody, List<Double>> surprise(
      TuneSurprise<Melody> reader, Judge judge, MusicModel<Melody> model, List<Melody> learned) {
    return switch (judge) {
      case NETWORK -> reader::bars;
      case RULE -> {
        TokenBaseline counts = counts(model, learned);
        yield tune -> {
          Sequence sequence = reader.sequence(tune);
          return reader.bars(sequence, counts.nats(sequence));
        };
      }
    };
  }

  private static TokenBaseline counts(MusicModel<Melody> model, List<Melody> learned) {
    TokenBaseline counts = MelodyCounts.barAware();
    Encoding<Melody> encoding = model.encoding();
    for (Melody tune : learned) {
      for (Melody form : KIND.forms(tune, model.keys())) {
        counts.add(encoding.encode(form));
      }
    }
    return counts;
  }

  private static Tunes tunes(MusicModel<Melody> model, SurpriseSettings settings)
      throws BadFileException, IOException {
    Corpus<MusicPiece<Melody>> corpus =
        Corpus.read(
            ShippedCorpora.resolve(settings.tunes()),
            MusicCorpus.files(KIND),
            1,
            (done, all) -> {});
    Tunes tunes = new Tunes(new ArrayList<>(), new ArrayList<>());
    Set<String> learned = new HashSet<>(model.file().header().pieces());
    for (Piece<MusicPiece<Melody>> piece : corpus.pieces()) {
      (learned.contains(piece.hash()) ? tunes.learned() : tunes.others())
          .add(KIND.forms(piece.value().music(), Keys.COMMON).get(0));
    }
    return tunes;
  }
}
