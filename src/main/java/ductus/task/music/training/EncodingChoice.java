package ductus.task.music.training;

import ductus.corpus.FolderFiles;
import ductus.corpus.FrameSetsCorpus;
import ductus.corpus.ReadingListener;
import ductus.corpus.ScoreFile;
import ductus.corpus.shard.CorpusManifest;
import ductus.file.BadFileException;
import ductus.music.Note;
import ductus.music.Score;
import ductus.music.TextEvent;
import ductus.music.beat.BeatFile;
import ductus.music.choir.VoiceFinder;
import ductus.music.encoding.MelodyEncoding;
import ductus.music.encoding.drums.DrumsEncoding;
import ductus.music.encoding.leadsheet.LeadsheetEncoding;
import ductus.music.encoding.performance.PerformanceEncoding;
import ductus.music.encoding.poly.PolyEncoding;
import ductus.music.encoding.score.ScoreEncoding;
import ductus.music.encoding.song.SongEncoding;
import ductus.music.encoding.voices.VoicesEncoding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The encoding that suits a folder of music, where none is asked for: by what the files of a sample
 * hold. The same folder gives the same choice.
 *
 * @param encoding its name
 * @param why in a line for people; empty where nothing was to be chosen
 */
public record EncodingChoice(String encoding, String why) {
  /** Files that are looked at, taken evenly from all. */
  private static final int LOOKED_AT = 40;

  /** What files hold, in the order in which it is preferred where as many hold one as another. */
  enum Holding {
    TUNE(MelodyEncoding.NAME, "a tune"),
    SHEET(LeadsheetEncoding.NAME, "a tune with its chords"),
    DRUMS(DrumsEncoding.NAME, "drums alone"),
    SONG(SongEncoding.NAME, "songs with their beats in a file beside them"),
    CHOIR(VoicesEncoding.NAME, "four voices"),
    CHORDS(PolyEncoding.NAME, "several voices of one instrument, on a grid"),
    PERFORMANCE(PerformanceEncoding.NAME, "one instrument in free time"),
    ENSEMBLE(ScoreEncoding.NAME, "several instruments");

    private final String encoding;
    private final String words;

    Holding(String encoding, String words) {
      this.encoding = encoding;
      this.words = words;
    }
  }

  /** Part of a quarter note that onsets of written music stand on, and how far off they may be. */
  private static final int GRID = 12;

  private static final double TOLERANCE = 0.02;

  /** Share of the onsets off the grid from which on music is in free time. */
  private static final double FREE = 0.3;

  /** Share of the notes that may begin while another sounds, as slurs have it. */
  private static final double OVERLAPPING = 0.05;

  /**
   * Looks at what is to be learned from.
   *
   * @param source a folder, a file, a sharded corpus, a JSON file of frames
   * @param listener told how many files are found and opened
   * @throws BadFileException if there is nothing to learn from
   */
  public static EncodingChoice of(Path source, ReadingListener listener)
      throws BadFileException, IOException {
    if (CorpusManifest.isIn(source)) {
      return new EncodingChoice(CorpusManifest.read(source).encoding(), "");
    }
    if (FrameSetsCorpus.isOne(source)) {
      return new EncodingChoice(PolyEncoding.NAME, "encoding poly, since the file holds frames");
    }
    List<Path> files = FolderFiles.find(source, ScoreFile.KIND, listener).files();
    Map<Holding, Integer> counts = new EnumMap<>(Holding.class);
    int read = 0;
    int withChords = 0;
    for (int i = 0; i < Math.min(LOOKED_AT, files.size()); i++) {
      Path file = files.get((int) ((long) i * files.size() / Math.min(LOOKED_AT, files.size())));
      try {
        Score score = ScoreFile.read(file);
        if (!score.notes().isEmpty()) {
          counts.merge(holding(file, score), 1, Integer::sum);
          read++;
          withChords += score.texts().stream().anyMatch(TextEvent::isChordSymbol) ? 1 : 0;
        }
      } catch (BadFileException | IOException | RuntimeException left) {
        // The run itself names it and leaves it out.
      }
    }
    return choice(counts, read, withChords);
  }

  private static EncodingChoice choice(Map<Holding, Integer> counts, int read, int withChords) {
    Holding most =
        counts.entrySet().stream()
            .max(
                Map.Entry.<Holding, Integer>comparingByValue()
                    .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
            .map(Map.Entry::getKey)
            .orElse(Holding.TUNE);
    String chords =
        most == Holding.TUNE && 2 * withChords > read
            ? String.format(
                Locale.ROOT, "; %d have chords, which --encoding leadsheet learns, too", withChords)
            : "";
    return new EncodingChoice(
        most.encoding,
        read == 0
            ? ""
            : String.format(
                Locale.ROOT,
                "encoding %s, since %d of %d files looked at hold %s%s (--encoding asks for"
                    + " another)",
                most.encoding,
                counts.getOrDefault(most, 0),
                read,
                most.words,
                chords));
  }

  /** What a score holds, the chords aside that its symbols stand for. */
  static Holding holding(Path file, Score score) {
    if (BeatFile.isBeside(file)) {
      return Holding.SONG;
    }
    Set<Integer> chordTracks =
        score.texts().stream()
            .filter(TextEvent::isChordSymbol)
            .map(TextEvent::track)
            .collect(Collectors.toSet());
    List<Note> notes = new ArrayList<>(score.notes());
    if (notes.stream().allMatch(Note::isDrum)) {
      return Holding.DRUMS;
    }
    boolean drums = notes.stream().anyMatch(Note::isDrum);
    List<Note> tune = notes.stream().filter(note -> !chordTracks.contains(note.track())).toList();
    boolean oneVoice = !tune.isEmpty() && isOneVoice(tune);
    if (oneVoice && !drums) {
      boolean sheet = !chordTracks.isEmpty() && ScoreFile.MUSICXML.matches(file);
      return sheet ? Holding.SHEET : Holding.TUNE;
    }
    if (!drums && isChoir(score)) {
      return Holding.CHOIR;
    }
    long instruments =
        score.programs().stream().map(Score.ProgramChange::program).distinct().count();
    if (drums || instruments > 1) {
      return Holding.ENSEMBLE;
    }
    Map<Boolean, Long> tracks =
        notes.stream().collect(Collectors.groupingBy(Note::track)).values().stream()
            .collect(Collectors.partitioningBy(EncodingChoice::isOneVoice, Collectors.counting()));
    if (tracks.getOrDefault(true, 0L) > 0 && tracks.getOrDefault(false, 0L) > 0) {
      return Holding.SHEET;
    }
    return isFree(score) ? Holding.PERFORMANCE : Holding.CHORDS;
  }

  private static boolean isChoir(Score score) {
    try {
      return !VoiceFinder.find(score).phrases().isEmpty();
    } catch (IllegalArgumentException otherMusic) {
      return false;
    }
  }

  private static boolean isOneVoice(List<Note> notes) {
    long end = 0;
    int overlapping = 0;
    for (Note note : notes) {
      overlapping += note.onset() < end ? 1 : 0;
      end = Math.max(end, note.end());
    }
    return overlapping <= OVERLAPPING * notes.size();
  }

  private static boolean isFree(Score score) {
    long off =
        score.notes().stream()
            .mapToDouble(note -> (double) note.onset() * GRID / score.ticksPerQuarter())
            .filter(place -> Math.abs(place - Math.rint(place)) > TOLERANCE * GRID)
            .count();
    return off > FREE * score.notes().size();
  }
}
