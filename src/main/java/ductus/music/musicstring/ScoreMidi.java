package ductus.music.musicstring;

import ductus.music.KeySignature;
import ductus.music.Note;
import ductus.music.Resolution;
import ductus.music.Score;
import ductus.music.Score.PedalChange;
import ductus.music.Score.ProgramChange;
import ductus.music.TempoChange;
import ductus.music.TextEvent;
import ductus.music.TimeSignature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.MetaMessage;
import javax.sound.midi.MidiEvent;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.Sequence;
import javax.sound.midi.Track;

/**
 * A score as a MIDI file, exact to the tick: rendered by JFugue where it is there, else as JFugue
 * does it, byte for byte.
 *
 * <p>Each track of the score is rendered on its own, so that there may be any number of them, each
 * with its 16 channels; JFugue's 16 tracks, one a channel, become one again. Tempos, metres, keys
 * and texts are written here, since JFugue packs tempos wrongly and has no metre. Where notes of
 * one pitch overlap within a track and channel, a reader pairs their ends first in, first out.
 */
public final class ScoreMidi {
  /** Resolution of the files, in ticks a quarter note, wherever the score's own divides it. */
  public static final int TICKS_PER_QUARTER = 480;

  private static final int MOST_TRACKS = 0xFFFF;
  private static final long LAST_TICK = 0x0FFFFFFF;
  private static final int TEMPO = 0x51;
  private static final int METRE = 0x58;
  private static final int KEY = 0x59;
  private static final int END_OF_TRACK = 0x2F;

  private ScoreMidi() {}

  /**
   * The bytes of a standard MIDI file, format 1. The same score gives the same bytes.
   *
   * @throws IllegalArgumentException if a MIDI file cannot hold it
   */
  public static byte[] bytes(Score score) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      MidiSystem.write(sequence(score), 1, out);
    } catch (IOException e) {
      throw new IllegalStateException("a MIDI file cannot be written to memory", e);
    }
    return out.toByteArray();
  }

  /**
   * Renders a score as a sequence of javax.sound.
   *
   * @throws IllegalArgumentException if a MIDI file cannot hold it
   */
  public static Sequence sequence(Score score) {
    return sequence(
        score,
        JFugue.find()
            .<Function<Score, List<MidiEvent>>>map(it -> it::events)
            .orElse(PlainNotes::events));
  }

  /**
   * Renders a score with a rendering of what sounds on one track.
   *
   * @param notes makes events, with 16 channels, of a score's notes, programs and pedals
   */
  static Sequence sequence(Score score, Function<Score, List<MidiEvent>> notes) {
    Score scaled = Resolution.of(score, TICKS_PER_QUARTER);
    requireFits(scaled);
    try {
      Sequence sequence = new Sequence(Sequence.PPQ, scaled.ticksPerQuarter());
      NavigableSet<Integer> used = tracks(scaled);
      for (int track = 0; track <= used.last(); track++) {
        List<MidiEvent> events = new ArrayList<>();
        if (track == 0) {
          addTimes(events, scaled);
        }
        for (TextEvent text : scaled.texts()) {
          if (text.track() == track) {
            byte[] content = text.text().getBytes(StandardCharsets.UTF_8);
            events.add(meta(text.tick(), type(text.kind()), content));
          }
        }
        if (used.contains(track)) {
          events.addAll(notes.apply(onTrack(scaled, track)));
        }
        events.sort(Comparator.comparingLong(MidiEvent::getTick));
        Track written = sequence.createTrack();
        events.forEach(written::add);
        written.add(meta(scaled.length(), END_OF_TRACK));
      }
      return sequence;
    } catch (InvalidMidiDataException e) {
      throw new IllegalStateException("the sequence cannot be completed", e);
    }
  }

  private static void addTimes(List<MidiEvent> events, Score score)
      throws InvalidMidiDataException {
    for (TempoChange tempo : score.tempos()) {
      int micros = tempo.microsecondsPerQuarter();
      events.add(meta(tempo.tick(), TEMPO, micros >> 16, micros >> 8, micros));
    }
    for (TimeSignature metre : score.timeSignatures()) {
      int power = Integer.numberOfTrailingZeros(metre.denominator());
      int clocksPerBeat = Math.max(1, 96 / metre.denominator());
      events.add(meta(metre.tick(), METRE, metre.numerator(), power, clocksPerBeat, 8));
    }
    for (KeySignature key : score.keySignatures()) {
      events.add(meta(key.tick(), KEY, key.fifths(), key.minor() ? 1 : 0));
    }
  }

  private static int type(TextEvent.Kind kind) {
    return switch (kind) {
      case TEXT -> 1;
      case COPYRIGHT -> 2;
      case TRACK_NAME -> 3;
      case INSTRUMENT_NAME -> 4;
      case LYRIC -> 5;
      case MARKER -> 6;
      case CUE_POINT -> 7;
    };
  }

  private static MidiEvent meta(long tick, int type, int... values)
      throws InvalidMidiDataException {
    byte[] content = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      content[i] = (byte) values[i];
    }
    return meta(tick, type, content);
  }

  private static MidiEvent meta(long tick, int type, byte[] content)
      throws InvalidMidiDataException {
    return new MidiEvent(new MetaMessage(type, content, content.length), tick);
  }

  private static Score onTrack(Score score, int track) {
    return new Score(
        score.ticksPerQuarter(),
        score.length(),
        score.notes().stream().filter(n -> n.track() == track).toList(),
        List.of(),
        List.of(),
        List.of(),
        score.programs().stream().filter(p -> p.track() == track).toList(),
        score.pedals().stream().filter(p -> p.track() == track).toList(),
        List.of());
  }

  /** Numbers of the tracks that sound or say something, and of the first. */
  private static NavigableSet<Integer> tracks(Score score) {
    NavigableSet<Integer> tracks = new TreeSet<>(List.of(0));
    Stream.of(
            score.notes().stream().map(Note::track),
            score.programs().stream().map(ProgramChange::track),
            score.pedals().stream().map(PedalChange::track),
            score.texts().stream().map(TextEvent::track))
        .flatMap(s -> s)
        .forEach(tracks::add);
    if (tracks.first() < 0 || tracks.last() >= MOST_TRACKS) {
      throw new IllegalArgumentException(
          "tracks must be 0 to "
              + (MOST_TRACKS - 1)
              + " but were "
              + tracks.first()
              + " to "
              + tracks.last());
    }
    return tracks;
  }

  private static void requireFits(Score score) {
    if (score.ticksPerQuarter() > 0x7FFF) {
      throw new IllegalArgumentException(
          "ticks per quarter note must be at most 32767 in a MIDI file but were "
              + score.ticksPerQuarter());
    }
    long last = Resolution.lastTick(score);
    if (last > LAST_TICK) {
      throw new IllegalArgumentException(
          "a MIDI file must end by tick " + LAST_TICK + " but this ends at " + last);
    }
  }
}
