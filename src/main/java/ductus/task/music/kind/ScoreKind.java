package ductus.task.music.kind;

import ductus.generate.Constraint;
import ductus.model.Encoding;
import ductus.model.NetworkConfig;
import ductus.music.Score;
import ductus.music.arrangement.Arrangement;
import ductus.music.arrangement.ArrangementForms;
import ductus.music.arrangement.ArrangementReader;
import ductus.music.arrangement.ArrangementScore;
import ductus.music.encoding.score.BarsConstraint;
import ductus.music.encoding.score.MetreConstraint;
import ductus.music.encoding.score.ScoreEncoding;
import ductus.music.encoding.score.ScoreEncoding.ScoreScaleConstraint;
import ductus.music.encoding.score.UnisonConstraint;
import ductus.task.music.request.MusicRequest;
import ductus.task.music.request.MusicTrainingConfig;
import ductus.task.music.request.PieceOverview;
import ductus.train.plan.Batching;
import ductus.train.plan.LearningRate;
import ductus.train.plan.TrainingPlan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Whole scores: all instruments, in any metre. They are learned without a key. */
public final class ScoreKind implements MusicKind<Arrangement> {
  private static final ScoreEncoding ENCODING = new ScoreEncoding();

  /** Bars of the parts that long pieces are cut into to be learned. */
  private static final int PART = 32;

  private static final int MOST_BARS = 512;

  @Override
  public Encoding<Arrangement> encoding() {
    return ENCODING;
  }

  @Override
  public String words() {
    return "Scores of several parts";
  }

  @Override
  public MusicTrainingConfig recipe() {
    return new MusicTrainingConfig(
        new MusicTrainingConfig.CorpusConfig(
            "", ScoreEncoding.NAME, MusicTrainingConfig.Keys.ALL, 0.1, ""),
        NetworkConfig.of(ENCODING, 128, NetworkConfig.LSTM, 1, 384, 0.3),
        TrainingPlan.of(
                4, 1, new Batching(16, 256), new LearningRate(3e-3, 100, LearningRate.Shape.COSINE))
            .withPatience(2));
  }

  @Override
  public Arrangement find(Score score) {
    Arrangement arrangement = ArrangementReader.read(score);
    if (arrangement.notes().isEmpty()) {
      throw new IllegalArgumentException("there is no note");
    }
    return arrangement;
  }

  @Override
  public List<Arrangement> forms(Arrangement arrangement, MusicTrainingConfig.Keys keys) {
    List<Arrangement> parts =
        ArrangementForms.parts(arrangement, PART).stream()
            .filter(part -> !part.notes().isEmpty())
            .toList();
    return keys == MusicTrainingConfig.Keys.ALL
        ? parts.stream().flatMap(part -> ArrangementForms.of(part).stream()).toList()
        : parts;
  }

  @Override
  public boolean leavesInstrumentOpen() {
    return false;
  }

  @Override
  public Score score(Arrangement arrangement, int program) {
    return ArrangementScore.of(arrangement);
  }

  @Override
  public PieceOverview outline(Arrangement arrangement) {
    return new PieceOverview(
        arrangement.metres().get(0).toString(),
        null,
        ArrangementForms.barLines(arrangement).size(),
        arrangement.notes().size());
  }

  @Override
  public List<Constraint> constraints(MusicRequest request, MusicTrainingConfig.Keys keys) {
    MusicRequest.Header header = request.header();
    if (header.tonic() != null || header.mode() != null) {
      throw new IllegalArgumentException(
          "scores are learned without a key, but one is asked for; a scale keeps to its notes");
    }
    List<Constraint> constraints = new ArrayList<>();
    if (header.metre() != null && request.opening().isEmpty()) {
      constraints.add(new MetreConstraint(header.metre()));
    }
    int given = request.opening().isEmpty() ? 0 : bars(request.opening());
    Integer bars = request.barsWith(given, given + 1);
    constraints.add(
        bars == null
            ? new BarsConstraint(given + 1, Math.max(given + 1, MOST_BARS))
            : new BarsConstraint(bars, bars));
    constraints.add(new UnisonConstraint());
    if (request.scale() != null) {
      constraints.add(new ScoreScaleConstraint(request.scale()));
    }
    return constraints;
  }

  @Override
  public MusicRequest.Opening opening(
      Score primer, MusicRequest.Header header, MusicTrainingConfig.Keys keys) {
    Arrangement arrangement = find(primer);
    if (header.metre() != null && !arrangement.metres().get(0).sameMetre(header.metre())) {
      throw new IllegalArgumentException(
          "is in " + arrangement.metres().get(0) + ", but " + header.metre() + " is asked for");
    }
    int[] tokens = ENCODING.tokens(arrangement);
    return new MusicRequest.Opening(
        Arrays.stream(tokens).limit(tokens.length - 1L).boxed().toList(), 0);
  }

  /** The score in the tempo that is asked for; later changes keep their proportion to the first. */
  @Override
  public Arrangement finish(
      Arrangement drawn, MusicRequest request, MusicTrainingConfig.Keys keys, int number) {
    if (request.quartersPerMinute() == 0) {
      return drawn;
    }
    double speed = request.quartersPerMinute() / drawn.tempos().get(0).quartersPerMinute();
    return ArrangementForms.changed(drawn, 0, speed, 0);
  }

  /** The score from the bar on that follows the opening's last one. */
  @Override
  public Arrangement withoutOpening(Arrangement arrangement, MusicRequest.Opening opening) {
    List<Integer> lines = ArrangementForms.barLines(arrangement);
    int given = opening.isEmpty() ? 0 : bars(opening);
    int from = given < lines.size() ? lines.get(given) : arrangement.end();
    return ArrangementForms.part(arrangement, from, Integer.MAX_VALUE);
  }

  private static int bars(MusicRequest.Opening opening) {
    int[] tokens = opening.tokens().stream().mapToInt(Integer::intValue).toArray();
    return ArrangementForms.barLines(ENCODING.decode(tokens, tokens.length).arrangement()).size();
  }
}
