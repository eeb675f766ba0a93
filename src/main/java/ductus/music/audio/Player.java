package ductus.music.audio;

import ductus.file.BadFileException;
import ductus.music.Score;
import ductus.music.Score.ProgramChange;
import ductus.music.musicstring.ScoreMidi;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.MetaMessage;
import javax.sound.midi.MidiDevice;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.MidiUnavailableException;
import javax.sound.midi.Sequencer;
import javax.sound.midi.Soundbank;
import javax.sound.midi.Synthesizer;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;
import javax.sound.sampled.UnsupportedAudioFileException;

/**
 * Plays through the machine's audio device, or to a MIDI port. An interrupt of the thread stops it,
 * and so does the end of the program (Ctrl-C): no note hangs on.
 */
public final class Player {
  private static final int END_OF_TRACK = 0x2F;
  private static final int BUFFER_BYTES = 1 << 14;

  /** This machine has nothing to play sound with; the message says what to do instead. */
  public static final class NoAudioDeviceException extends Exception {
    private static final long serialVersionUID = 1;

    private static final String MESSAGE =
        "there is no audio device to play on; a sound file can be made instead:"
            + " ductus export FILE --to wav";

    /** Creates the failure that there is no device at all. */
    NoAudioDeviceException() {
      super(MESSAGE);
    }

    /** Creates the failure that a device does not open. */
    NoAudioDeviceException(Exception cause) {
      super(MESSAGE, cause);
    }

    /** Creates the failure with what to do about it in other words. */
    public NoAudioDeviceException(String message, Exception cause) {
      super(message, cause);
    }
  }

  private Player() {}

  /**
   * Plays a score to the end.
   *
   * @param bank of a synthesizer; with the JDK's own, what the system plays MIDI with
   * @throws NoAudioDeviceException if there is no device, or it is busy
   * @throws InterruptedException if stopped
   */
  public static void play(Score score, SoundBank bank)
      throws NoAudioDeviceException, InterruptedException {
    requireDevice();
    Optional<Soundbank> instruments = bank.instruments();
    if (instruments.isEmpty()) {
      try (Sequencer sequencer = MidiSystem.getSequencer()) {
        play(score, sequencer);
      } catch (MidiUnavailableException e) {
        throw new NoAudioDeviceException(e);
      }
      return;
    }
    Set<Integer> programs =
        score.programs().stream().map(ProgramChange::program).collect(Collectors.toSet());
    try (Synthesizer synthesizer = MidiSystem.getSynthesizer();
        Sequencer sequencer = MidiSystem.getSequencer(false)) {
      synthesizer.open();
      Soundbank own = synthesizer.getDefaultSoundbank();
      if (own != null) {
        synthesizer.unloadAllInstruments(own);
      }
      SoftwareSynthesizer.load(synthesizer, instruments.get(), programs);
      sequencer.getTransmitter().setReceiver(synthesizer.getReceiver());
      play(score, sequencer);
    } catch (MidiUnavailableException e) {
      throw new NoAudioDeviceException(e);
    }
  }

  /**
   * Plays a score to the end, at a MIDI port.
   *
   * @param port opened and closed here
   * @throws IOException if the port is busy
   * @throws InterruptedException if stopped
   */
  public static void play(Score score, MidiDevice port) throws IOException, InterruptedException {
    // The sequencer is closed first: it still has to end the notes that sound.
    try (MidiDevice opened = port;
        Sequencer sequencer = MidiSystem.getSequencer(false)) {
      opened.open();
      sequencer.getTransmitter().setReceiver(opened.getReceiver());
      play(score, sequencer);
      sequencer.stop();
    } catch (MidiUnavailableException busy) {
      throw new IOException(
          "MIDI port "
              + port.getDeviceInfo().getName()
              + " cannot be opened; is another program using it?",
          busy);
    }
  }

  private static void play(Score score, Sequencer sequencer)
      throws MidiUnavailableException, InterruptedException {
    try {
      sequencer.open();
      sequencer.setSequence(ScoreMidi.sequence(score));
      CountDownLatch ended = new CountDownLatch(1);
      sequencer.addMetaEventListener(
          (MetaMessage meta) -> {
            if (meta.getType() == END_OF_TRACK) {
              ended.countDown();
            }
          });
      Thread atExit = closeAtExit(sequencer::close);
      try {
        sequencer.start();
        ended.await();
      } finally {
        release(atExit);
      }
    } catch (InvalidMidiDataException e) {
      throw new IllegalStateException("the JDK refuses the sequence", e);
    }
  }

  /**
   * Plays a WAV file to the end.
   *
   * @throws NoAudioDeviceException if there is no device, or it is busy
   * @throws BadFileException if the file is no WAV file
   * @throws InterruptedException if stopped
   */
  public static void playWav(Path path)
      throws NoAudioDeviceException, BadFileException, IOException, InterruptedException {
    try (AudioInputStream in = AudioSystem.getAudioInputStream(path.toFile())) {
      requireDevice();
      SourceDataLine line = AudioSystem.getSourceDataLine(in.getFormat());
      line.open(in.getFormat());
      Thread atExit = closeAtExit(line::close);
      try (line) {
        line.start();
        byte[] buffer = new byte[BUFFER_BYTES];
        for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
          if (Thread.interrupted()) {
            throw new InterruptedException("stopped while playing");
          }
          line.write(buffer, 0, read);
        }
        line.drain();
      } finally {
        release(atExit);
      }
    } catch (UnsupportedAudioFileException e) {
      throw new BadFileException(path, "not a WAV file");
    } catch (LineUnavailableException | IllegalArgumentException e) {
      throw new NoAudioDeviceException(e);
    }
  }

  /**
   * Requires that there is something to play on.
   *
   * @throws NoAudioDeviceException if there is no device
   */
  public static void requireDevice() throws NoAudioDeviceException {
    if (AudioSystem.getMixerInfo().length == 0) {
      throw new NoAudioDeviceException();
    }
  }

  /** Closes what sounds when the program ends before its time. */
  private static Thread closeAtExit(Runnable close) {
    Thread hook = new Thread(close, "stop playing");
    Runtime.getRuntime().addShutdownHook(hook);
    return hook;
  }

  private static void release(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The program is ending and the hook runs already.
      return;
    }
  }
}
