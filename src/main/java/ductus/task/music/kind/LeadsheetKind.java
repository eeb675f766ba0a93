package ductus.task.music.kind;

import ductus.file.BadFileException;
import ductus.generate.Constraint;
import ductus.generate.Sampling;
import ductus.model.Encoding;
import ductus.model.NetworkConfig;
import ductus.music.Melody;
import ductus.music.Score;
import ductus.music.encoding.GivenNotesConstraint;
import ductus.music.encoding.MelodyVocabulary;
import ductus.music.encoding.leadsheet.BackingConstraint;
import ductus.music.encoding.leadsheet.LeadsheetEncoding;
import ductus.music.encoding.leadsheet.TuneConstraint;
import ductus.music.harmony.ChordChange;
import ductus.music.leadsheet.Leadsheet;
import ductus.music.leadsheet.LeadsheetFaults;
import ductus.music.leadsheet.LeadsheetFinder;
import ductus.music.leadsheet.LeadsheetScore;
import ductus.music.statistics.NoteLine;
import ductus.task.music.request.BarRange;
import ductus.task.music.request.MusicRequest;
import ductus.task.music.request.MusicTrainingConfig;
import ductus.task.music.request.PieceOverview;
import ductus.task.music.tune.Backing;
import ductus.task.music.tune.MelodyOpening;
import ductus.train.plan.Batching;
import ductus.train.plan.LearningRate;
import ductus.train.plan.TrainingPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Lead sheets: tunes with a chord symbol where the chord changes. In keys they are as melodies. */
public final class LeadsheetKind implements MusicKind<Leadsheet> {
  private static final LeadsheetEncoding ENCODING = new LeadsheetEncoding();
  private static final MelodyKind TUNES = new MelodyKind();
  private static final SongKind SONGS = new SongKind();
  private static final int VELOCITY = 90;

  /** Of the least likely tokens none: a wrong chord is heard at once. */
  private static final Sampling SAMPLING = new Sampling(1, 0, 0.93);

  /** One lead sheet in five is without a fault when it is first drawn. */
  private static final int DRAFTS = 16;

  @Override
  public Encoding<Leadsheet> encoding() {
    return ENCODING;
  }

  @Override
  public String words() {
    return "Tunes with chords";
  }

