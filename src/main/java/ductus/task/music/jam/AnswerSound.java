package ductus.task.music.jam;

import ductus.music.Note;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.Receiver;
import javax.sound.midi.ShortMessage;

/** Plays answers to a MIDI receiver as time passes; no note hangs on when it is stopped. */
public final class AnswerSound implements Jam.Listener {
  private static final int ALL_NOTES_OFF = 123;
  private static final long LOOK_MICROSECONDS = 50_000;

  private final Receiver receiver;
  private final Jam.Time time;
  private final BooleanSupplier stop;

  /** Plays to a port or a synthesizer until it is stopped. */
  public AnswerSound(Receiver receiver, Jam.Time time, BooleanSupplier stop) {
    this.receiver = receiver;
    this.time = time;
    this.stop = stop;
  }

  private record Event(long tick, boolean on, Note note) {}

  @Override
  public void hear(List<Note> answer, double quartersPerMinute) throws InterruptedException {
    List<Event> events = new ArrayList<>();
    for (Note note : answer) {
      events.add(new Event(note.onset(), true, note));
      events.add(new Event(note.end(), false, note));
    }
    events.sort(Comparator.comparingLong(Event::tick).thenComparing(Event::on));
    double microsecondsPerTick = 60e6 / quartersPerMinute / Phrase.TICKS_PER_QUARTER;
    long start = time.getAsLong();
    try {
      for (Event event : events) {
        long due = start + Math.round(event.tick() * microsecondsPerTick);
        for (long now = time.getAsLong(); now < due; now = time.getAsLong()) {
          if (stop.getAsBoolean()) {
            return;
          }
          time.pause(Math.min(due - now, LOOK_MICROSECONDS));
        }
        Note note = event.note();
        send(
            event.on() ? ShortMessage.NOTE_ON : ShortMessage.NOTE_OFF,
            note.channel(),
            note.pitch(),
            event.on() ? note.velocity() : 0);
      }
    } finally {
      answer.stream()
          .map(Note::channel)
          .distinct()
          .forEach(channel -> send(ShortMessage.CONTROL_CHANGE, channel, ALL_NOTES_OFF, 0));
    }
  }

  private void send(int command, int channel, int data1, int data2) {
    try {
      receiver.send(new ShortMessage(command, channel, data1, data2), -1);
    } catch (InvalidMidiDataException e) {
      throw new IllegalArgumentException("the answer has a value that MIDI has not", e);
    }
  }
}
