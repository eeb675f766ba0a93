package ductus.task.music.jam;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sound.midi.MidiDevice;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.MidiUnavailableException;
import javax.sound.midi.Sequencer;
import javax.sound.midi.Synthesizer;

/** The MIDI ports of a machine. */
public interface MidiPorts {
  /** The ports there are now, opened or not. */
  List<MidiDevice> devices();

  /** The MIDI ports of this machine; Java's own sequencer and synthesizer are none. */
  static List<MidiDevice> ofMachine() {
    return Arrays.stream(MidiSystem.getMidiDeviceInfo())
        .flatMap(each -> device(each).stream())
        .filter(device -> !(device instanceof Sequencer) && !(device instanceof Synthesizer))
        .toList();
  }

  /** A device that is gone since it was listed is none. */
  private static Optional<MidiDevice> device(MidiDevice.Info listed) {
    try {
      return Optional.of(MidiSystem.getMidiDevice(listed));
    } catch (MidiUnavailableException | IllegalArgumentException gone) {
      return Optional.empty();
    }
  }

  /** The names of the ports that one can listen to. */
  default List<String> inputs() {
    return devices().stream()
        .filter(device -> device.getMaxTransmitters() != 0)
        .map(device -> device.getDeviceInfo().getName())
        .toList();
  }

  /**
   * The port to listen to.
   *
   * @param name a part of its name, in any case; empty for the first one
   * @throws IOException if there is none; the message names those there are
   */
  default MidiDevice input(String name) throws IOException {
    String wanted = name.toLowerCase(Locale.ROOT);
    for (MidiDevice device : devices()) {
      String given = device.getDeviceInfo().getName().toLowerCase(Locale.ROOT);
      if (device.getMaxTransmitters() != 0 && given.contains(wanted)) {
        return device;
      }
    }
    throw new IOException(
        (inputs().isEmpty()
                ? "there is no MIDI input port"
                : "there is no MIDI input port \"" + name + "\"")
            + "; "
            + known()
            + "; without one: --from A.mid --to B.mid");
  }

  /** The ports one can listen to, in words. */
  default String known() {
    return inputs().isEmpty()
        ? "no ports are known"
        : "ports known: " + inputs().stream().collect(Collectors.joining(", "));
  }
}
