package ductus.cli.music;

import ductus.cli.console.Console;
import ductus.task.music.jam.MidiPorts;
import java.util.List;

/** What {@code --list-ports} says. */
record PortList(List<String> inputs, List<String> outputs) {
  PortList {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
  }

  static PortList of(MidiPorts ports) {
    return new PortList(ports.inputs(), ports.outputs());
  }

  void tell(Console console) {
    if (inputs.isEmpty() && outputs.isEmpty()) {
      console.say("No MIDI ports are known; " + MidiPorts.VIRTUAL);
    }
    inputs.forEach(name -> console.print("in   " + name));
    outputs.forEach(name -> console.print("out  " + name));
    console.printJson(this);
  }
}
