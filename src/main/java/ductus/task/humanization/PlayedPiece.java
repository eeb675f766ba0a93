package ductus.task.humanization;

import ductus.corpus.PieceKind;
import ductus.file.BadFileException;
import ductus.music.Note;
import ductus.music.Score;
import ductus.music.ScoreHash;
import ductus.music.TempoMap;
import ductus.music.drums.Drum;
import ductus.music.drums.DrumPattern;
import ductus.music.finding.DrumFinder;
import ductus.music.midi.MidiReader;
import ductus.music.touch.PlayedNote;
import ductus.music.touch.Player;
import ductus.music.touch.ScoreGrid;
import ductus.music.touch.WrittenNote;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A performance, and what must have been written.
 *
 * @param hash of all notes in its file
 * @param takes what is learned of it; the first is the whole, the others tracks by themselves
 */
public record PlayedPiece(String hash, List<List<PlayedNote>> takes) {
  private static final int FEWEST_NOTES = 8;

  /** Different velocities below which no player struck the keys. */
  private static final int FEWEST_VELOCITIES = 6;

  /** Part of a grid step from its middle on which a stroke belongs to the half step beside it. */
  private static final double BETWEEN_STEPS = 0.36;

  private static final int SIXTEENTH = WrittenNote.STEPS_PER_QUARTER / 4;
  private static final double MILLISECONDS = 1000;

  public PlayedPiece {
    takes = List.copyOf(takes);
  }

  /** MIDI files that a player played. */
  public static PieceKind<PlayedPiece> kind(Player player) {
    return PieceKind.MIDI.as(path -> read(path, player), PlayedPiece::hash);
  }

  private static PlayedPiece read(Path path, Player player) throws BadFileException, IOException {
    Score score = MidiReader.read(path);
    List<List<PlayedNote>> takes =
        player == Player.DRUMMER ? strokes(path, score) : keys(path, score);
    List<List<PlayedNote>> played = takes.stream().filter(PlayedPiece::isPlayed).toList();
    if (played.isEmpty()) {
      throw new BadFileException(
          path,
          "has no part of a %s with %d notes or more in %d velocities or more"
              .formatted(player.word(), FEWEST_NOTES, FEWEST_VELOCITIES));
    }
    return new PlayedPiece(ScoreHash.of(score), played);
  }

  private static boolean isPlayed(List<PlayedNote> take) {
    return take.size() >= FEWEST_NOTES
        && take.stream().mapToDouble(PlayedNote::loudness).distinct().count() >= FEWEST_VELOCITIES;
  }

  /** All notes with pitches, then those of each track. */
  private static List<List<PlayedNote>> keys(Path path, Score score)
      throws BadFileException, IOException {
    Optional<BeatTimes> beats = BeatTimes.beside(path);
    TempoMap times = new TempoMap(score);
    ScoreGrid grid = new ScoreGrid(score);
    TreeMap<Integer, List<PlayedNote>> tracks = new TreeMap<>();
    List<PlayedNote> all = new ArrayList<>();
    for (Note note : score.notes()) {
      Optional<WrittenNote> written =
          beats.isPresent() ? beats.get().written(note, times) : Optional.of(grid.written(note));
      if (!note.isDrum() && written.isPresent()) {
        PlayedNote played = new PlayedNote(written.get(), note.velocity(), 0);
        all.add(played);
        tracks.computeIfAbsent(note.track(), track -> new ArrayList<>()).add(played);
      }
    }
    List<List<PlayedNote>> takes = new ArrayList<>(List.of(take(all)));
    if (tracks.size() > 1) {
      tracks.values().forEach(track -> takes.add(take(track)));
    }
    return takes;
  }

  /** The drums, on sixteenths or triplets and the halves of these. */
  private static List<List<PlayedNote>> strokes(Path path, Score score) throws BadFileException {
    DrumFinder.DrumFinding found = DrumFinder.find(score);
    DrumPattern pattern =
        found.pattern().orElseThrow(() -> new BadFileException(path, found.refusal()));
    int width = WrittenNote.STEPS_PER_QUARTER / pattern.stepsPerQuarter();
    TempoMap times = new TempoMap(score);
    ScoreGrid grid = new ScoreGrid(score);
    List<PlayedNote> strokes = new ArrayList<>();
    for (Note note : score.notes()) {
      if (note.isDrum() && Drum.of(note.pitch()).isPresent()) {
        long step = step(grid.exact(note.onset()), width);
        double shift = times.seconds(note.onset()) - times.seconds(grid.tick(step));
        strokes.add(
            new PlayedNote(grid.written(note, step), note.velocity(), shift * MILLISECONDS));
      }
    }
    return List.of(take(strokes));
  }

  private static long step(double exact, int width) {
    long whole = Math.round(exact / width);
    double off = exact / width - whole;
    // Halves of sixteenths are 32nds; halves of their triplets nobody writes.
    return width == SIXTEENTH && Math.abs(off) > BETWEEN_STEPS
        ? whole * width + (off < 0 ? -width / 2 : width / 2)
        : whole * width;
  }

  /** Notes in the order in which they are learned, loudness and shift from the mean of them. */
  private static List<PlayedNote> take(List<PlayedNote> notes) {
    double loudness = notes.stream().mapToDouble(PlayedNote::loudness).average().orElse(0);
    double shift = notes.stream().mapToDouble(PlayedNote::shift).average().orElse(0);
    return notes.stream()
        .sorted(
            Comparator.comparingLong((PlayedNote note) -> note.written().step())
                .thenComparingInt(note -> note.written().pitch()))
        .map(
            note ->
                new PlayedNote(note.written(), note.loudness() - loudness, note.shift() - shift))
        .toList();
  }
}
