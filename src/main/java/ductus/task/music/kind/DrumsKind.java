package ductus.task.music.kind;

import ductus.generate.Constraint;
import ductus.generate.Prompt;
import ductus.model.Encoding;
import ductus.model.NetworkConfig;
import ductus.music.Score;
import ductus.music.TimeSignature;
import ductus.music.drums.Drum;
import ductus.music.drums.DrumHit;
import ductus.music.drums.DrumPattern;
import ductus.music.drums.DrumScore;
import ductus.music.encoding.drums.DrumsEncoding;
import ductus.music.encoding.drums.DrumsHeaderConstraint;
import ductus.music.encoding.drums.DrumsVocabulary;
import ductus.music.finding.DrumFinder;
import ductus.music.finding.DrumFinder.DrumFinding;
import ductus.music.render.DrumGrid;
import ductus.music.statistics.NoteLine;
import ductus.task.music.request.MusicRequest;
import ductus.task.music.request.MusicTrainingConfig;
import ductus.task.music.request.PieceOverview;
import ductus.train.plan.Batching;
import ductus.train.plan.LearningRate;
import ductus.train.plan.TrainingPlan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Drum patterns: nine drums on a grid, with velocity and microtiming. They have no key. */
public final class DrumsKind implements MusicKind<DrumPattern> {
  /**
   * A new pattern is at least so long where nothing is asked for; many of those learned are fills.
   */
  private static final int LEAST_BARS = 8;

  /** Bars of the parts, by turns, that long performances are cut into to be learned. */
  private static final List<Integer> PARTS = List.of(8, 16);

  private static final int LONGEST_PART = 16;
  private static final DrumsEncoding ENCODING = new DrumsEncoding();

  @Override
  public Encoding<DrumPattern> encoding() {
    return ENCODING;
  }

  @Override
  public String words() {
    return "Drum patterns";
  }

  @Override
  public MusicTrainingConfig recipe() {
    return new MusicTrainingConfig(
        new MusicTrainingConfig.CorpusConfig(
            "",
            DrumsEncoding.NAME,
            MusicTrainingConfig.Keys.OWN,
            0.1,
            "",
            // So that drums follow the tune that they are under.
            List.of("activity"),
            0),
        NetworkConfig.of(ENCODING, 64, NetworkConfig.LSTM, 1, 256, 0.3),
        TrainingPlan.of(
                12,
                1,
                new Batching(16, 128),
                new LearningRate(4e-3, 100, LearningRate.Shape.COSINE))
            .withPatience(4));
  }

  @Override
  public DrumPattern find(Score score) {
    DrumFinding finding = DrumFinder.find(score);
    return finding.pattern().orElseThrow(() -> new IllegalArgumentException(finding.refusal()));
  }

  @Override
  public List<DrumPattern> forms(DrumPattern pattern, MusicTrainingConfig.Keys keys) {
    return pattern.parts(PARTS);
  }

  @Override
  public double quartersPerMinute(DrumPattern pattern) {
    return pattern.quartersPerMinute();
  }

  @Override
  public DrumPattern withTempo(DrumPattern pattern, double quartersPerMinute) {
    return pattern.withTempo(quartersPerMinute);
  }

  @Override
  public boolean leavesInstrumentOpen() {
    return false;
  }

  @Override
  public Score score(DrumPattern pattern, int program) {
    return DrumScore.of(pattern);
  }

  @Override
  public PieceOverview outline(DrumPattern pattern) {
    return new PieceOverview(
        pattern.timeSignatures().get(0).toString(),
        null,
        pattern.bars().size(),
        pattern.hits().size());
  }

  @Override
  public byte[] svg(DrumPattern pattern, int program, String title) {
    return DrumGrid.svg(pattern, title);
  }

  /** None: strokes are no notes that go up and down, and a beat is nobody's. */
  @Override
  public NoteLine line(DrumPattern pattern) {
    return NoteLine.of(
        DrumScore.of(
            new DrumPattern(
                pattern.stepsPerQuarter(),
                pattern.steps(),
                pattern.timeSignatures(),
                pattern.quartersPerMinute(),
                List.of())));
  }

