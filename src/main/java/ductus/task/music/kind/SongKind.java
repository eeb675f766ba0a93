package ductus.task.music.kind;

import ductus.corpus.ScoreFile;
import ductus.file.BadFileException;
import ductus.generate.Constraint;
import ductus.generate.Sampling;
import ductus.model.Encoding;
import ductus.model.NetworkConfig;
import ductus.music.Melody;
import ductus.music.Score;
import ductus.music.TimeSignature;
import ductus.music.Transposition;
import ductus.music.beat.BeatAnnotations;
import ductus.music.beat.BeatFile;
import ductus.music.encoding.song.GivenSongConstraint;
import ductus.music.encoding.song.SongBackingConstraint;
import ductus.music.encoding.song.SongEncoding;
import ductus.music.encoding.song.SongHeaderConstraint;
import ductus.music.encoding.song.SongHomeConstraint;
import ductus.music.encoding.song.SongReturnConstraint;
import ductus.music.encoding.song.SongVocabulary;
import ductus.music.leadsheet.LeadsheetFaults;
import ductus.music.song.PianoStroke;
import ductus.music.song.Song;
import ductus.music.song.SongFinder;
import ductus.music.song.SongParts;
import ductus.music.song.SongScore;
import ductus.music.statistics.NoteLine;
import ductus.task.music.request.MusicRequest;
import ductus.task.music.request.MusicTrainingConfig;
import ductus.task.music.request.PieceOverview;
import ductus.task.music.tune.Backing;
import ductus.task.music.tune.TuneKeys;
import ductus.train.plan.Batching;
import ductus.train.plan.LearningRate;
import ductus.train.plan.TrainingPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** Songs: tune, chords and a pianist's accompaniment, with a form of sections that return. */
public final class SongKind implements MusicKind<Song> {
  /** A new song has so many bars where nothing is asked for. */
  private static final int FEWEST_BARS = 32;

  private static final int MOST_BARS = 96;

  /** A song that goes on from a primer does so for so many bars where nothing is asked for. */
  private static final int LEAST_NEW_BARS = 8;

  /** Runs of so many notes of the tune are those of the training pieces only by intent. */
  private static final int USUAL_NOVELTY = 12;

  /** Leaves out the long tail of leaps and keys that are a little likely, and wrong. */
  private static final Sampling SAMPLING = new Sampling(1, 0, 0.95);

  private static final int VELOCITY = 96;
  private static final int LONGEST_GAP = 31;
  private static final int GAP_BITS = 5;
  private static final int SHAPE_BITS = 58;
  private static final SongEncoding ENCODING = new SongEncoding();

  /** One song in eight has hardly a tune when it is first drawn. */
  private static final int DRAFTS = 6;

  /** A song in which nobody sings in more than so many of its bars has hardly a tune. */
  private static final double MOST_SILENT_BARS = 0.6;

  @Override
  public Encoding<Song> encoding() {
    return ENCODING;
  }

  @Override
  public String words() {
    return "Songs with a piano";
  }

  @Override
  public MusicTrainingConfig recipe() {
    return new MusicTrainingConfig(
        new MusicTrainingConfig.CorpusConfig(
            "", SongEncoding.NAME, MusicTrainingConfig.Keys.COMMON, 0.1, ""),
        NetworkConfig.of(ENCODING, 128, NetworkConfig.LSTM, 1, 384, 0.3),
        TrainingPlan.of(
                16,
                1,
                new Batching(16, 256),
                // A batch is sixteen whole songs, and so about sixteen updates.
                new LearningRate(3e-3, 10, LearningRate.Shape.COSINE))
            .withPatience(4));
  }

  @Override
  public int usualDrafts() {
    return DRAFTS;
  }

  @Override
  public int faults(Song song) {
    double silent = LeadsheetFaults.silentBars(song.leadsheet().melody());
    return silent > MOST_SILENT_BARS ? 1 : 0;
  }

  @Override
  public Sampling sampling() {
    return SAMPLING;
  }

  @Override
  public boolean readsBeside(Path file) {
    return BeatFile.isBeside(file);
  }

  /** The score of a file, on the beats that stand beside it if there are any. */
  @Override
  public Score readScore(Path file) throws BadFileException, IOException {
    return BeatAnnotations.beside(file, ScoreFile.read(file));
  }

  @Override
  public Song find(Score score) {
    Song song = SongFinder.find(score);
    if (song.bars().size() > SongVocabulary.MOST_BARS) {
      throw new IllegalArgumentException(
          "it has %d bars, more than %d".formatted(song.bars().size(), SongVocabulary.MOST_BARS));
    }
    if (!SongVocabulary.canMove(song)) {
      throw new IllegalArgumentException("its tune spans more than four octaves");
    }
    return song;
  }

