package ductus.task.music.kind;

import ductus.corpus.Corpus;
import ductus.corpus.ScoreFile;
import ductus.file.BadFileException;
import ductus.generate.Constraint;
import ductus.generate.Sampling;
import ductus.model.Encoding;
import ductus.music.Melody;
import ductus.music.Score;
import ductus.music.ScoreHash;
import ductus.music.encoding.MelodyVocabulary;
import ductus.music.finding.Dance;
import ductus.music.render.PianoRoll;
import ductus.music.statistics.NoteLine;
import ductus.task.music.request.BarRange;
import ductus.task.music.request.MusicRequest;
import ductus.task.music.request.MusicTrainingConfig;
import ductus.task.music.request.PieceOverview;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One way to learn from files of music and to make new pieces: what is read of a file, how it is
 * encoded, what it sounds like. Immutable.
 *
 * @param <T> the kind of piece
 */
public interface MusicKind<T> {
  /** Pieces as tokens, with side features and grammar; its name is the kind's. */
  Encoding<T> encoding();

  /** The name of this kind for people, such as {@code Tunes with chords}. */
  String words();

  /** The settings of a training run where nothing is asked for; the folder is missing in them. */
  MusicTrainingConfig recipe();

  /**
   * Finds what a score holds for this kind.
   *
   * @throws IllegalArgumentException if it holds nothing; the message says why
   */
  T find(Score score);

  /**
   * The pieces to learn from in place of one: transposed, cut into parts, stretched ..., as suits
   * the kind. Each can be encoded.
   *
   * @param keys all: in every form that makes sense; common: in one key, where the kind has keys;
   *     own: as it stands, at most cut
   */
  List<T> forms(T piece, MusicTrainingConfig.Keys keys);

  /**
   * A piece as a score.
   *
   * @param program General MIDI program, 0 to 127, where the kind has one instrument and leaves it
   *     open
   */
  Score score(T piece, int program);

  /** A piece as the score that is asked for, with what a request adds to it. */
  default Score score(T piece, MusicRequest request) {
    return score(piece, request.program());
  }

  /** Whether pieces are of one instrument, which can be chosen. */
  default boolean leavesInstrumentOpen() {
    return true;
  }

  /** The overview of a piece: what one says of it in a line. */
  default PieceOverview outline(T piece) {
    return PieceOverview.of(score(piece, MusicRequest.PIANO));
  }

  /** A picture of a piece as SVG. */
  default byte[] svg(T piece, int program, String title) {
    return PianoRoll.svg(score(piece, program), title);
  }

  /** Whether a piece is also written as a text in JFugue's notation. */
  default boolean hasText() {
    return false;
  }

  /** The notes of a piece one after another, whose runs tell what is copied. */
  default NoteLine line(T piece) {
    return NoteLine.of(score(piece, MusicRequest.PIANO));
  }

  /** The tune of a piece, by which its versions are known; empty where it is not one of a tune. */
  default Optional<Melody> tune(T piece) {
    return Optional.empty();
  }

  /**
   * What tells how much of a piece is copied, where that is not its {@link #line}: of music that
   * has no one line, what there is at each step of its grid.
   */
  default Optional<NoteLine> moments(T piece) {
    return Optional.empty();
  }

  /**
   * Grid steps of all voices together that a piece's tokens tell, so that their nats can be
   * compared with those of other encodings of the same voices; 0 where the kind has no voices on a
   * grid.
   */
  default long voiceSteps(T piece) {
    return 0;
  }

  /**
   * What tells how much of an accompaniment is copied, beside the {@link #line}: its strokes one
   * after another.
   */
  default Optional<NoteLine> figures(T piece) {
    return Optional.empty();
  }

  /** Whether a token may add a note to the {@link #line} of a piece that is drawn. */
  default boolean mayAddToLine(int token) {
    return true;
  }

  /**
   * How many notes in a row may not stand in the training pieces where nothing is asked for; 0 for
   * no such guard.
   */
  default int usualNovelty() {
    return 0;
  }

  /**
   * How many pieces are followed side by side, of which the likeliest is kept, where nothing is
   * asked for; 0 to draw a single one.
   */
  default int usualBeam() {
    return 0;
  }

  /**
   * How many of a piece's tokens say what it is to be, before its notes: a beam takes them as they
   * are drawn, since the likeliest form is always the same; 1, the start, where there are none.
   */
  default int planned(int[] tokens) {
    return 1;
  }

  /**
   * What anybody hears to be wrong with a new piece, counted: an end away from home, a tune that
   * stands still; 0 of a piece to keep.
   */
  default int faults(T piece) {
    return 0;
  }

  /** How many drafts of a piece are made at most, until one has no faults. */
  default int usualDrafts() {
    return 1;
  }

  /** Most bars that can be asked for. */
  default int mostBars() {
    return MelodyVocabulary.MOST_COUNTED_BARS;
  }

  /** Whether pieces can be written over chords that are given. */
  default boolean takesBacking() {
    return false;
  }

  /** Whether one can ask for a form, whose strains return. */
  default boolean takesForm() {
    return false;
  }

  /** Whether one can ask for the chords that phrases end on. */
  default boolean takesCadences() {
    return false;
  }

