package ductus.studio.compose;

import ductus.corpus.ScoreFile;
import ductus.file.BadFileException;
import ductus.music.Score;
import ductus.music.musicstring.ScoreMidi;
import ductus.studio.collection.ScoreVoice;
import ductus.studio.collection.Workspace;
import ductus.studio.web.RequestException;
import ductus.task.music.jam.MidiPorts;
import java.io.IOException;
import java.util.List;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.MidiDevice;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.MidiUnavailableException;
import javax.sound.midi.Sequencer;
import org.jspecify.annotations.Nullable;

/**
 * Plays files of the workspace to the MIDI ports of the machine that the studio runs on, as {@code
 * play --out-port} does: one at a time, for browsers that have no Web MIDI or may not use it.
 */
final class PortPlayer implements AutoCloseable {
  private static final double SLOWEST = 0.1;
  private static final double FASTEST = 10;

  private final Workspace workspace;
  private final MidiPorts ports;
  private @Nullable Playing playing;

  PortPlayer(Workspace workspace, MidiPorts ports) {
    this.workspace = workspace;
    this.ports = ports;
  }

  /** A port that is open, and what plays to it. */
  private record Playing(MidiDevice port, Sequencer sequencer) {}

  /**
   * What is to be heard.
   *
   * @param piece MIDI file below the workspace
   * @param port name of the port
   * @param from seconds from the start of the piece, at its own tempo
   * @param rate factor of the tempo
   * @param silent numbers of the voices that are not heard; null for none
   */
  record PortWish(
      String piece, String port, double from, double rate, @Nullable List<Integer> silent) {
    PortWish {
      if (piece == null || port == null) {
        throw new IllegalArgumentException("a piece to play must come with the name of a port");
      }
      if (!(from >= 0) || !(rate >= SLOWEST && rate <= FASTEST)) {
        throw new IllegalArgumentException(
            "a piece must be played from second 0 or later, at %s to %s of its tempo, but was from %s at %s"
                .formatted(SLOWEST, FASTEST, from, rate));
      }
    }
  }

  /** The names of the ports there are now. */
  List<String> names() {
    return ports.outputs();
  }

  /** Plays a piece, in place of what is playing. */
  synchronized void play(PortWish wish) throws BadFileException, IOException {
    Score score = heard(wish);
    if (!names().contains(wish.port())) {
      throw new RequestException(
          404, "the MIDI port %s is gone; choose another one".formatted(wish.port()));
    }
    stop();
    MidiDevice port = ports.output(wish.port());
    try {
      port.open();
      Sequencer sequencer = MidiSystem.getSequencer(false);
      playing = new Playing(port, sequencer);
      sequencer.getTransmitter().setReceiver(port.getReceiver());
      sequencer.open();
      sequencer.setSequence(ScoreMidi.sequence(score));
      sequencer.setTempoFactor((float) wish.rate());
      sequencer.setMicrosecondPosition(Math.round(wish.from() * 1e6));
      sequencer.start();
    } catch (MidiUnavailableException busy) {
      stop();
      throw new IOException(
          "MIDI port %s cannot be opened; is another program using it?".formatted(wish.port()),
          busy);
    } catch (InvalidMidiDataException refused) {
      stop();
      throw new IllegalStateException("the JDK refuses the sequence", refused);
    }
  }

  private Score heard(PortWish wish) throws BadFileException, IOException {
    Score score = ScoreFile.read(workspace.file(wish.piece()));
    List<Integer> silent = wish.silent();
    if (silent == null || silent.isEmpty()) {
      return score;
    }
    List<ScoreVoice> voices = ScoreVoice.of(score);
    return new Score(
        score.ticksPerQuarter(),
        score.length(),
        score.notes().stream()
            .filter(note -> !silent.contains(ScoreVoice.numberOf(note, voices)))
            .toList(),
        score.tempos(),
        score.timeSignatures(),
        score.keySignatures(),
        score.programs(),
        score.pedals(),
        score.texts());
  }

  @Override
  public void close() {
    stop();
  }

  /** Ends what is playing; no note hangs on. */
  synchronized void stop() {
    Playing before = playing;
    playing = null;
    if (before != null) {
      // The sequencer first: it still has to end the notes that sound.
      if (before.sequencer().isOpen()) {
        before.sequencer().stop();
      }
      before.sequencer().close();
      before.port().close();
    }
  }
}