  /** Step by step, which drums are struck there, however hard and exactly when. */
  @Override
  public Optional<NoteLine> moments(DrumPattern pattern) {
    long[] shapes = new long[pattern.steps()];
    Arrays.fill(shapes, (long) pattern.stepsPerQuarter() << Drum.ALL.size());
    for (DrumHit hit : pattern.hits()) {
      shapes[hit.step()] |= 1L << Drum.ALL.indexOf(hit.drum());
    }
    return Optional.of(
        NoteLine.ofSteps(
            Collections.nCopies(shapes.length, 0), Arrays.stream(shapes).boxed().toList()));
  }

  @Override
  public boolean hasBars() {
    return true;
  }

  @Override
  public List<Integer> barLines(int[] tokens) {
    return DrumsEncoding.barLines(tokens);
  }

  @Override
  public List<Constraint> constraints(MusicRequest request, MusicTrainingConfig.Keys learned) {
    MusicRequest.Header header = request.header();
    if (header.tonic() != null || header.mode() != null || request.scale() != null) {
      throw new IllegalArgumentException("drums have no key, mode or scale, but one is asked for");
    }
    if (request.guidance().novel() > 0 || request.guidance().repetition() > 0) {
      throw new IllegalArgumentException(
          "novel and repetition judge the notes of tunes, and are not for drums");
    }
    int given = request.opening().isEmpty() ? 0 : barsOf(request.opening());
    Integer bars = request.barsWith(given, given + 1);
    int shortest = Math.max(given + 1, LEAST_BARS + request.leftOut(given));
    int longest = Math.max(shortest, LONGEST_PART + request.leftOut(given));
    return List.of(
        new DrumsHeaderConstraint(
            Optional.ofNullable(header.metre()),
            request.quartersPerMinute() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(request.quartersPerMinute()),
            bars == null ? Math.min(shortest, DrumsVocabulary.MOST_COUNTED_BARS) : bars,
            bars == null ? Math.min(longest, DrumsVocabulary.MOST_COUNTED_BARS) : bars));
  }

  @Override
  public MusicRequest.Opening opening(
      Score primer, MusicRequest.Header header, MusicTrainingConfig.Keys keys) {
    DrumPattern pattern = find(primer);
    TimeSignature metre = pattern.timeSignatures().get(0);
    if (header.metre() != null && !metre.sameMetre(header.metre())) {
      throw new IllegalArgumentException(
          "is in " + metre + ", but " + header.metre() + " is asked for");
    }
    int bars = pattern.bars().size();
    if (bars >= DrumsVocabulary.MOST_COUNTED_BARS) {
      throw new IllegalArgumentException(
          "must have %d bars at most, so that it can go on, but has %d"
              .formatted(DrumsVocabulary.MOST_COUNTED_BARS - 1, bars));
    }
    int[] tokens = ENCODING.tokens(pattern);
    List<Integer> opening = new ArrayList<>(tokens.length);
    for (int t = 0; t < tokens.length - 1; t++) {
      opening.add(t == DrumsEncoding.LENGTH_SLOT ? Prompt.OPEN : tokens[t]);
    }
    return new MusicRequest.Opening(opening, 0);
  }

  @Override
  public DrumPattern finish(
      DrumPattern drawn, MusicRequest request, MusicTrainingConfig.Keys keys, int number) {
    return request.quartersPerMinute() == 0 ? drawn : drawn.withTempo(request.quartersPerMinute());
  }

  /** The pattern from the bar on that follows the opening's last one. */
  @Override
  public DrumPattern withoutOpening(DrumPattern pattern, MusicRequest.Opening opening) {
    return opening.isEmpty() ? pattern : pattern.part(barsOf(opening), pattern.bars().size());
  }

  private static int barsOf(MusicRequest.Opening opening) {
    int[] tokens = opening.tokens().stream().mapToInt(Integer::intValue).toArray();
    if (tokens.length > DrumsEncoding.LENGTH_SLOT) {
      tokens[DrumsEncoding.LENGTH_SLOT] = DrumsVocabulary.MORE_BARS;
    }
    return ENCODING.decode(tokens, tokens.length).bars().size();
  }
}
