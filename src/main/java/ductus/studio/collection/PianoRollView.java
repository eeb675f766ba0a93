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
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A score as the page draws and plays it.
 *
 * @param outline in a line
 * @param seconds its length
 * @param bars seconds at which each bar begins
 * @param notes by onset
 */
public record PianoRollView(
    PieceOverview outline, double seconds, List<Double> bars, List<Sounding> notes) {
  private static final int MOST_BARS = 2000;
  private static final int MOST_NOTES = 20_000;

  /**
   * A note.
   *
   * @param start seconds
   * @param end seconds
   * @param pitch MIDI key number
   * @param velocity 1 to 127
   * @param voice number of its track among those that have notes, from 0
   * @param drum whether it is a drum stroke
   */
  public record Sounding(double start, double end, int pitch, int velocity, int voice, boolean drum) {}

  /** Reads the view of a MIDI, ABC or MusicXML file. */
  public static PianoRollView read(Path file) throws BadFileException, IOException {
    return of(ScoreFile.read(file));
  }

  /** The view of a score. */
  public static PianoRollView of(Score score) {
    TempoMap tempo = new TempoMap(score);
    List<Integer> tracks = score.notes().stream().map(n -> n.track()).distinct().sorted().toList();
    var voices =
        IntStream.range(0, tracks.size()).boxed().collect(Collectors.toMap(tracks::get, i -> i));
    List<TimeSignature> metres = score.timeSignatures();
    return new PianoRollView(
        PieceOverview.of(score),
        tempo.seconds(score.length()),
        Bar.layOut(metres, score.ticksPerQuarter(), score.length(), MOST_BARS).stream()
            .map(bar -> round(tempo.seconds(bar.start())))
            .toList(),
        score.notes().stream()
            .limit(MOST_NOTES)
            .map(
                note ->
                    new Sounding(
                        round(tempo.seconds(note.onset())),
                        round(tempo.seconds(note.end())),
                        note.pitch(),
                        note.velocity(),
                        voices.getOrDefault(note.track(), 0),
                        note.isDrum()))
            .toList());
  }

  /** Rounds seconds to a tenth of a millisecond. */
  private static double round(double seconds) {
    return Math.round(seconds * 1e4) / 1e4;
  }
}
