package ductus.studio.collection;

import ductus.corpus.ScoreFile;
import ductus.file.BadFileException;
import ductus.music.Bar;
import ductus.music.Score;
import ductus.music.TempoMap;
import ductus.music.TimeSignature;
import ductus.task.music.request.PieceOverview;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * A score as the page draws and plays it.
 *
 * @param outline in a line
 * @param seconds its length
 * @param bars seconds at which each bar begins
 * @param beats seconds at which each beat of a metronome falls
 * @param voices who plays
 * @param notes by onset
 */
public record PianoRollView(
    PieceOverview outline,
    double seconds,
    List<Double> bars,
    List<Double> beats,
    List<ScoreVoice> voices,
    List<Sounding> notes) {
  private static final int MOST_BARS = 2000;
  private static final int MOST_NOTES = 20_000;

  /**
   * A note.
   *
   * @param start seconds
   * @param end seconds
   * @param pitch MIDI key number
   * @param velocity 1 to 127
   * @param voice number of its voice, from 0
   * @param drum whether it is a drum stroke
   */
  public record Sounding(
      double start, double end, int pitch, int velocity, int voice, boolean drum) {}

  /** Reads the view of a MIDI, ABC or MusicXML file. */
  public static PianoRollView read(Path file) throws BadFileException, IOException {
    return of(ScoreFile.read(file));
  }

  /** The view of a score. */
  public static PianoRollView of(Score score) {
    TempoMap tempo = new TempoMap(score);
    List<ScoreVoice> voices = ScoreVoice.of(score);
    List<TimeSignature> metres = score.timeSignatures();
    List<Bar> bars = Bar.layOut(metres, score.ticksPerQuarter(), score.length(), MOST_BARS);
    return new PianoRollView(
        PieceOverview.of(score),
        tempo.seconds(score.length()),
        bars.stream().map(bar -> round(tempo.seconds(bar.start()))).toList(),
        bars.stream()
            .flatMap(bar -> beats(bar, score.ticksPerQuarter()))
            .map(tick -> round(tempo.seconds(tick)))
            .toList(),
        voices,
        score.notes().stream()
            .limit(MOST_NOTES)
            .map(
                note ->
                    new Sounding(
                        round(tempo.seconds(note.onset())),
                        round(tempo.seconds(note.end())),
                        note.pitch(),
                        note.velocity(),
                        ScoreVoice.numberOf(note, voices),
                        note.isDrum()))
            .toList());
  }

  /** Ticks of the beats of a bar. */
  private static Stream<Long> beats(Bar bar, int ticksPerQuarter) {
    double beat = bar.metre().quartersPerBeat() * ticksPerQuarter;
    return DoubleStream.iterate((double) bar.start(), at -> at < bar.end() - 1, at -> at + beat)
        .mapToObj(Math::round);
  }

  /** Rounds seconds to a tenth of a millisecond. */
  private static double round(double seconds) {
    return Math.round(seconds * 1e4) / 1e4;
  }
}