  /** The song in the keys, a long one cut where sections begin. */
  @Override
  public List<Song> forms(Song song, MusicTrainingConfig.Keys keys) {
    return SongParts.cut(song).stream().flatMap(part -> inKeys(part, keys).stream()).toList();
  }

  private static List<Song> inKeys(Song song, MusicTrainingConfig.Keys keys) {
    return switch (keys) {
      case OWN -> List.of(song);
      case COMMON -> List.of(to(song, commonTonic(song)));
      case ALL -> IntStream.range(0, 12).mapToObj(tonic -> to(song, tonic)).toList();
    };
  }

  private static int commonTonic(Song song) {
    return Transposition.commonTonic(song.leadsheet().melody().key().mode());
  }

  /** Semitones that a song goes to another tonic: the nearest way that its tune can go. */
  private static int way(Song song, int tonic) {
    int nearest = nearest(tonic - song.leadsheet().melody().key().tonic());
    return IntStream.of(nearest, nearest - 12, nearest + 12)
        .filter(semitones -> SongVocabulary.canSay(song, semitones))
        .boxed()
        .min(Comparator.comparingInt(Math::abs))
        .orElse(nearest);
  }

  private static Song to(Song song, int tonic) {
    return song.transpose(way(song, tonic));
  }

  private static int nearest(int semitones) {
    int up = Math.floorMod(semitones, 12);
    return up > 6 ? up - 12 : up;
  }

  @Override
  public double quartersPerMinute(Song song) {
    return song.leadsheet().melody().quartersPerMinute();
  }

  @Override
  public Song withTempo(Song song, double quartersPerMinute) {
    return song.withTempo(quartersPerMinute);
  }

  @Override
  public Score score(Song song, int program) {
    return SongScore.of(song, program, VELOCITY);
  }

  @Override
  public PieceOverview outline(Song song) {
    Melody melody = song.leadsheet().melody();
    return new PieceOverview(
        melody.timeSignatures().get(0).toString(),
        melody.key().label(),
        song.bars().size(),
        score(song, MusicRequest.PIANO).notes().size());
  }

  @Override
  public Optional<Melody> tune(Song song) {
    return Optional.of(song.leadsheet().melody());
  }

  /** The notes of the tune; what the piano does is counted apart. */
  @Override
  public NoteLine line(Song song) {
    return NoteLine.of(song.leadsheet().melody());
  }

  /**
   * The strokes of the piano: what is struck above the lowest key, and when the next one comes; so
   * figures count as copied in any key and over any chord.
   */
  @Override
  public Optional<NoteLine> figures(Song song) {
    List<Integer> lowest = new ArrayList<>();
    List<Long> shapes = new ArrayList<>();
    for (int i = 0; i < song.piano().size(); i++) {
      PianoStroke stroke = song.piano().get(i);
      int next = i + 1 < song.piano().size() ? song.piano().get(i + 1).step() : song.steps();
      int bottom = stroke.keys().get(0).pitch();
      long shape = Math.min(next - stroke.step(), LONGEST_GAP);
      for (PianoStroke.PianoKey key : stroke.keys()) {
        int above = key.pitch() - bottom;
        shape |= above < SHAPE_BITS ? 1L << (above + GAP_BITS) : 0;
      }
      lowest.add(bottom);
      shapes.add(shape);
    }
    return Optional.of(NoteLine.ofSteps(lowest, shapes));
  }

  @Override
  public int mostBars() {
    return SongParts.MOST_BARS;
  }

  @Override
  public boolean takesBacking() {
    return true;
  }

  @Override
  public boolean accompanies() {
    return true;
  }

  @Override
  public boolean mayAddToLine(int token) {
    return SongVocabulary.isTuneNote(token);
  }

  @Override
  public int usualNovelty() {
    return USUAL_NOVELTY;
  }

  /** The start: what is given is held to by the constraints, wherever it stands. */
  @Override
  public List<Integer> prompt(MusicRequest.Opening opening) {
    return opening.tokens().subList(0, 1);
  }

  @Override
  public List<Constraint> constraints(MusicRequest asked, MusicTrainingConfig.Keys learned) {
    if (asked.scale() != null) {
      throw new IllegalArgumentException(
          "--scale is not for models of songs, whose chords leave it: ask for a --key");
    }
    Optional<Backing> backing = Backing.of(asked);
    if (backing.isPresent() && !asked.opening().isEmpty()) {
      throw new IllegalArgumentException(
          "a song has either chords that are given or a primer: leave out --backing or --primer");
    }
    boolean common = learned == MusicTrainingConfig.Keys.COMMON;
    MusicRequest request = settled(asked);
    List<Constraint> constraints =
        new ArrayList<>(request.opening().isEmpty() ? anew(request, common) : given(request));
    backing.ifPresent(
        chords ->
            constraints.add(
                new SongBackingConstraint(common ? chords.inCommonKey() : chords.chords())));
    if (request.opening().isEmpty() || GivenSongConstraint.goesOn(request.opening().tokens())) {
      constraints.add(new SongReturnConstraint());
      constraints.add(new SongHomeConstraint());
    }
    return constraints;
  }