  @Override
  public MusicTrainingConfig recipe() {
    return new MusicTrainingConfig(
        new MusicTrainingConfig.CorpusConfig(
            "", LeadsheetEncoding.NAME, MusicTrainingConfig.Keys.COMMON, 0.1, ""),
        NetworkConfig.of(ENCODING, 96, NetworkConfig.LSTM, 1, 256, 0.5),
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
  public int faults(Leadsheet leadsheet) {
    return LeadsheetFaults.of(leadsheet);
  }

  @Override
  public boolean readsBeside(Path file) {
    return SONGS.readsBeside(file);
  }

  /**
   * The score of a file, on the beats and with the chords that stand beside it if there are any.
   */
  @Override
  public Score readScore(Path file) throws BadFileException, IOException {
    return SONGS.readScore(file);
  }

  @Override
  public Leadsheet find(Score score) {
    LeadsheetFinder.Finding finding = LeadsheetFinder.find(score);
    return finding.leadsheet().orElseThrow(() -> new IllegalArgumentException(finding.refusal()));
  }

  /** A song with beats beside it stands on their sixteenths. */
  @Override
  public Leadsheet find(Path file, Score score) {
    return SONGS.readsBeside(file) ? SONGS.find(score).leadsheet() : find(score);
  }

  /**
   * The forms of the tune in the keys, with their chords; a tune whose range is too wide for
   * another key stays in its own.
   */
  @Override
  public List<Leadsheet> forms(Leadsheet leadsheet, MusicTrainingConfig.Keys keys) {
    return TUNES.forms(leadsheet.melody(), keys).stream().map(leadsheet::following).toList();
  }

  @Override
  public double quartersPerMinute(Leadsheet leadsheet) {
    return leadsheet.melody().quartersPerMinute();
  }

  @Override
  public Leadsheet withTempo(Leadsheet leadsheet, double quartersPerMinute) {
    return leadsheet.withTempo(quartersPerMinute);
  }

  @Override
  public Score score(Leadsheet leadsheet, int program) {
    return LeadsheetScore.of(leadsheet, program, VELOCITY);
  }

  @Override
  public PieceOverview outline(Leadsheet leadsheet) {
    return TUNES.outline(leadsheet.melody());
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
  public Optional<Melody> tune(Leadsheet leadsheet) {
    return Optional.of(leadsheet.melody());
  }

  /** The notes of the tune; chords are not counted as copied. */
  @Override
  public NoteLine line(Leadsheet leadsheet) {
    return TUNES.line(leadsheet.melody());
  }

  @Override
  public boolean hasBars() {
    return true;
  }

  @Override
  public List<Integer> barLines(int[] tokens) {
    return LeadsheetEncoding.barLines(tokens);
  }

  @Override
  public List<Integer> barPlans(int[] tokens) {
    return TUNES.barPlans(tokens);
  }

  @Override
  public List<Constraint> constraints(MusicRequest request, MusicTrainingConfig.Keys learned) {
    MusicRequest settled = settled(request);
    List<Constraint> constraints = new ArrayList<>();
    if (!request.opening().isEmpty()) {
      constraints.add(GivenNotesConstraint.ofBody(request.opening().tokens()));
    }
    Backing.of(request)
        .ifPresent(
            backing ->
                constraints.add(
                    new BackingConstraint(
                        learned == MusicTrainingConfig.Keys.COMMON
                            ? backing.inCommonKey()
                            : backing.chords())));
    // The plan is the last of these.
    TUNES
        .constraints(ofTune(settled), learned)
        .forEach(each -> constraints.add(new TuneConstraint(each)));
    return constraints;
  }

  /**
   * The request in the key of its chords, and as long as goes with them, where nothing else is
   * asked for.
   */
  private static MusicRequest settled(MusicRequest request) {
    return Backing.of(request).map(backing -> backing.settle(request)).orElse(request);
  }

  /** The opening of a melody, with the primer's chords where it has some. */
  @Override
  public MusicRequest.Opening opening(
      Score primer, MusicRequest.Header header, MusicTrainingConfig.Keys keys) {
    MusicRequest.Opening tune = TUNES.opening(primer, header, keys);
    List<ChordChange> chords =
        LeadsheetFinder.find(MelodyOpening.inMetre(primer, header))
            .leadsheet()
            .map(Leadsheet::chords)
            .orElse(List.of());
    int[] tokens =
        LeadsheetEncoding.withChords(
            tune.tokens().stream().mapToInt(Integer::intValue).toArray(),
            chords.stream()
                .map(
                    change ->
                        new ChordChange(change.step(), change.chord().transpose(-tune.shift())))
                .toList());
    return new MusicRequest.Opening(Arrays.stream(tokens).boxed().toList(), tune.shift());
  }

  @Override
  public List<Integer> prompt(MusicRequest.Opening opening) {
    return TUNES.prompt(opening);
  }

  @Override
  public int[] forFilling(int[] piece, BarRange bars) {
    return TUNES.forFilling(piece, bars);
  }

  private static MusicRequest withoutBacking(MusicRequest request) {
    return request.with(request.guidance().withoutBacking());
  }

  /** The request for the tune alone; the chords beneath it are tokens here. */
  private static MusicRequest ofTune(MusicRequest request) {
    return withoutBacking(request)
        .with(
            new MusicRequest.Opening(
                request.opening().tokens().stream()
                    .filter(token -> token < MelodyVocabulary.SIZE)
                    .toList(),
                request.opening().shift()));
  }

  @Override
  public Leadsheet finish(
      Leadsheet drawn, MusicRequest request, MusicTrainingConfig.Keys keys, int number) {
    return drawn.following(
        TUNES.finish(drawn.melody(), withoutBacking(settled(request)), keys, number));
  }

  /**
   * The tune behind the opening of a melody; the chord that sounds where it begins comes with it.
   */
  @Override
  public Leadsheet withoutOpening(Leadsheet leadsheet, MusicRequest.Opening opening) {
    Melody left = TUNES.withoutOpening(leadsheet.melody(), opening);
    int from = leadsheet.melody().steps() - left.steps();
    List<ChordChange> chords = new ArrayList<>();
    chords.add(new ChordChange(0, leadsheet.chordAt(from)));
    leadsheet.chords().stream()
        .filter(change -> change.step() > from)
        .map(change -> new ChordChange(change.step() - from, change.chord()))
        .forEach(chords::add);
    return new Leadsheet(left, chords);
  }
}
