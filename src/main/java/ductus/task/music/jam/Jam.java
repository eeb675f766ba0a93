package ductus.task.music.jam;

import ductus.music.Note;
import ductus.music.Score;
import ductus.music.finding.TempoEstimate;
import ductus.task.music.jam.Phrase.PlayedNote;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javax.sound.midi.MidiDevice;
import javax.sound.midi.MidiUnavailableException;
import javax.sound.midi.Transmitter;

/** Plays turn by turn with someone: a phrase, then its answer. */
public final class Jam {
  private static final long POLL_MICROSECONDS = 10_000;
  private static final long LOOK_MICROSECONDS = 1_000_000;

  private final JamPartner<?> partner;
  private final JamSession session;
  private final double beats;
  private final Consumer<String> messages;

  /**
   * Ready to play.
   *
   * @param file that the session is written to
   * @param beats of silence that end a phrase
   * @param messages hears what happens, a line at a time
   */
  public Jam(JamPartner<?> partner, Path file, double beats, Consumer<String> messages) {
    if (!(beats > 0 && beats <= 64)) {
      throw new IllegalArgumentException("beats must be above 0 and at most 64 but were " + beats);
    }
    this.partner = partner;
    this.session = new JamSession(file, partner.program());
    this.beats = beats;
    this.messages = messages;
  }

  /** How time passes. */
  public interface Time extends LongSupplier {
    /** Waits; it may end early. */
    void pause(long microseconds) throws InterruptedException;
  }

  /** Where answers are heard. */
  public interface Listener {
    /** Plays an answer to its end. */
    void hear(List<Note> answer, double quartersPerMinute) throws InterruptedException;
  }

  /**
   * Answers each phrase of a score.
   *
   * @return the session
   * @throws IllegalArgumentException if there is nothing to answer, or no answer to any of it
   */
  public JamSession withScore(Score score, BooleanSupplier stop) throws IOException {
    List<Phrase> phrases = Phrase.of(score, beats);
    if (phrases.isEmpty()) {
      throw new IllegalArgumentException("there is nothing to answer: no notes but drums");
    }
    String refusal = "";
    for (Phrase phrase : phrases) {
      if (stop.getAsBoolean()) {
        break;
      }
      try {
        session.add(phrase, partner.answer(phrase));
      } catch (IllegalArgumentException unfit) {
        refusal = String.valueOf(unfit.getMessage());
        messages.accept("No answer: " + refusal);
      }
    }
    if (session.turns() == 0 && !refusal.isEmpty()) {
      throw new IllegalArgumentException("no phrase can be answered: " + refusal);
    }
    return session;
  }

  /**
   * Listens to a port and answers until it is stopped.
   *
   * @param name of the port or a part of it; empty for the first one
   * @return the session; its file is there if there was a turn
   * @throws IOException if there is no such port, it is busy, or it vanishes
   */
  public JamSession live(
      MidiPorts ports, String name, Time time, Listener listener, BooleanSupplier stop)
      throws IOException, InterruptedException {
    MidiDevice port = ports.input(name);
    String portName = port.getDeviceInfo().getName();
    PhraseReceiver receiver = new PhraseReceiver(time);
    try (port) {
      port.open();
      try (Transmitter transmitter = port.getTransmitter()) {
        transmitter.setReceiver(receiver);
        messages.accept("Listening to " + portName + "; Ctrl-C ends");
        try {
          listen(ports, portName, port, receiver, time, listener, stop);
        } finally {
          keep(receiver.rest());
        }
      }
    } catch (MidiUnavailableException busy) {
      throw new IOException("MIDI port " + portName + " cannot be opened; " + ports.known(), busy);
    }
    return session;
  }

  private void listen(
      MidiPorts ports,
      String name,
      MidiDevice port,
      PhraseReceiver receiver,
      Time time,
      Listener listener,
      BooleanSupplier stop)
      throws IOException, InterruptedException {
    double tempo = TempoEstimate.USUAL;
    long looked = time.getAsLong();
    while (!stop.getAsBoolean()) {
      double now = TempoEstimate.quartersPerMinute(receiver.onsets(), tempo);
      List<PlayedNote> played = receiver.take((long) (beats * 60e6 / now));
      if (!played.isEmpty()) {
        tempo = now;
        turn(Phrase.heard(played, tempo), listener);
        receiver.clear();
      }
      if (time.getAsLong() - looked >= LOOK_MICROSECONDS) {
        looked = time.getAsLong();
        if (receiver.isClosed() || !port.isOpen() || !ports.inputs().contains(name)) {
          throw new IOException(
              "MIDI port "
                  + name
                  + " has vanished; "
                  + ports.known()
                  + (session.turns() > 0 ? "; the session is in " + session.file() : ""));
        }
      }
      time.pause(POLL_MICROSECONDS);
    }
  }

  /** A phrase that was broken off is in the session too. */
  private void keep(List<PlayedNote> played) throws IOException {
    if (!played.isEmpty()) {
      List<Long> onsets = played.stream().map(PlayedNote::onset).toList();
      double tempo = TempoEstimate.quartersPerMinute(onsets, TempoEstimate.USUAL);
      session.add(Phrase.heard(played, tempo), List.of());
    }
  }

  private void turn(Phrase phrase, Listener listener) throws IOException, InterruptedException {
    List<Note> answer;
    try {
      answer = partner.answer(phrase);
    } catch (IllegalArgumentException unfit) {
      messages.accept("No answer: " + unfit.getMessage());
      answer = List.of();
    }
    session.add(phrase, answer);
    messages.accept(
        String.format(
            Locale.ROOT,
            "%d notes at %.0f a minute, answered with %d",
            phrase.notes().size(),
            phrase.quartersPerMinute(),
            answer.size()));
    listener.hear(answer, phrase.quartersPerMinute());
  }
}
