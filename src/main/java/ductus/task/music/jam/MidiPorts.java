package ductus.task.music.jam;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import javax.sound.midi.MidiDevice;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.MidiUnavailableException;
import javax.sound.midi.Sequencer;
import javax.sound.midi.Synthesizer;

/** The MIDI ports of a machine. Java finds ports; it cannot make virtual ones. */
public interface MidiPorts {
  /** How a system makes virtual ports. */
  String VIRTUAL =
      "a system makes virtual ones by snd-virmidi (Linux), the IAC driver (macOS), loopMIDI"
          + " (Windows)";

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

  /** The names of the ports that one can listen to; of two of one name the second has a #2. */
  default List<String> inputs() {
    return List.copyOf(named(MidiPorts::isInput).keySet());
  }

  /** The names of the ports that one can play to, likewise. */
  default List<String> outputs() {
    return List.copyOf(named(MidiPorts::isOutput).keySet());
  }

  /**
   * The port to listen to.
   *
   * @param name its name in any case, or a part that no other one has; empty for the first one
   * @throws IOException if there is none, or several; the message names those there are
   */
  default MidiDevice input(String name) throws IOException {
    return find("input", name, named(MidiPorts::isInput), "; without one: --from A.mid --to B.mid");
  }

  /**
   * The port to play to.
   *
   * @param name likewise
   * @throws IOException likewise
   */
  default MidiDevice output(String name) throws IOException {
    Map<String, MidiDevice> ports = named(MidiPorts::isOutput);
    return find("output", name, ports, ports.isEmpty() ? "; " + VIRTUAL : "");
  }

  /** The ports one can listen to, in words. */
  default String known() {
    return words(named(MidiPorts::isInput));
  }

  private static boolean isInput(MidiDevice device) {
    return device.getMaxTransmitters() != 0;
  }

  private static boolean isOutput(MidiDevice device) {
    return device.getMaxReceivers() != 0;
  }

  private Map<String, MidiDevice> named(Predicate<MidiDevice> wanted) {
    Map<String, MidiDevice> named = new LinkedHashMap<>();
    for (MidiDevice device : devices()) {
      if (wanted.test(device)) {
        String given = device.getDeviceInfo().getName().strip();
        String name = given;
        for (int copy = 2; named.containsKey(name); copy++) {
          name = given + " #" + copy;
        }
        named.put(name, device);
      }
    }
    return named;
  }

  private static MidiDevice find(
      String kind, String name, Map<String, MidiDevice> ports, String hint) throws IOException {
    String wanted = name.strip().toLowerCase(Locale.ROOT);
    List<String> found =
        ports.keySet().stream()
            .filter(each -> each.toLowerCase(Locale.ROOT).contains(wanted))
            .toList();
    Optional<String> whole =
        found.stream().filter(each -> each.toLowerCase(Locale.ROOT).equals(wanted)).findFirst();
    if (found.size() > 1 && !wanted.isEmpty() && whole.isEmpty()) {
      throw new IOException(
          "%d MIDI %s ports have \"%s\" in their names: %s; say more of one's name"
              .formatted(found.size(), kind, name, String.join(", ", found)));
    }
    if (found.isEmpty()) {
      throw new IOException(
          (ports.isEmpty()
                  ? "there is no MIDI " + kind + " port"
                  : "there is no MIDI " + kind + " port \"" + name + "\"")
              + "; "
              + words(ports)
              + hint);
    }
    return Objects.requireNonNull(ports.get(whole.orElse(found.get(0))));
  }

  private static String words(Map<String, MidiDevice> ports) {
    return ports.isEmpty()
        ? "no ports are known"
        : "ports known: " + String.join(", ", ports.keySet());
  }
}
