package ductus.task.music.report;

import ductus.music.Bar;
import ductus.music.Instruments;
import ductus.music.Key;
import ductus.music.KeySignature;
import ductus.music.Mode;
import ductus.music.Note;
import ductus.music.Score;
import ductus.music.TempoChange;
import ductus.music.TempoMap;
import ductus.music.TextEvent;
import ductus.music.TimeSignature;
import ductus.music.finding.MelodyFinder;
import ductus.task.music.kind.MusicKind;
import ductus.task.music.kind.MusicKinds;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a MIDI, ABC or MusicXML file says.
 *
 * @param file its path
 * @param title its first track's name, else the file's
 * @param length of the whole
 * @param tempos in quarter notes a minute, by bar
 * @param metres by bar; none if the file has none, which means 4/4
 * @param keys by bar
 * @param tracks those with notes, one entry for each channel
 * @param chords symbols by bar
 * @param melody the tune in it
 * @param kinds what each encoding would learn from it
 */
public record ScoreReport(
    String file,
    String title,
    Length length,
    List<Mark<Double>> tempos,
    List<Mark<String>> metres,
    List<Mark<String>> keys,
    List<Voice> tracks,
    List<Mark<String>> chords,
    MelodyReport melody,
    List<KindFinding> kinds) {
  /**
   * How long a score is.
   *
   * @param ticksPerQuarter resolution
   * @param ticks to the end of the last note
   * @param bars begun; null if they are more than {@link Bar#MOST_OF_PIECE}
   * @param seconds to the end of the last note
   */
  public record Length(int ticksPerQuarter, long ticks, @Nullable Integer bars, double seconds) {}

  /**
   * Something that holds from a bar on.
   *
   * @param bar counted from 1; behind {@link Bar#MOST_OF_PIECE} one more than these
   */
  public record Mark<T>(int bar, T value) {}

  /**
   * The notes of one track and channel.
   *
   * @param track as the file counts, from 0
   * @param channel 1 to 16
   * @param lowest MIDI key number
   * @param highest MIDI key number
   */
  public record Voice(
      int track, String name, String instrument, int channel, int notes, int lowest, int highest) {}

  /**
   * What a kind of music finds in a score.
   *
   * @param encoding name of the kind
   * @param tokens of what it finds; null where it finds nothing
   * @param refusal why it finds nothing; null where it does
   */
  public record KindFinding(String encoding, @Nullable Integer tokens, @Nullable String refusal) {
    /** The findings of all kinds in a score. */
    public static List<KindFinding> all(Score score) {
      return MusicKinds.all().stream().map(kind -> of(kind, score)).toList();
    }

    private static <T> KindFinding of(MusicKind<T> kind, Score score) {
      String name = kind.encoding().name();
      try {
        return new KindFinding(name, kind.encoding().tokens(kind.find(score)).length, null);
      } catch (IllegalArgumentException nothing) {
        return new KindFinding(name, null, String.valueOf(nothing.getMessage()));
      }
    }
  }

  /** Looks at a score. */
  public static ScoreReport of(Path path, Score score) {
    long end = score.notes().stream().mapToLong(Note::end).max().orElse(0);
    List<Bar> bars =
        Bar.layOut(score.timeSignatures(), score.ticksPerQuarter(), end, Bar.MOST_OF_PIECE + 1);
    return new ScoreReport(
        path.toString(),
        title(path, score),
        new Length(
            score.ticksPerQuarter(),
            end,
            bars.size() > Bar.MOST_OF_PIECE ? null : bars.size(),
            new TempoMap(score).seconds(end)),
        tempos(score, bars),
        metres(score, bars),
        keys(score, bars),
        voices(score),
        chords(score, bars),
        MelodyReport.of(MelodyFinder.find(score)),
        KindFinding.all(score));
  }

  /** The name of the whole, or of the only track that has one, or else of the file. */
  public static String title(Path path, Score score) {
    List<TextEvent> names =
        score.texts().stream()
            .filter(text -> text.kind() == TextEvent.Kind.TRACK_NAME)
            .filter(text -> !text.text().isBlank())
            .toList();
    boolean named = !names.isEmpty() && (names.get(0).track() == 0 || names.size() == 1);
    return named && !names.get(0).text().equals(Score.MELODY_TRACK)
        ? names.get(0).text().strip()
        : String.valueOf(path.getFileName()).replaceAll("\\.[^.]*$", "");
  }

  private static List<Mark<Double>> tempos(Score score, List<Bar> bars) {
    List<Mark<Double>> marks = new ArrayList<>();
    for (TempoChange tempo : score.tempos()) {
      mark(marks, bars, tempo.tick(), tempo.quartersPerMinute());
    }
    return marks;
  }

  private static List<Mark<String>> metres(Score score, List<Bar> bars) {
    List<Mark<String>> marks = new ArrayList<>();
    for (TimeSignature metre : score.timeSignatures()) {
      mark(marks, bars, metre.tick(), metre.toString());
    }
    return marks;
  }

  /** Key signatures; where the file also names the key with its mode, that. */
  private static List<Mark<String>> keys(Score score, List<Bar> bars) {
    TreeMap<Long, String> labels = new TreeMap<>();
    for (KeySignature signature : score.keySignatures()) {
      int tonic = Math.floorMod(signature.fifths() * 7 + (signature.minor() ? 9 : 0), 12);
      Mode mode = signature.minor() ? Mode.MINOR : Mode.MAJOR;
      labels.put(signature.tick(), new Key(tonic, mode).label());
    }
    for (TextEvent text : score.texts()) {
      text.key().ifPresent(key -> labels.put(text.tick(), key.label()));
    }
    List<Mark<String>> marks = new ArrayList<>();
    labels.forEach((tick, label) -> mark(marks, bars, tick, label));
    return marks;
  }

  private static List<Mark<String>> chords(Score score, List<Bar> bars) {
    List<Mark<String>> marks = new ArrayList<>();
    for (TextEvent text : score.texts()) {
      if (text.isChordSymbol()) {
        marks.add(new Mark<>(bar(bars, text.tick()), text.text()));
      }
    }
    return marks;
  }

  private static List<Voice> voices(Score score) {
    TreeMap<Integer, List<Note>> byVoice =
        score.notes().stream()
            .collect(
                Collectors.groupingBy(
                    note -> note.track() * 16 + note.channel(), TreeMap::new, Collectors.toList()));
    List<Voice> voices = new ArrayList<>();
    byVoice.forEach(
        (key, notes) -> {
          int track = key / 16;
          int channel = key % 16;
          voices.add(
              new Voice(
                  track,
                  score.trackName(track),
                  notes.get(0).isDrum() ? "Drums" : Instruments.name(score.program(track, channel)),
                  channel + 1,
                  notes.size(),
                  notes.stream().mapToInt(Note::pitch).min().orElseThrow(),
                  notes.stream().mapToInt(Note::pitch).max().orElseThrow()));
        });
    return voices;
  }

  private static <T> void mark(List<Mark<T>> marks, List<Bar> bars, long tick, T value) {
    if (marks.isEmpty() || !marks.get(marks.size() - 1).value().equals(value)) {
      marks.add(new Mark<>(bar(bars, tick), value));
    }
  }

  /** The bar that a tick lies in, counted from 1. */
  private static int bar(List<Bar> bars, long tick) {
    int low = 0;
    int high = bars.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (bars.get(middle).start() <= tick) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return Math.max(1, low);
  }
}
