package ductus.cli.doctor;

import ductus.music.audio.InstalledSoundFont;
import ductus.music.musicstring.JFugue;
import ductus.task.music.jam.MidiPorts;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.Mixer;

/** What makes and takes sound. */
final class SoundChecks {
  private static final String SYNTHESIZER = "com.sun.media.sound.SoftSynthesizer";

  private SoundChecks() {}

  static CheckFinding synthesizer() {
    try {
      Class.forName(SYNTHESIZER).getDeclaredConstructor().newInstance();
      return CheckFinding.ok("Synthesizer", "Java's own");
    } catch (IllegalAccessException closed) {
      return CheckFinding.optional(
          "Synthesizer",
          "Java's own is not open to Ductus: no --wav",
          "start Ductus by its launcher or with java -jar");
    } catch (ReflectiveOperationException | LinkageError absent) {
      return CheckFinding.optional(
          "Synthesizer", "this Java has none: no --wav", "take a JDK, such as Eclipse Temurin");
    }
  }

  static CheckFinding soundFont() {
    Optional<Path> found = InstalledSoundFont.find();
    return found.isPresent()
        ? CheckFinding.ok("SoundFont", found.get() + "; --soundfont plays with it")
        : CheckFinding.optional(
            "SoundFont",
            "none where systems have them: sound is plainer, and training to hear needs one",
            "sudo apt install timgm6mb-soundfont, or name any with --soundfont FILE.sf2");
  }

  static CheckFinding device() {
    Mixer.Info[] devices = AudioSystem.getMixerInfo();
    return devices.length > 0
        ? CheckFinding.ok(
            "Sound device",
            Arrays.stream(devices).map(Mixer.Info::getName).collect(Collectors.joining(", ")))
        : CheckFinding.optional(
            "Sound device",
            "none: no play",
            "tunes can be made into files: ductus export TUNE --to wav");
  }

  static CheckFinding midi() {
    List<String> ports = ((MidiPorts) MidiPorts::ofMachine).inputs();
    return ports.isEmpty()
        ? CheckFinding.optional(
            "MIDI ports",
            "none: no jam at a keyboard",
            "connect one; without: ductus jam --from A.mid --to B.mid")
        : CheckFinding.ok("MIDI ports", String.join(", ", ports));
  }

  static CheckFinding jfugue() {
    return JFugue.find().isPresent()
        ? CheckFinding.ok("JFugue", "4.0.3")
        : CheckFinding.optional(
            "JFugue",
            "not in this build: Ductus writes the same bytes itself",
            "to have it, build with JFUGUE_JAR= naming jfugue-4.0.3.jar or libjfugue-java's"
                + " package");
  }
}
