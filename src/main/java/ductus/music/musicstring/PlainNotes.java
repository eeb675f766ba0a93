package ductus.music.musicstring;

import ductus.music.Note;
import ductus.music.Score;
import ductus.music.Score.PedalChange;
import ductus.music.Score.ProgramChange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.MidiEvent;
import javax.sound.midi.Sequence;
import javax.sound.midi.ShortMessage;
import javax.sound.midi.Track;

/** What sounds on one track as events of MIDI, in the order in which JFugue has them. */
final class PlainNotes {
  private static final int CHANNELS = 16;

  private PlainNotes() {}

  /**
   * The notes, programs and pedals of a score, channel by channel.
   *
   * @throws IllegalArgumentException if a program, a pedal value or a channel is beyond MIDI
   */
  static List<MidiEvent> events(Score score) {
    try {
      List<Line> lines = new ArrayList<>();
      for (ProgramChange program : score.programs()) {
        JFugueText.requireByte("program", program.program());
        lines.add(
            new Line(
                program.channel(),
                event(
                    program.tick(),
                    ShortMessage.PROGRAM_CHANGE,
                    program.channel(),
                    program.program(),
                    0)));
      }
      for (PedalChange pedal : score.pedals()) {
        JFugueText.requireByte("pedal value", pedal.value());
        lines.add(
            new Line(
                pedal.channel(),
                event(
                    pedal.tick(),
                    ShortMessage.CONTROL_CHANGE,
                    pedal.channel(),
                    JFugueText.SUSTAIN_PEDAL,
                    pedal.value())));
      }
      for (Note note : score.notes()) {
        lines.add(line(note));
      }
      lines.sort(Comparator.comparingLong(line -> line.events().get(0).getTick()));
      return channelByChannel(lines, score.ticksPerQuarter());
    } catch (InvalidMidiDataException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /** What one line of JFugue's text sounds like, its beginning first. */
  private record Line(int channel, List<MidiEvent> events) {
    Line(int channel, MidiEvent event) {
      this(channel, List.of(event));
    }
  }

  private static Line line(Note note) throws InvalidMidiDataException {
    int channel = note.channel();
    int pitch = note.pitch();
    return new Line(
        channel,
        List.of(
            event(note.onset(), ShortMessage.NOTE_ON, channel, pitch, note.velocity()),
            event(note.end(), ShortMessage.NOTE_OFF, channel, pitch, JFugueText.RELEASE_VELOCITY)));
  }

  private static MidiEvent event(long tick, int command, int channel, int first, int second)
      throws InvalidMidiDataException {
    return new MidiEvent(new ShortMessage(command, channel, first, second), tick);
  }

  /** A track of javax.sound puts what is added behind all of the same tick. */
  private static List<MidiEvent> channelByChannel(List<Line> lines, int ticksPerQuarter)
      throws InvalidMidiDataException {
    Track[] tracks = new Sequence(Sequence.PPQ, ticksPerQuarter, CHANNELS).getTracks();
    for (Line line : lines) {
      line.events().forEach(tracks[line.channel()]::add);
    }
    List<MidiEvent> events = new ArrayList<>();
    for (Track track : tracks) {
      for (int i = 0; i < track.size(); i++) {
        if (track.get(i).getMessage() instanceof ShortMessage) {
          events.add(track.get(i));
        }
      }
    }
    return events;
  }
}
