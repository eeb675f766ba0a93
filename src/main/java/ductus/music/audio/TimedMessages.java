package ductus.music.audio;

import ductus.music.Note;
import ductus.music.Score;
import ductus.music.Score.PedalChange;
import ductus.music.Score.ProgramChange;
import ductus.music.TempoMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.ShortMessage;

/**
 * The messages of a score in the order in which a synthesizer wants them: at one moment note-offs,
 * then programs and pedals, then note-ons.
 */
final class TimedMessages {
  private static final int SUSTAIN_PEDAL = 64;
  private static final int REVERB_SEND = 91;
  private static final int CHANNELS = 16;

  private TimedMessages() {}

  /**
   * A message with its time.
   *
   * @param microseconds from the start of the piece
   */
  record Timed(long microseconds, int order, ShortMessage message) {}

  /** Returns all messages of a score by time; after the last note every pedal is up. */
  static List<Timed> of(Score score) {
    TempoMap tempo = new TempoMap(score);
    List<Timed> messages = new ArrayList<>();
    long end = 0;
    for (Note note : score.notes()) {
      long off = tempo.microseconds(note.end());
      end = Math.max(end, off);
      messages.add(
          timed(
              tempo.microseconds(note.onset()),
              2,
              ShortMessage.NOTE_ON,
              note.channel(),
              note.pitch(),
              note.velocity()));
      int order = note.duration() == 0 ? 3 : 0;
      messages.add(timed(off, order, ShortMessage.NOTE_OFF, note.channel(), note.pitch(), 64));
    }
    for (ProgramChange program : score.programs()) {
      long at = tempo.microseconds(program.tick());
      if (at <= end) {
        messages.add(
            timed(at, 1, ShortMessage.PROGRAM_CHANGE, program.channel(), program.program(), 0));
      }
    }
    for (PedalChange pedal : score.pedals()) {
      long at = tempo.microseconds(pedal.tick());
      if (at <= end) {
        messages.add(pedal(at, pedal.channel(), pedal.value()));
      }
    }
    if (!score.pedals().isEmpty()) {
      for (int channel = 0; channel < CHANNELS; channel++) {
        messages.add(pedal(end, channel, 0));
      }
    }
    messages.sort(Comparator.comparingLong(Timed::microseconds).thenComparingInt(Timed::order));
    return messages;
  }

  /** Returns the messages that set the reverb of the channels that a score plays on, 0 to 127. */
  static List<Timed> reverb(Score score, int level) {
    return score.notes().stream()
        .map(Note::channel)
        .distinct()
        .sorted()
        .map(channel -> timed(0, 1, ShortMessage.CONTROL_CHANGE, channel, REVERB_SEND, level))
        .toList();
  }

  private static Timed pedal(long microseconds, int channel, int value) {
    return timed(microseconds, 1, ShortMessage.CONTROL_CHANGE, channel, SUSTAIN_PEDAL, value);
  }

  private static Timed timed(
      long microseconds, int order, int command, int channel, int data1, int data2) {
    try {
      return new Timed(microseconds, order, new ShortMessage(command, channel, data1, data2));
    } catch (InvalidMidiDataException e) {
      throw new IllegalArgumentException("the score has a value that MIDI has not", e);
    }
  }
}
