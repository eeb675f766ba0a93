package ductus.api;

import ductus.corpus.ScoreFile;
import ductus.file.AtomicFile;
import ductus.file.BadFileException;
import ductus.music.Note;
import ductus.music.Score;
import ductus.music.TempoChange;
import ductus.music.TextEvent;
import ductus.music.TimeSignature;
import ductus.music.musicstring.PrimerText;
import ductus.music.musicstring.ScoreMidi;
import ductus.music.render.PianoRoll;
import ductus.task.music.request.PieceOverview;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A piece of music: composed, read from a file, or made of one's own notes. Immutable.
 *
 * <pre>{@code
 * Tune phrase = Tune.parse("D5q F#5q A5h");
 * Tune played = Tune.of(List.of(new Tune.Tone(0, 1, 62, 80), new Tune.Tone(1, 1, 66, 80)), "4/4", 120);
 * }</pre>
 */
public final class Tune {
  private static final int TICKS_PER_QUARTER = ScoreMidi.TICKS_PER_QUARTER;

  private final Score score;
  private final PieceOverview overview;
  private final Supplier<byte[]> picture;

  Tune(Score score, PieceOverview overview, Supplier<byte[]> picture) {
    this.score = score;
    this.overview = overview;
    this.picture = picture;
  }

  private Tune(Score score, String title) {
    this(score, PieceOverview.of(score), () -> PianoRoll.svg(score, title));
  }

  /**
   * A note as it sounds.
   *
   * @param onset quarter notes from the beginning
   * @param duration quarter notes
   * @param pitch MIDI key number, 0 to 127; 60 is middle C
   * @param velocity of the key's stroke, 1 to 127
   */
  public record Tone(double onset, double duration, int pitch, int velocity) {
    public Tone {
      if (!(onset >= 0 && duration >= 0) || Double.isInfinite(onset + duration)) {
        throw new IllegalArgumentException(
            "onset and duration must be 0 or more but were " + onset + " and " + duration);
      }
    }
  }

  /**
   * Reads a file of MIDI, ABC or MusicXML.
   *
   * @throws BadFileException if it cannot be used as it stands
   */
  public static Tune read(Path file) throws BadFileException, IOException {
    return new Tune(ScoreFile.read(file), String.valueOf(file.getFileName()));
  }

  /**
   * A tune in JFugue's notation, where {@code C5} is middle C, such as {@code C5q D5q E5h}.
   *
   * @throws IllegalArgumentException if it is not understood; the message names the token
   */
  public static Tune parse(String notes) {
    return new Tune(PrimerText.parse(notes), notes);
  }

  /**
   * A tune of tones, to the nearest of 480 ticks a quarter note.
   *
   * @param metre such as {@code 4/4}
   * @param tempo quarter notes a minute
   * @throws IllegalArgumentException if there are none, or one is out of its range
   */
  public static Tune of(List<Tone> tones, String metre, double tempo) {
    if (tones.isEmpty()) {
      throw new IllegalArgumentException("a tune must have a tone but had none");
    }
    List<Note> notes = tones.stream().map(Tune::note).sorted(Note.ORDER).toList();
    Score score =
        new Score(
            TICKS_PER_QUARTER,
            notes.stream().mapToLong(Note::end).max().orElseThrow(),
            notes,
            List.of(new TempoChange(0, (int) Math.round(60e6 / tempo))),
            List.of(TimeSignature.parse(metre)),
            List.of(),
            List.of(),
            List.of(),
            List.of(new TextEvent(0, 0, TextEvent.Kind.TRACK_NAME, Score.MELODY_TRACK)));
    return new Tune(score, "Tune");
  }

  private static Note note(Tone tone) {
    long onset = Math.round(tone.onset() * TICKS_PER_QUARTER);
    long end = Math.round((tone.onset() + tone.duration()) * TICKS_PER_QUARTER);
    return new Note(onset, end - onset, tone.pitch(), tone.velocity(), 0, 0);
  }

  /** The tones of all voices, by onset, then pitch. */
  public List<Tone> tones() {
    double quarter = score.ticksPerQuarter();
    return score.notes().stream()
        .map(
            note ->
                new Tone(
                    note.onset() / quarter,
                    note.duration() / quarter,
                    note.pitch(),
                    note.velocity()))
        .sorted(Comparator.comparingDouble(Tone::onset).thenComparingInt(Tone::pitch))
        .toList();
  }

  /** The key, such as {@code D dorian}, where it is known. */
  public Optional<String> key() {
    return Optional.ofNullable(overview.key());
  }

  /** The metre of the first bar, such as {@code 6/8}, where the music has bars. */
  public Optional<String> metre() {
    return Optional.ofNullable(overview.metre());
  }

  /** Number of bars; 0 where the music has none. */
  public int bars() {
    return overview.bars();
  }

  /** The tempo at the beginning, in quarter notes a minute. */
  public double tempo() {
    return score.tempos().isEmpty()
        ? new TempoChange(0, TempoChange.DEFAULT_MICROSECONDS_PER_QUARTER).quartersPerMinute()
        : score.tempos().get(0).quartersPerMinute();
  }

  /** The bytes of a standard MIDI file. */
  public byte[] midi() {
    return ScoreMidi.bytes(score);
  }

  /** A picture as SVG: a sheet of music where the kind of music has one, else a piano roll. */
  public byte[] svg() {
    return picture.get();
  }

  /** Writes a MIDI file, whole or not at all; makes its folder if it is missing. */
  public void writeMidi(Path file) throws IOException {
    AtomicFile.makeFolderOf(file);
    AtomicFile.write(file, midi());
  }

  Score score() {
    return score;
  }

  /** The tune in a line, for people. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s, %s, %d bars, %d notes",
        key().orElse("no key"),
        metre().orElse("no metre"),
        bars(),
        score.notes().size());
  }
}
