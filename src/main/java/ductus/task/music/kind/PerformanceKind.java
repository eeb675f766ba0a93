package ductus.task.music.kind;

import ductus.generate.Constraint;
import ductus.model.Encoding;
import ductus.model.NetworkConfig;
import ductus.music.Score;
import ductus.music.encoding.performance.DurationConstraint;
import ductus.music.encoding.performance.KeysConstraint;
import ductus.music.encoding.performance.PerformanceEncoding;
import ductus.music.encoding.performance.PerformanceEncoding.PerformanceScaleConstraint;
import ductus.music.performance.Performance;
import ductus.music.performance.PerformanceForms;
import ductus.music.performance.PerformanceScore;
import ductus.music.performance.PerformedNote;
import ductus.task.music.request.MusicRequest;
import ductus.task.music.request.MusicTrainingConfig;
import ductus.task.music.request.PieceOverview;
import ductus.train.plan.Batching;
import ductus.train.plan.LearningRate;
import ductus.train.plan.TrainingPlan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Piano playing in time that is free: it has neither bars nor keys. Where a number of bars is asked
 * for, each stands for two seconds, four beats at 120 a minute.
 */
public final class PerformanceKind implements MusicKind<Performance> {
  private static final PerformanceEncoding ENCODING = new PerformanceEncoding();
  private static final int STEPS_PER_BAR = 2 * Performance.STEPS_PER_SECOND;

  /** The shortest part to learn, in steps: performances are cut into parts of 20 to 40 seconds. */
  private static final int SHORTEST_PART = 20 * Performance.STEPS_PER_SECOND;

  /** A new performance lasts a minute at most where no length is asked for. */
  private static final int LONGEST = 60 * Performance.STEPS_PER_SECOND;

  /** Keys that are down at once in a new performance. */
  private static final int MOST_KEYS = 12;

  @Override
  public Encoding<Performance> encoding() {
    return ENCODING;
  }

  @Override
  public String words() {
    return "Performances, with touch and pedal";
  }

  @Override
  public MusicTrainingConfig recipe() {
    return new MusicTrainingConfig(
        new MusicTrainingConfig.CorpusConfig(
            "", PerformanceEncoding.NAME, MusicTrainingConfig.Keys.ALL, 0.1, ""),
        NetworkConfig.of(ENCODING, 128, NetworkConfig.LSTM, 1, 384, 0.2),
        TrainingPlan.of(
                4, 1, new Batching(16, 256), new LearningRate(3e-3, 100, LearningRate.Shape.COSINE))
            .withPatience(2));
  }

  @Override
  public Performance find(Score score) {
    Performance performance = PerformanceScore.read(score);
    if (performance.notes().isEmpty()) {
      throw new IllegalArgumentException("there is no note that is not of drums");
    }
    return performance;
  }

  @Override
  public List<Performance> forms(Performance performance, MusicTrainingConfig.Keys keys) {
    List<Performance> parts = PerformanceForms.parts(performance, SHORTEST_PART);
    return keys == MusicTrainingConfig.Keys.ALL
        ? parts.stream().flatMap(part -> PerformanceForms.of(part).stream()).toList()
        : parts;
  }

  @Override
  public boolean leavesInstrumentOpen() {
    return false;
  }

  @Override
  public Score score(Performance performance, int program) {
    return PerformanceScore.of(performance);
  }

  @Override
  public PieceOverview outline(Performance performance) {
    return new PieceOverview(null, null, 0, performance.notes().size());
  }

  @Override
  public List<Constraint> constraints(MusicRequest request, MusicTrainingConfig.Keys keys) {
    MusicRequest.Header header = request.header();
    if (header.metre() != null || header.tonic() != null || header.mode() != null) {
      throw new IllegalArgumentException(
          "performances have no metre and no key, but one is asked for; a scale keeps to some"
              + " notes");
    }
    if (request.quartersPerMinute() != 0) {
      throw new IllegalArgumentException("performances have no tempo, but one is asked for");
    }
    List<Constraint> constraints = new ArrayList<>();
    int given = length(request.opening());
    if (header.bars() == null) {
      constraints.add(new DurationConstraint(0, given + LONGEST));
    } else {
      int steps = header.bars() * STEPS_PER_BAR + request.leftOut(given);
      if (steps <= given) {
        throw new IllegalArgumentException(
            "bars, of 2 seconds each, must be more than the primer's %.1f but were %d"
                .formatted((double) given / STEPS_PER_BAR, header.bars()));
      }
      constraints.add(new DurationConstraint(steps, steps));
    }
    constraints.add(new KeysConstraint(MOST_KEYS));
    if (request.scale() != null) {
      constraints.add(new PerformanceScaleConstraint(request.scale()));
    }
    return constraints;
  }

  @Override
  public MusicRequest.Opening opening(
      Score primer, MusicRequest.Header header, MusicTrainingConfig.Keys keys) {
    int[] tokens = ENCODING.tokens(find(primer));
    return new MusicRequest.Opening(
        Arrays.stream(tokens).limit(tokens.length - 1L).boxed().toList(), 0);
  }

  /** The performance from the first new note on. */
  @Override
  public Performance withoutOpening(Performance performance, MusicRequest.Opening opening) {
    int given = length(opening);
    int from =
        performance.notes().stream()
            .mapToInt(PerformedNote::onset)
            .filter(onset -> onset >= given)
            .findFirst()
            .orElse(performance.length());
    return PerformanceForms.part(performance, from, Integer.MAX_VALUE);
  }

  private static int length(MusicRequest.Opening opening) {
    int[] tokens = opening.tokens().stream().mapToInt(Integer::intValue).toArray();
    return ENCODING.decode(tokens, tokens.length).performance().length();
  }
}
