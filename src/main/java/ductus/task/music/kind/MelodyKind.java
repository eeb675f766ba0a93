package ductus.task.music.kind;

import ductus.generate.Constraint;
import ductus.generate.Sampling;
import ductus.model.Encoding;
import ductus.model.NetworkConfig;
import ductus.music.Melody;
import ductus.music.MelodyNote;
import ductus.music.MelodyScore;
import ductus.music.Score;
import ductus.music.TimeSignature;
import ductus.music.Transposition;
import ductus.music.encoding.FormConstraint;
import ductus.music.encoding.GivenNotesConstraint;
import ductus.music.encoding.HeaderConstraint;
import ductus.music.encoding.MelodyEncoding;
import ductus.music.encoding.MelodyEncoding.CommonKeyConstraint;
import ductus.music.encoding.MelodyEncoding.ScaleConstraint;
import ductus.music.encoding.MelodyVocabulary;
import ductus.music.encoding.OpeningConstraint;
import ductus.music.encoding.PlanConstraint;
import ductus.music.encoding.leadsheet.ChordToneConstraint;
import ductus.music.finding.MelodyFinder;
import ductus.music.finding.MelodyFinding;
import ductus.music.form.TuneFaults;
import ductus.music.leadsheet.LeadsheetScore;
import ductus.music.plan.Form;
import ductus.music.statistics.NoteLine;
import ductus.task.music.request.BarRange;
import ductus.task.music.request.MusicRequest;
import ductus.task.music.request.MusicTrainingConfig;
import ductus.task.music.request.PieceOverview;
import ductus.task.music.tune.Backing;
import ductus.task.music.tune.MelodyOpening;
import ductus.task.music.tune.TuneKeys;
import ductus.train.plan.Batching;
import ductus.train.plan.LearningRate;
import ductus.train.plan.TrainingPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Melodies: one voice on a grid. A model that learned in a common key draws in it; its tunes are
 * then moved to the key that is wanted.
 */
public final class MelodyKind implements MusicKind<Melody> {
  private static final MelodyEncoding ENCODING = new MelodyEncoding();
  private static final int VELOCITY = 90;

  /** As the network has it, without the unlikely tenth: a single wrong note is heard at once. */
  private static final Sampling SAMPLING = new Sampling(1, 0, 0.9);

  /**
   * One tune in five ends away from its keynote when it is first drawn, of people's one in eleven.
   */
  private static final int DRAFTS = 4;

  @Override
  public Encoding<Melody> encoding() {
    return ENCODING;
  }

  @Override
  public String words() {
    return "Melodies, one note at a time";
  }

  @Override
  public MusicTrainingConfig recipe() {
    return new MusicTrainingConfig(
        new MusicTrainingConfig.CorpusConfig(
            "", MelodyEncoding.NAME, MusicTrainingConfig.Keys.COMMON, 0.1, ""),
        NetworkConfig.of(ENCODING, 128, NetworkConfig.LSTM, 1, 256, 0.5),
        TrainingPlan.of(
                40,
                1,
                new Batching(8, 1024),
                new LearningRate(4e-3, 100, LearningRate.Shape.COSINE))
            .withPatience(10));
  }

  @Override
  public Sampling sampling() {
    return SAMPLING;
  }

  @Override
  public int usualDrafts() {
    return DRAFTS;
  }

  @Override
  public int faults(Melody melody) {
    return TuneFaults.endsAwayFromHome(melody) ? 1 : 0;
  }

  @Override
  public Melody find(Score score) {
    MelodyFinding finding = MelodyFinder.find(score);
    return finding.melody().orElseThrow(() -> new IllegalArgumentException(finding.refusal()));
  }

  /**
   * The forms of a melody in the keys; one whose range is too wide for another key stays in its
   * own.
   */
  @Override
  public List<Melody> forms(Melody melody, MusicTrainingConfig.Keys keys) {
    return switch (keys) {
      case ALL -> Transposition.inAllKeys(melody);
      case COMMON -> List.of(inCommonKey(melody));
      case OWN -> List.of(melody);
    };
  }