  /** The request in the key of its chords, and as long as goes with them. */
  private static MusicRequest settled(MusicRequest asked) {
    return Backing.of(asked).map(chords -> chords.settle(asked)).orElse(asked);
  }

  private static List<Constraint> anew(MusicRequest request, boolean common) {
    MusicRequest.Header header = request.header();
    Integer bars = header.bars();
    return List.of(
        new SongHeaderConstraint(
            header.metre(),
            common ? null : header.tonic(),
            header.mode(),
            tempo(request),
            bars == null ? FEWEST_BARS : bars,
            bars == null ? MOST_BARS : bars));
  }

  /** What is given of a song, and of one that goes on its length. */
  private static List<Constraint> given(MusicRequest request) {
    List<Integer> opening = request.opening().tokens();
    int given = GivenSongConstraint.bars(opening);
    if (!GivenSongConstraint.goesOn(opening)) {
      if (request.header().bars() != null) {
        throw new IllegalArgumentException(
            "a tune that is accompanied keeps its %d bars: leave out --bars".formatted(given));
      }
      return List.of(new GivenSongConstraint(opening));
    }
    Integer bars = request.barsWith(given, given + 1);
    int least = Math.min(SongVocabulary.MOST_BARS, Math.max(given + LEAST_NEW_BARS, FEWEST_BARS));
    return List.of(
        new GivenSongConstraint(opening),
        new SongHeaderConstraint(
            null,
            null,
            null,
            OptionalDouble.empty(),
            bars == null ? least : bars,
            bars == null ? Math.max(least, MOST_BARS) : bars));
  }

  private static OptionalDouble tempo(MusicRequest request) {
    return request.quartersPerMinute() == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(request.quartersPerMinute());
  }

  /** The song up to its end, which goes on. */
  @Override
  public MusicRequest.Opening opening(
      Score primer, MusicRequest.Header header, MusicTrainingConfig.Keys keys) {
    Song song = given(primer, header);
    int[] tokens = ENCODING.tokens(inModel(song, keys));
    return new MusicRequest.Opening(GivenSongConstraint.beginning(tokens), shift(song, keys));
  }

  /** A tune, and its chords if it has some, to which the piano is to be written. */
  @Override
  public MusicRequest.Opening accompaniment(
      Score primer, MusicRequest.Header header, MusicTrainingConfig.Keys keys) {
    Song song = given(primer, header).withoutPiano();
    boolean chords = !song.leadsheet().chords().isEmpty();
    int[] tokens = ENCODING.tokens(inModel(song, keys));
    return new MusicRequest.Opening(GivenSongConstraint.tune(tokens, chords), shift(song, keys));
  }

  private Song given(Score primer, MusicRequest.Header header) {
    Song song = find(primer);
    TimeSignature metre = song.leadsheet().melody().timeSignatures().get(0);
    if (header.metre() != null && !metre.sameMetre(header.metre())) {
      throw new IllegalArgumentException(
          "is in " + metre + ", but " + header.metre() + " is asked for");
    }
    return song;
  }

  private static Song inModel(Song song, MusicTrainingConfig.Keys keys) {
    return keys == MusicTrainingConfig.Keys.COMMON ? to(song, commonTonic(song)) : song;
  }

  /** Semitones from the model's key back to the song's. */
  private static int shift(Song song, MusicTrainingConfig.Keys keys) {
    return keys == MusicTrainingConfig.Keys.COMMON ? -way(song, commonTonic(song)) : 0;
  }

  @Override
  public Song finish(Song drawn, MusicRequest asked, MusicTrainingConfig.Keys keys, int number) {
    MusicRequest request = settled(asked);
    Melody tune = drawn.leadsheet().melody();
    int tonic = new TuneKeys(keys).toTune(tune, request, number).key().tonic();
    int semitones =
        request.opening().isEmpty()
            ? nearest(tonic - tune.key().tonic())
            : request.opening().shift();
    Song song = drawn.transpose(semitones);
    return request.quartersPerMinute() == 0 ? song : song.withTempo(request.quartersPerMinute());
  }

  /** The bars behind the opening; of a tune that was given, its accompaniment. */
  @Override
  public Song withoutOpening(Song song, MusicRequest.Opening opening) {
    int given = GivenSongConstraint.bars(opening.tokens());
    int bars = song.bars().size();
    return given >= bars ? song.withoutTune() : SongParts.part(song, given, bars);
  }
}
