package ductus.music.audio;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sound.midi.Instrument;
import javax.sound.midi.MidiUnavailableException;
import javax.sound.midi.Receiver;
import javax.sound.midi.Soundbank;
import javax.sound.midi.Synthesizer;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;

/**
 * The JDK's synthesizer as a stream of samples that are computed when they are read, without a
 * device.
 *
 * <p>It lies in a package that the JDK does not export, so it is called by reflection and needs
 * {@code --add-exports java.desktop/com.sun.media.sound=ALL-UNNAMED}, which the jar's manifest asks
 * for.
 */
final class SoftwareSynthesizer implements AutoCloseable {
  private static final String CLASS = "com.sun.media.sound.SoftSynthesizer";
  private static final int VOICES = 256;

  /**
   * Logger of the preferences that the synthesizer asks for, which are chatty where the home folder
   * has none.
   */
  private static final Logger PREFERENCES = Logger.getLogger("java.util.prefs");

  private final Synthesizer synthesizer;
  private final AudioInputStream stream;
  private final Receiver receiver;
  private final String name;

  /**
   * Opens a synthesizer that is to play some programs.
   *
   * @param programs General MIDI programs that will be played
   * @throws IOException if this Java does not give it out
   */
  SoftwareSynthesizer(AudioFormat format, SoundBank bank, Set<Integer> programs)
      throws IOException {
    PREFERENCES.setLevel(Level.OFF);
    try {
      Class<?> type = Class.forName(CLASS);
      synthesizer = (Synthesizer) type.getDeclaredConstructor().newInstance();
      Method openStream = type.getMethod("openStream", AudioFormat.class, Map.class);
      Map<String, Object> settings =
          Map.of(
              "max polyphony",
              VOICES,
              "auto gain control",
              false,
              "interpolation",
              "cubic",
              "load default soundbank",
              bank.instruments().isEmpty());
      stream = (AudioInputStream) openStream.invoke(synthesizer, format, settings);
      receiver = synthesizer.getReceiver();
      bank.instruments().ifPresent(instruments -> load(synthesizer, instruments, programs));
      name = bank.label();
    } catch (IllegalAccessException e) {
      throw new IOException(
          "sound needs java to be started with -jar ductus.jar, or with --add-exports"
              + " java.desktop/com.sun.media.sound=ALL-UNNAMED",
          e);
    } catch (InvocationTargetException e) {
      // Is for whoever can say what to do about it.
      if (e.getCause() instanceof OutOfMemoryError full) {
        throw full;
      }
      throw new IOException("the JDK's synthesizer does not open: " + e.getCause(), e);
    } catch (ReflectiveOperationException | MidiUnavailableException e) {
      throw new IOException("this Java has no synthesizer (" + CLASS + ") to make sound with", e);
    }
  }

  /**
   * The receiver of events with their time in microseconds; send them before their time is read.
   */
  Receiver receiver() {
    return receiver;
  }

  /** The stream of samples, without end. */
  AudioInputStream stream() {
    return stream;
  }

  /**
   * Loads the instruments of some programs, drum kits included, and of program 0, which stands in
   * for those that the bank does not have.
   */
  static void load(Synthesizer synthesizer, Soundbank bank, Set<Integer> programs) {
    for (Instrument instrument : bank.getInstruments()) {
      int program = instrument.getPatch().getProgram();
      if (program == 0 || programs.contains(program)) {
        synthesizer.loadInstrument(instrument);
      }
    }
  }

  /** The sound bank that the synthesizer plays with; the JDK's own makeshift one is called so. */
  String soundBank() {
    if (!name.isEmpty()) {
      return name;
    }
    Soundbank bank = synthesizer.getDefaultSoundbank();
    return bank == null ? "none" : bank.getName();
  }

  @Override
  public void close() {
    synthesizer.close();
  }
}