  private static Melody inCommonKey(Melody melody) {
    try {
      return Transposition.inCommonKey(melody);
    } catch (IllegalArgumentException tooWide) {
      return melody;
    }
  }

  @Override
  public double quartersPerMinute(Melody melody) {
    return melody.quartersPerMinute();
  }

  @Override
  public Melody withTempo(Melody melody, double quartersPerMinute) {
    return melody.withTempo(quartersPerMinute);
  }

  @Override
  public Score score(Melody melody, int program) {
    return MelodyScore.of(melody, program, VELOCITY);
  }

  /** With the chords that it was written over. */
  @Override
  public Score score(Melody melody, MusicRequest request) {
    return Backing.of(request)
        .map(backing -> LeadsheetScore.of(backing.beneath(melody), request.program(), VELOCITY))
        .orElseGet(() -> score(melody, request.program()));
  }

  @Override
  public PieceOverview outline(Melody melody) {
    return new PieceOverview(
        melody.timeSignatures().get(0).toString(),
        melody.key().label(),
        melody.bars().size(),
        melody.notes().size());
  }

  @Override
  public boolean hasText() {
    return true;
  }

  @Override
  public boolean takesBacking() {
    return true;
  }

  @Override
  public boolean takesForm() {
    return true;
  }

  @Override
  public Optional<Melody> tune(Melody melody) {
    return Optional.of(melody);
  }

  @Override
  public NoteLine line(Melody melody) {
    return NoteLine.of(melody);
  }

  @Override
  public boolean hasBars() {
    return true;
  }

  @Override
  public List<Integer> barLines(int[] tokens) {
    return MelodyEncoding.barLines(tokens);
  }

  @Override
  public List<Integer> barPlans(int[] tokens) {
    return IntStream.range(0, tokens.length)
        .filter(t -> MelodyVocabulary.PLAN.contains(tokens[t]))
        .boxed()
        .toList();
  }

  @Override
  public List<Constraint> constraints(MusicRequest asked, MusicTrainingConfig.Keys learned) {
    TuneKeys keys = new TuneKeys(learned);
    MusicRequest request = settled(asked);
    MusicRequest.Header header = request.header();
    boolean anew = request.opening().isEmpty();
    // One more bar than the opening fills or begins, to go on in.
    int least = anew ? 1 : bars(request.opening(), false) + 1;
    Integer bars = request.barsWith(anew ? 0 : bars(request.opening(), true), least);
    List<Constraint> constraints = new ArrayList<>();
    Integer tonic = keys.areCommon() ? null : header.tonic();
    constraints.add(
        new HeaderConstraint(
            Optional.ofNullable(header.metre()),
            tonic == null ? OptionalInt.empty() : OptionalInt.of(tonic),
            Optional.ofNullable(keys.mode(request)),
            bars == null ? least : bars,
            bars == null ? MelodyVocabulary.MOST_COUNTED_BARS : bars));
    if (keys.areCommon()) {
      constraints.add(new CommonKeyConstraint());
    }
    constraints.add(new OpeningConstraint());
    if (header.form() != null) {
      constraints.add(form(header.form(), bars));
    }
    if (!request.opening().isEmpty()) {
      constraints.add(
          GivenNotesConstraint.of(begun(request.opening()), request.opening().tokens()));
    }
    if (request.scale() != null) {
      constraints.add(new ScaleConstraint(keys.toModel(request.scale(), request)));
    }
    Backing.of(asked)
        .ifPresent(
            backing ->
                constraints.add(new ChordToneConstraint(backing.inModel(asked, keys.areCommon()))));
    if (request.guidance().novel() == 0 && request.guidance().repetition() == 0) {
      // Last. What returns could not keep from copies, nor from repeating itself.
      constraints.add(new PlanConstraint());
    }
    return constraints;
  }

