package ductus.task.music.jam;

import ductus.task.music.jam.Phrase.PlayedNote;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import javax.sound.midi.MidiMessage;
import javax.sound.midi.Receiver;
import javax.sound.midi.ShortMessage;

/** Gathers the notes that come in until there is silence. Threads may share it. */
final class PhraseReceiver implements Receiver {
  private static final int DRUM_CHANNEL = 9;

  private final LongSupplier clock;
  private final List<PlayedNote> notes = new ArrayList<>();
  private final Map<Integer, PlayedNote> open = new HashMap<>();
  private boolean closed;

  /**
   * Ready to listen.
   *
   * @param clock in microseconds; ports' own times have no common beginning
   */
  PhraseReceiver(LongSupplier clock) {
    this.clock = clock;
  }

  @Override
  public synchronized void send(MidiMessage message, long timeStamp) {
    if (!(message instanceof ShortMessage event) || event.getChannel() == DRUM_CHANNEL) {
      return;
    }
    boolean on = event.getCommand() == ShortMessage.NOTE_ON && event.getData2() > 0;
    if (!on && event.getCommand() != ShortMessage.NOTE_OFF && !isSilence(event)) {
      return;
    }
    long now = clock.getAsLong();
    int key = event.getData1();
    if (event.getCommand() == ShortMessage.CONTROL_CHANGE) {
      List.copyOf(open.keySet()).forEach(each -> end(each, now));
      return;
    }
    end(key, now);
    if (on) {
      open.put(key, new PlayedNote(now, now, key, event.getData2()));
    }
  }

  /** Whether an event asks for silence: all sounds off, or all notes off. */
  private static boolean isSilence(ShortMessage event) {
    return event.getCommand() == ShortMessage.CONTROL_CHANGE
        && (event.getData1() == 120 || event.getData1() == 123);
  }

  private void end(int key, long now) {
    PlayedNote note = open.remove(key);
    if (note != null) {
      notes.add(new PlayedNote(note.onset(), now, note.pitch(), note.velocity()));
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
  }

  /** Whether the port has closed it. */
  synchronized boolean isClosed() {
    return closed;
  }

  /** Onsets so far, in order. */
  synchronized List<Long> onsets() {
    List<Long> onsets = new ArrayList<>();
    notes.forEach(note -> onsets.add(note.onset()));
    open.values().forEach(note -> onsets.add(note.onset()));
    onsets.sort(Comparator.naturalOrder());
    return onsets;
  }

  /**
   * The phrase, if it is over; it is forgotten here then.
   *
   * @param silence microseconds after its last note
   */
  synchronized List<PlayedNote> take(long silence) {
    long last = notes.stream().mapToLong(PlayedNote::end).max().orElse(Long.MAX_VALUE);
    if (!open.isEmpty() || notes.isEmpty() || clock.getAsLong() - last < silence) {
      return List.of();
    }
    List<PlayedNote> phrase = new ArrayList<>(notes);
    phrase.sort(Comparator.comparingLong(PlayedNote::onset).thenComparingInt(PlayedNote::pitch));
    notes.clear();
    return phrase;
  }

  /** What is left when one stops listening; notes that are held end now. */
  synchronized List<PlayedNote> rest() {
    long now = clock.getAsLong();
    List.copyOf(open.keySet()).forEach(key -> end(key, now));
    return take(Long.MIN_VALUE);
  }

  /** Forgets what came in, such as an echo of the answer. */
  synchronized void clear() {
    notes.clear();
    open.clear();
  }
}