  /** Whether a tune that is given can get an accompaniment, by {@link #accompaniment}. */
  default boolean accompanies() {
    return false;
  }

  /**
   * The opening of a piece that is the accompaniment of a tune.
   *
   * @param header what is asked of the new piece
   * @param keys in which the model learned
   * @throws IllegalArgumentException if there is no tune, or this kind accompanies none
   */
  default MusicRequest.Opening accompaniment(
      Score primer, MusicRequest.Header header, MusicTrainingConfig.Keys keys) {
    throw new IllegalArgumentException("a model of %s accompanies no tune".formatted(words()));
  }

  /** The sampling of tokens where nothing is asked for. */
  default Sampling sampling() {
    return MusicRequest.DEFAULT_SAMPLING;
  }

  /**
   * The constraints that a request puts on the tokens, beside the encoding's grammar.
   *
   * @param keys in which the model learned
   * @throws IllegalArgumentException if this kind cannot do what is asked for
   */
  List<Constraint> constraints(MusicRequest request, MusicTrainingConfig.Keys keys);

  /**
   * The tokens from which a new piece goes on after a primer, in the model's key.
   *
   * @param header what is asked of the new piece's header
   * @param keys in which the model learned
   * @throws IllegalArgumentException if one cannot go on from it; the message says why
   */
  MusicRequest.Opening opening(
      Score primer, MusicRequest.Header header, MusicTrainingConfig.Keys keys);

  /**
   * What a primer is taken for where the kind goes on from a part of it, in a line for people;
   * empty where it is taken as it stands.
   */
  default String takenFor(Score primer) {
    return "";
  }

  /**
   * The tokens of an opening that a piece is drawn behind; what is left of it, the constraints hold
   * the piece to.
   */
  default List<Integer> prompt(MusicRequest.Opening opening) {
    return opening.tokens();
  }

  /**
   * The tokens of a piece of which bars are written anew, where something in front of its bars
   * speaks of them.
   *
   * @param piece tokens of the whole piece
   * @return with {@link ductus.generate.Prompt#OPEN} for what the model draws
   */
  default int[] forFilling(int[] piece, BarRange bars) {
    return piece;
  }

  /** The piece behind its opening, from a bar line on where the kind has bars. */
  T withoutOpening(T piece, MusicRequest.Opening opening);

  /** Whether its pieces have bars that can be written anew, which {@link #barLines} finds. */
  default boolean hasBars() {
    return false;
  }

  /**
   * The places among a piece's tokens at which bars begin, and the place behind the last bar; empty
   * where the kind has no bars that could be filled.
   */
  default List<Integer> barLines(int[] tokens) {
    return List.of();
  }

  /**
   * The places among a piece's tokens at which a plan speaks of its bars, one for each from the
   * first; none where nothing is planned.
   */
  default List<Integer> barPlans(int[] tokens) {
    return List.of();
  }

  /**
   * A piece as it was asked for: a drawn one in its own key and tempo.
   *
   * @param drawn in the model's key
   * @param keys in which the model learned
   * @param number of the piece among those of the request, from 0
   */
  default T finish(T drawn, MusicRequest request, MusicTrainingConfig.Keys keys, int number) {
    return drawn;
  }

  /** A piece that has not ended after so many tokens is cut. */
  default int mostTokens() {
    return 1 << 14;
  }

  /** The tempo of a piece where its tokens do not say it, else 0. */
  default double quartersPerMinute(T piece) {
    return 0;
  }

  /** A piece of this kind, as its tokens say it, in the tempo that it had. */
  default T withTempo(T piece, double quartersPerMinute) {
    return piece;
  }

  /**
   * The pieces of a file that holds many, where the kind knows such files.
   *
   * @return empty if this is none
   * @throws BadFileException if it is broken
   */
  default Optional<Corpus<MusicPiece<T>>> sets(Path file) throws BadFileException, IOException {
    return Optional.empty();
  }

  /** Whether what a file says for this kind depends on other files beside it. */
  default boolean readsBeside(Path file) {
    return false;
  }

  /**
   * The score of a file as this kind understands it.
   *
   * @throws BadFileException if it cannot be read
   */
  default Score readScore(Path file) throws BadFileException, IOException {
    return ScoreFile.read(file);
  }

  /**
   * Reads a file.
   *
   * @throws BadFileException if it holds nothing for this kind, or what cannot be encoded
   */
  default MusicPiece<T> read(Path file) throws BadFileException, IOException {
    return piece(file, readScore(file));
  }

  /**
   * What a file's score holds, where what stands beside the file may say more than the score.
   *
   * @throws IllegalArgumentException if that is nothing for this kind; the message says why
   */
  default T find(Path file, Score score) {
    return find(score);
  }

  /**
   * Makes a piece of what a file's score holds.
   *
   * @throws BadFileException if that is nothing for this kind, or cannot be encoded
   */
  default MusicPiece<T> piece(Path file, Score score) throws BadFileException {
    try {
      T piece = find(file, score);
      encoding().encode(piece);
      String dance = Dance.of(score).map(Dance::label).orElse("");
      return new MusicPiece<>(ScoreHash.of(score), dance, piece);
    } catch (IllegalArgumentException unfit) {
      throw new BadFileException(file, String.valueOf(unfit.getMessage()));
    }
  }
}