  /** The request in the key of its chords, and as long as goes with them, if it has some. */
  private static MusicRequest settled(MusicRequest asked) {
    return Backing.of(asked).map(backing -> backing.settle(asked)).orElse(asked);
  }

  @Override
  public MusicRequest.Opening opening(
      Score primer, MusicRequest.Header header, MusicTrainingConfig.Keys keys) {
    return MelodyOpening.of(primer, header, keys);
  }

  /** The header: the plan depends on the length, which may be open. */
  @Override
  public List<Integer> prompt(MusicRequest.Opening opening) {
    List<Integer> tokens = opening.tokens();
    return tokens.subList(0, Math.min(tokens.size(), MelodyEncoding.LENGTH_SLOT + 1));
  }

  @Override
  public int[] forFilling(int[] piece, BarRange bars) {
    return MelodyEncoding.forFilling(piece, bars.from() - 1, bars.to());
  }

  @Override
  public Melody finish(
      Melody drawn, MusicRequest asked, MusicTrainingConfig.Keys keys, int number) {
    MusicRequest request = settled(asked);
    Melody tune = new TuneKeys(keys).toTune(drawn, request, number);
    return request.quartersPerMinute() == 0 ? tune : tune.withTempo(request.quartersPerMinute());
  }

  /** The melody from the bar on in which the first new note begins. */
  @Override
  public Melody withoutOpening(Melody melody, MusicRequest.Opening opening) {
    long given = opening.tokens().stream().filter(MelodyVocabulary::isOnset).count();
    List<MelodyNote> left = melody.notes().stream().skip(given).toList();
    int from =
        left.isEmpty()
            ? 0
            : melody.bars().stream()
                .mapToInt(bar -> (int) bar.start())
                .filter(start -> start <= left.get(0).onset())
                .max()
                .orElse(0);
    List<TimeSignature> metres = new ArrayList<>();
    for (TimeSignature metre : melody.timeSignatures()) {
      if (metre.tick() <= from) {
        metres.clear();
      }
      metres.add(
          new TimeSignature(
              Math.max(0, metre.tick() - from), metre.numerator(), metre.denominator()));
    }
    return new Melody(
        melody.stepsPerQuarter(),
        melody.steps() - from,
        metres,
        melody.key(),
        melody.quartersPerMinute(),
        left.stream()
            .map(note -> new MelodyNote(note.onset() - from, note.length(), note.pitch()))
            .toList());
  }

  /** No tune of 64 bars is longer: 6/2 on the finest grid has 144 steps a bar. */
  @Override
  public int mostTokens() {
    return 1 << 14;
  }

  private static FormConstraint form(Form form, @Nullable Integer bars) {
    int strains = form.strains().size();
    if (bars != null && bars % strains > 1) {
      throw new IllegalArgumentException(
          "bars must be a multiple of the %d strains of form %s, or one more for a pickup, but were %d"
              .formatted(strains, form.text(), bars));
    }
    return new FormConstraint(form);
  }

  /**
   * Bars of an opening, to the end of its last note.
   *
   * @param whole only those that it fills
   */
  private static int bars(MusicRequest.Opening opening, boolean whole) {
    Melody begun = begun(opening);
    int end = begun.notes().get(begun.notes().size() - 1).end();
    return (int)
        begun.bars().stream().filter(bar -> whole ? bar.end() <= end : bar.start() < end).count();
  }

  /** The melody of an opening. */
  private static Melody begun(MusicRequest.Opening opening) {
    int[] tokens = tokens(opening);
    if (tokens.length > MelodyEncoding.LENGTH_SLOT) {
      tokens[MelodyEncoding.LENGTH_SLOT] = MelodyVocabulary.MORE_BARS;
    }
    Melody begun = ENCODING.decode(tokens, tokens.length);
    if (begun.notes().isEmpty()) {
      throw new IllegalArgumentException("a tune must have a header and a note to go on from");
    }
    return begun;
  }

  private static int[] tokens(MusicRequest.Opening opening) {
    return opening.tokens().stream().mapToInt(Integer::intValue).toArray();
  }
}
